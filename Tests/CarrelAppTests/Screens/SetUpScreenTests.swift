import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The set-up sheet")
struct SetUpScreenTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    @Test("What can be reviewed is offered where there is some, and as much of it as fits is in sight")
    func reviews() {
        var probe = probe(
            SetUpFacts(
                total: 17, unseen: 9,
                reviews: [.due: 2, .wrong: 3, .flagged: 1, .bookmarked: 4, .slow: 1, .sureButWrong: 2]))
        #expect(probe.lines.contains { $0.contains("What") && $0.contains("[unseen first]") && $0.hasSuffix("…") })
        probe.press("down left")
        #expect(probe.lines.contains { $0.contains("What") && $0.contains("[sure but wrong (2)]") })
        probe.press("left")
        #expect(probe.lines.contains { $0.contains("What") && $0.contains("[slow (1)]") })
        probe.press("enter")
        #expect(store.commands.contains { if case .start(let request) = $0 { request.mode == .review } else { false } })
    }

    private func probe(_ facts: SetUpFacts, columns: Int = 80, rows: Int = 24) -> ScreenProbe {
        store.reply(to: .setUp(Samples.topic.scope), with: .setUp(facts))
        return ScreenProbe(.setUp(Samples.topic), columns: columns, rows: rows, on: store)
    }

    private var choices: StudyChoices? {
        if case .start(let request)? = store.commands.last { request.choices } else { nil }
    }

    @Test("Among wrong answers there is nothing else to choose, and the oldest come first")
    mutating func wrong() {
        var facts = SetUpFacts(total: 3, reviews: [.wrong: 3])
        facts.last.what = .wrong
        store.reply(to: .setUp(.wrong), with: .setUp(facts))
        let probe = ScreenProbe(.setUp(.wrong), on: store)
        #expect(probe.text.contains("   What     [longest ago first]   all\n"))
    }

    @Test("Fetched anew, the numbers change and what was chosen stays")
    func refreshed() {
        var probe = probe(SetUpFacts(total: 17, unseen: 9))
        probe.press("right")
        store.reply(to: .setUp(Samples.topic.scope), with: .setUp(SetUpFacts(total: 40, unseen: 32)))
        probe.desk.refresh(at: probe.now)
        #expect(probe.text.contains("40 questions, 32 of them new"))
        #expect(probe.text.contains("[20]"))
    }

    @Test("Count, selection and order stand with the last choices marked")
    func shown() {
        #expect(
            probe(SetUpFacts(total: 17, unseen: 9, reviews: [.wrong: 3, .due: 2], graded: 12)).text == """
                 Networking ▸ TCP/IP ▸ Practice                                           saved
                ────────────────────────────────────────────────────────────────────────────────

                   17 questions, 9 of them new

                 ▸ Count     5   [10]   20    all
                   What     [unseen first]   all    due (2)    wrong (3)
                   Order    [mixed]   by topic
                   Clock    [off]   on
                   Limit    [none]   1 min a question    90 s a question

                   10 questions, about 8 min










                ────────────────────────────────────────────────────────────────────────────────
                 ↵ start   ␣ change   ? help   esc back
                """)
    }

    @Test("A limit is a time for each question, where something here grades itself")
    func limit() {
        var probe = probe(SetUpFacts(total: 17, unseen: 9, graded: 7))
        probe.press("tab tab tab tab space")
        #expect(probe.lines.contains("   7 questions in 7 min, nothing told before the end"))
        probe.press("space")
        #expect(probe.lines.contains("   7 questions in 10 min 30 s, nothing told before the end"))
        probe.press("enter")
        #expect(choices == StudyChoices(limit: 90))
    }

    @Test("Where nothing grades itself there is no limit, whatever was chosen last")
    func noLimit() {
        var probe = probe(SetUpFacts(total: 17, unseen: 9, last: StudyChoices(limit: 60)))
        #expect(probe.lines.contains("   Limit    [none]"))
        probe.press("tab tab tab tab space enter")
        #expect(choices == StudyChoices())
    }

    @Test("Another limit than the usual ones is kept")
    func otherLimit() {
        var probe = probe(SetUpFacts(total: 17, graded: 7, last: StudyChoices(limit: 45)))
        #expect(probe.text.contains("[45 s a question]"))
        probe.press("enter")
        #expect(choices?.limit == 45)
    }

    @Test("A row of its own turns the clock on and off")
    func clock() {
        var probe = probe(SetUpFacts(total: 17, unseen: 9))
        probe.press("down down down space enter")
        #expect(choices?.showsClock == true)
        probe.press("left enter")
        #expect(choices?.showsClock == false)
    }

    @Test("Enter starts with the choices as they are")
    func start() {
        var probe = probe(
            SetUpFacts(total: 17, reviews: [.wrong: 3], last: StudyChoices(count: 20, what: .wrong, order: .blocked)))
        probe.press("enter")
        #expect(choices == StudyChoices(count: 20, what: .wrong, order: .blocked))
    }

    @Test(
        "Space and → go through the choices of a row, ← goes back, and both go round",
        arguments: [
            ("space", StudyChoices(count: 20)), ("right right", StudyChoices(count: nil)),
            ("left left", StudyChoices(count: nil)),
            ("space space space", StudyChoices(count: 5)), ("down space", StudyChoices(what: .all)),
            ("down left", StudyChoices(what: .wrong)), ("down right right", StudyChoices(what: .due)),
            ("j j space", StudyChoices(order: .blocked)), ("tab tab tab space", StudyChoices(showsClock: true)),
            ("up space", StudyChoices(count: 20)),
        ])
    func change(keys: String, expected: StudyChoices) {
        var probe = probe(SetUpFacts(total: 17, unseen: 9, reviews: [.wrong: 3, .due: 2]))
        probe.press(keys + " enter")
        #expect(choices == expected)
    }

    @Test("Only what there is something of is offered, whatever was chosen last")
    func available() {
        var probe = probe(SetUpFacts(total: 17, unseen: 9, last: StudyChoices(what: .due)))
        #expect(probe.lines.contains { $0.contains("What") && $0.hasSuffix("[unseen first]   all") })
        probe.press("enter")
        #expect(choices?.what == .unseenFirst)
    }

    @Test("How many and how long follow the choices")
    func length() {
        var probe = probe(SetUpFacts(total: 17, unseen: 9, reviews: [.wrong: 3]))
        #expect(probe.lines.contains("   10 questions, about 8 min"))
        probe.press("right")
        #expect(probe.lines.contains("   17 questions, about 14 min"))
        probe.press("down left")
        #expect(probe.lines.contains("   3 questions, about 3 min"))
    }

    @Test("Where not all choices fit, as many as do stand in the row")
    func narrow() {
        let lines = probe(SetUpFacts(total: 17, unseen: 9, reviews: [.wrong: 3, .due: 2]), columns: 40, rows: 10).lines
        #expect(
            Array(lines[2...7]) == [
                " ▸ Count     5   [10]   20    all", "   What     [unseen first]   all   …",
                "   Order    [mixed]   by topic", "   Clock    [off]   on", "   Limit    [none]",
                "   10 questions, about 8 min",
            ])
    }

    @Test("Nothing starts before the sheet knows what there is")
    func refused() {
        store.fetchRefusal = .locked
        var probe = probe(SetUpFacts())
        store.forget()
        probe.press("enter")
        #expect(store.commands == [])
    }
}
