import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Typing ahead against a real store")
struct DeskBarrierTests {
    @Test("␣3␣3␣3 in one write grades at most one card")
    func gradesAtMostOne() throws {
        let performer = try Library.performer()
        let free = ["net-tcp-handshake", "net-switch-loop", "net-dns-cold-lookup"]
        let topic = StudyTopic.retry(free, of: "none", title: "Networking")
        var probe = ScreenProbe { performer.perform($0) }
        probe.desk.start(StudyRequest(topic: topic), at: probe.now)
        let session = try probe.top(as: PracticeScreen.self).sessionId

        probe.typeAhead("space 3 space 3 space 3")
        var stored = try #require(try performer.store.session(session))
        #expect(stored.answers.count == 1)
        #expect(stored.answers.values.allSatisfy { $0.grade == nil })

        probe.typeAhead("3 space 3 space 3")
        stored = try #require(try performer.store.session(session))
        #expect(stored.answers.values.compactMap(\.grade) == [.good])
        #expect(try probe.top(as: PracticeScreen.self).phase == .writing)
    }

    @Test("A whole session, one key at a time, ends in a summary that adds up")
    func wholeSession() throws {
        let performer = try Library.performer()
        var probe = ScreenProbe { performer.perform($0) }
        probe.desk.start(StudyRequest(topic: .channel("networking", title: "Networking")), at: probe.now)
        for _ in 0..<40 where !(probe.desk.top is SummaryScreen) {
            let screen = try probe.top(as: PracticeScreen.self)
            switch screen.phase {
            case .choosing: probe.press(screen.item?.question.kind.isChoice == true ? "a enter enter" : "0")
            case .writing: probe.press("space")
            case .grading: probe.press("3")
            case .answered: probe.press("enter")
            default: Issue.record("the session stands still")
            }
        }
        let sessions = try performer.store.recentSessions(limit: 5)
        #expect(sessions.count == 1)
        #expect(sessions.first?.status == .completed)
        #expect(sessions.first?.completedItems == 10)
        #expect(probe.title.hasPrefix(" Networking ▸ Summary"))
        #expect(probe.title.contains("10/10"))
        #expect(probe.lines.contains { $0.contains("Due again: ") })
    }

    @Test("What is typed but not answered survives the end of the program")
    func draftSurvives() throws {
        let performer = try Library.performer()
        var probe = ScreenProbe { performer.perform($0) }
        let request = StudyRequest(topic: .question("net-tcp-handshake", title: "TCP/IP"))
        probe.desk.start(request, at: probe.now)
        probe.type("SYN, then")
        probe.send(.closed(signal: 15))
        var again = ScreenProbe { performer.perform($0) }
        again.desk.start(request, at: again.now)
        #expect(try again.top(as: PracticeScreen.self).field.text == "SYN, then")
        again.type(" SYN-ACK")
        #expect(try again.top(as: PracticeScreen.self).field.text == "SYN, then SYN-ACK")
    }
}
