import CarrelCore
import Testing

@testable import CarrelApp

@Suite("The summary of a session")
struct SummaryScreenTests {
    let store = Samples.store(Samples.single, Samples.multiple, Samples.free)
    var probe: ScreenProbe

    init() {
        Catalogue.script(store)
        probe = ScreenProbe(.summary(session: "s1"), on: store)
    }

    @Test("It says how it went, what comes back when, and what to do next")
    func shown() {
        #expect(
            probe.text == """
                 Networking ▸ TCP/IP ▸ Summary                                       3/3  saved
                ────────────────────────────────────────────────────────────────────────────────

                 1 of 3 right (33 %)
                   ✓ 1 right
                   ◐ 1 partly right
                   ✗ 1 wrong
                   Time  1:35
                   Due again: 2 today, 1 later

                   Retry the wrong and the partly right ones                                 2
                   10 more
                   Review the answers                                                        3
                 ▸ Home

                 To look at again
                   ◐ The final ACK of a handshake is lost. Which two are true?
                   ✗ Name the segments of the TCP handshake.




                ────────────────────────────────────────────────────────────────────────────────
                 ↵ choose   ↓ down   / find   ? help   esc back
                """)
    }

    @Test("The wrong ones are asked once more, all of them")
    mutating func retry() {
        probe.press("g enter")
        let topic = StudyTopic.retry(["half-open", "handshake"], of: "s1", title: "Networking")
        let choices = StudyChoices(count: nil, what: .all, order: .mixed)
        #expect(store.commands.last == .start(StudyRequest(topic: topic, choices: choices, startsOver: true)))
    }

    @Test("10 more starts anew on the same topic, in the summary's place")
    mutating func more() {
        store.started = .started(session: "s1")
        probe.press("g down enter")
        #expect(store.commands.contains(.start(StudyRequest(topic: Samples.topic, startsOver: true))))
        #expect(probe.desk.screens.count == 2)
        #expect(probe.desk.top is PracticeScreen)
    }

    @Test("A missed question can be read again, and left for the summary")
    mutating func look() throws {
        store.session = Catalogue.summary.session
        probe.press("end enter")
        #expect(try probe.top(as: PracticeScreen.self).questionId == "handshake")
        probe.press("esc")
        #expect(probe.desk.top is SummaryScreen)
    }

    @Test("With everything right there is nothing to retry, and a topic that is over offers no more")
    mutating func allRight() {
        var facts = Catalogue.summary
        facts.session.answers = facts.session.answers.mapValues { _ in StandingAnswer(grade: .right) }
        facts.again = nil
        (facts.dueToday, facts.dueLater) = (0, 0)
        store.reply(to: .summary("s1"), with: .summary(facts))
        probe = ScreenProbe(.summary(session: "s1"), on: store)
        #expect(
            probe.lines.filter { !$0.isEmpty }[2...6] == [
                " 3 of 3 right (100 %)", "   ✓ 3 right", "   Time  0:00",
                "   Review the answers" + String(repeating: " ", count: 56) + "3", " ▸ Home",
            ])
    }

    @Test("A session that is not here any more is said and left")
    mutating func gone() {
        store.reply(to: .summary("s1"), with: .summary(nil))
        probe = ScreenProbe(.summary(session: "s1"), on: store)
        #expect(probe.desk.top is HomeScreen)
        #expect(probe.hints == " this session is not here any more")
    }
}
