import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The overview of an exam")
struct ExamOverviewTests {
    private func overview(_ count: Int = 30, at position: Int = 0) -> ExamOverview {
        var session = StudySession(
            id: "s1", title: "T", subtitle: nil, status: .active,
            items: (1...count).map { DrawnItem(questionId: "q\($0)") })
        for question in ["q1", "q3"] { session.answers[question] = StandingAnswer(selection: .chosen(["a"])) }
        session.marks.flagged = ["q2", "q3"]
        var overview = ExamOverview(session, position: position, seen: [0, 1, 2, 3]) { $0 != 5 }
        overview.resize(columns: 80, rows: 24)
        return overview
    }

    private func drawn(_ overview: ExamOverview, columns: Int = 80, rows: Int = 24) -> [String] {
        var canvas = Canvas(columns: columns, rows: rows, glyphs: .unicode)
        overview.draw(
            on: &canvas, in: Area(x: 0, y: 2, columns: columns, rows: rows - 4), glyphs: .unicode)
        return canvas.lines
    }

    @Test("An item with fewer parts than are asked for is incomplete, and shown among those that are open")
    func incomplete() {
        var overview = overview()
        overview.take(ItemTitles(asked: ["q1": 1, "q2": 2, "q3": 2]))
        let lines = drawn(overview)
        #expect(lines.contains { $0.contains("2 answered (1 incomplete)") })
        #expect(lines.contains { $0.contains("1●") && $0.contains("3◐⚑") })
        #expect(lines.last { !$0.isEmpty }?.contains("◐ incomplete") == true)
        _ = overview.press(.char("f"))
        #expect(overview.shown.contains(2) && !overview.shown.contains(0))
    }

    @Test("What the marks mean is told whole on the narrowest screen too")
    func narrowLegend() {
        var overview = overview()
        overview.take(ItemTitles(asked: ["q1": 1, "q3": 2]))
        overview.resize(columns: 40, rows: 10)
        #expect(
            drawn(overview, columns: 40, rows: 10).contains { $0.hasSuffix("● done ◐ half ○ open · unseen ⚑ flag") })
        overview.resize(columns: 80, rows: 24)
        let whole = "● answered  ◐ incomplete  ○ unanswered  · unseen  ⚑ flagged"
        #expect(drawn(overview).contains { $0.hasSuffix(whole) })
    }

    @Test("Where the rules let nobody go, Enter is not offered; a number that is typed can be tried")
    func unreachable() {
        var overview = overview(at: 4)
        #expect(overview.hints.contains { $0.label == "go there" })
        _ = overview.press(.right)
        #expect(!overview.hints.contains { $0.label == "go there" })
        _ = overview.press(.char("3"))
        #expect(overview.hints.contains { $0.label == "go there" })
    }

    @Test("Of an exam without a way back nothing is told of items ahead: no domain, and no flag to set")
    func ahead() {
        var overview = overview()
        overview.take(
            ItemTitles(
                domains: Dictionary(uniqueKeysWithValues: (1...30).map { ("q\($0)", $0 % 2 == 0 ? "Even" : "Odd") })))
        overview.hidesAhead = true
        _ = overview.press(.char("d"))
        let lines = drawn(overview)
        #expect(lines.contains { $0.contains("Even, 0 of 2 answered") })
        #expect(lines.contains { $0.contains("Not reached, 0 of 26 answered") })
        _ = overview.press(.end)
        #expect(!overview.hints.contains { $0.label == "flag" })
        #expect(overview.press(.char("m")) == .nothing)
    }

    @Test("The parts of an exam stand one under the other, each with how much of it is answered")
    func parts() {
        var overview = overview()
        overview.parts = [0..<12, 12..<30]
        let lines = drawn(overview)
        let first = lines.firstIndex { $0.contains("Part 1, 2 of 12 answered") }
        let second = lines.firstIndex { $0.contains("Part 2, 0 of 18 answered") }
        // Twelve cells are two rows.
        #expect(second == first.map { $0 + 3 })
        for _ in 0..<2 { _ = overview.press(.down) }
        #expect(overview.cursor == 12)
    }

    @Test("The pointer moves by cell and by row, and stops at the ends")
    func moves() {
        var overview = overview()
        _ = overview.press(.left)
        #expect(overview.cursor == 0)
        for key in [Key.right, .right, .down] { _ = overview.press(key) }
        #expect(overview.cursor == 12)
        _ = overview.press(.up)
        #expect(overview.cursor == 2)
        _ = overview.press(.end)
        #expect(overview.cursor == 29)
        _ = overview.press(.down)
        #expect(overview.cursor == 29)
        _ = overview.press(.home)
        #expect(overview.cursor == 0)
    }

    @Test(
        "Heard, it is how far the exam is, and the item under the pointer with its states; of one that is hidden no word of the question"
    )
    func heard() {
        var overview = overview()
        overview.take(ItemTitles(stems: ["q2": "Which *port*?", "q5": "Why?"]))
        let counts = "2 answered, 28 unanswered, 2 flagged, 26 unseen"
        #expect(overview.spoken == "All items: \(counts)")
        #expect(overview.pointed == "Item 1 of 30, answered")
        _ = overview.press(.right)
        #expect(overview.pointed == "Item 2 of 30, unanswered, flagged: Which port?")
        for _ in 0..<3 { _ = overview.press(.right) }
        #expect(overview.pointed == "Item 5 of 30, unseen: Why?")
        overview.hidesAhead = true
        #expect(overview.pointed == "Item 5 of 30, unseen")
        _ = overview.press(.char("f"))
        #expect(overview.spoken == "Unanswered: \(counts)" && overview.pointed == "Item 5 of 30, unseen")
    }

    @Test("As a list it moves by one")
    func list() {
        var overview = overview()
        _ = overview.press(.tab)
        _ = overview.press(.down)
        #expect(overview.isList)
        #expect(overview.cursor == 1)
    }

    @Test(
        "Digits and Enter go to an item; of a number that is none it is said which there are",
        arguments: [("17", 16), ("1", 0), ("030", 29), ("31", nil), ("0", nil), ("9999", nil)] as [(String, Int?)])
    func digits(number: String, expected: Int?) {
        var overview = overview()
        for digit in number { _ = overview.press(.char(digit)) }
        #expect(overview.typed == number)
        let none = "there is no item \(number); items are numbered from 1 to 30"
        #expect(overview.press(.enter) == (expected.map { .go($0) } ?? .say(none)))
        #expect(overview.typed == "")
    }

    @Test("f goes through the filters, and the pointer stays at what is shown")
    func filters() {
        var overview = overview(at: 0)
        var seen: [[Int]] = []
        for _ in ExamOverview.Filter.allCases {
            _ = overview.press(.char("f"))
            seen.append(overview.shown)
            #expect(overview.shown.contains(overview.cursor))
        }
        #expect(seen[0].count == 28)
        #expect(seen[1] == [1, 2])
        #expect(seen[2] == Array(4..<30))
        #expect(seen[3].count == 30)
    }

    @Test("A flag that is taken off under the filter moves the pointer on; what is not shown cannot be flagged")
    func unflagged() {
        var overview = overview(at: 1)
        _ = overview.press(.char("f"))
        _ = overview.press(.char("f"))
        do {
            let outcome = overview.press(.char("m"))
            #expect(outcome == .flag("q2"))
        }
        overview.flagged.remove("q2")
        #expect(overview.cursor == 2)
        overview.flagged = []
        do {
            let outcome = overview.press(.char("m"))
            #expect(outcome == .nothing)
        }
        do {
            let outcome = overview.press(.enter)
            #expect(outcome == .nothing)
        }
        #expect(drawn(overview).contains { $0.contains("None.") })
    }

    @Test("It scrolls no further than brings the pointer in sight, and the name of its domain with it")
    func edges() {
        var overview = overview(60)
        overview.take(ItemTitles(domains: Dictionary(uniqueKeysWithValues: (1...60).map { ("q\($0)", "D\($0 % 2)") })))
        _ = overview.press(.tab)
        for _ in 0..<16 { _ = overview.press(.down) }
        #expect(overview.top == 0)
        _ = overview.press(.down)
        #expect(overview.top == 1)
        for _ in 0..<16 { _ = overview.press(.up) }
        #expect(overview.top == 1)
        _ = overview.press(.up)
        #expect(overview.top == 0)
        _ = overview.press(.char("d"))
        _ = overview.press(.end)
        _ = overview.press(.home)
        #expect(overview.top == 0 && drawn(overview)[4].hasPrefix("  D0, "))
    }

    @Test("What is typed behind / lists the items that have it; Enter keeps them, Esc shows all again")
    func typing() {
        var overview = overview()
        overview.take(ItemTitles(stems: ["q2": "Which *port*?", "q5": "Why not?"]))
        _ = overview.press(.char("/"))
        for letter in "prt" { _ = overview.press(.char(letter)) }
        #expect(overview.isList && overview.shown == [1] && overview.cursor == 1)
        let lines = drawn(overview)
        #expect(lines[2].hasPrefix(" / prt") && lines[2].contains("1 of 30"))
        #expect(lines[4].contains("▸  2") && lines[4].contains("Which port?"))
        _ = overview.press(.enter)
        #expect(!overview.isTyping)
        do {
            let outcome = overview.press(.enter)
            #expect(outcome == .go(1))
        }
        do {
            let outcome = overview.press(.escape)
            #expect(outcome == .nothing && overview.shown.count == 30)
        }
        do {
            let outcome = overview.press(.escape)
            #expect(outcome == .close)
        }
        _ = overview.press(.char("/"))
        for letter in "zzz" { _ = overview.press(.char(letter)) }
        #expect(drawn(overview)[4] == "  No item has that. Esc shows all.")
        #expect(overview.pointed == "No item has that. Esc shows all.")
    }

    @Test("A click points, and a second one goes there")
    func clicks() {
        var overview = overview()
        do {
            let outcome = overview.point(4)
            #expect(outcome == .nothing)
        }
        do {
            let outcome = overview.point(4)
            #expect(outcome == .go(4))
        }
        do {
            let outcome = overview.point(99)
            #expect(outcome == .nothing)
        }
    }

    @Test("The grid marks what is answered, left open, never seen and flagged")
    func grid() {
        let lines = drawn(overview())
        #expect(lines[2].contains("All items   2 answered · 28 unanswered · 2 flagged · 26 unseen"))
        #expect(lines[4].hasPrefix(" ▸"))
        #expect(lines[4].contains("10"))
        #expect(lines[5].contains("20"))
        #expect(lines.contains { $0.contains("answered") && $0.contains("unseen") && $0.contains("flagged") })
    }

    @Test("The list has the beginnings of the questions, and says the state in words")
    func listed() {
        var overview = overview()
        overview.take(ItemTitles(stems: ["q1": "**Which** one?\n\nMore."]))
        _ = overview.press(.tab)
        let lines = drawn(overview)
        #expect(lines.contains { $0.contains("Which one?") && $0.hasSuffix("answered") })
        #expect(lines.contains { $0.hasSuffix("unseen") })
    }

    @Test("180 items scroll with the pointer, as a grid and as a list, at every size", arguments: [80, 40, 200])
    func scrolls(columns: Int) {
        var overview = overview(180)
        overview.resize(columns: columns, rows: 10)
        for asList in [false, true] {
            if asList { _ = overview.press(.tab) }
            for key in [Key.home, .end] {
                _ = overview.press(key)
                let here = "\(overview.cursor + 1)"
                #expect(drawn(overview, columns: columns, rows: 10).contains { $0.contains("▸") && $0.contains(here) })
            }
        }
    }
}

@Suite("The overview within an exam")
struct ExamOverviewOnScreenTests {
    let store = Exams.store()
    var probe: ScreenProbe

    init() {
        probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.press("v")
    }

    private var screen: ExamScreen { get throws { try probe.top() } }

    @Test("It stands over the item, and v, q and Esc go back to it", arguments: ["v", "q", "esc"])
    mutating func closes(key: String) throws {
        #expect(probe.title.contains("Exam overview"))
        #expect(probe.text.contains("0 answered · 2 unanswered"))
        probe.press(key)
        #expect(try screen.overview == nil)
        #expect(probe.title.contains("1/2"))
    }

    @Test("Domain by domain each has a line with how much of it is answered, and the pointer goes that way")
    mutating func byDomain() throws {
        probe.press("d tab")
        let heads = probe.lines.indices.filter { probe.lines[$0].contains("of 1 answered") }
        try #require(heads.count == 2)
        #expect(probe.lines[heads[0]].contains("  Architecture, 0 of 1 answered"))
        #expect(probe.lines[heads[1]].contains("  Operations, 0 of 1 answered"))
        #expect(probe.lines[heads[0] + 1].contains("The final ACK of a handshake"))
        #expect(try screen.overview?.cursor == 0)
        probe.press("up")
        #expect(try screen.overview?.cursor == 1)
        probe.press("down")
        #expect(try screen.overview?.cursor == 0)
        probe.press("tab home right")
        #expect(try screen.overview?.cursor == 0)
        probe.press("d home right")
        #expect(try screen.overview?.cursor == 1)
    }

    @Test("Where the way is forward only, nothing is told of the items ahead")
    func ahead() {
        var rules = Exams.rules
        rules.navigation = .forwardOnly
        var probe = ScreenProbe(.exam(session: "s1"), on: Exams.store(rules))
        probe.press("v tab")
        #expect(probe.text.contains("Which end of a TCP connection"))
        #expect(!probe.text.contains("The final ACK of a handshake"))
    }

    @Test("As a list it shows the stems it fetched")
    mutating func stems() {
        probe.press("tab")
        #expect(probe.text.contains("Which end of a TCP connection"))
        #expect(probe.text.contains("The final ACK of a handshake"))
    }

    @Test("Digits and Enter go to the item, and its number stands there while it is typed")
    mutating func digits() throws {
        probe.press("2")
        #expect(probe.text.contains("to item 2"))
        probe.press("enter")
        #expect(try screen.overview == nil)
        #expect(probe.title.contains("2/2"))
    }

    @Test("A flag is recorded for the item under the pointer, and stays for all to see")
    mutating func flags() {
        probe.press("right m")
        #expect(probe.text.contains("1 flagged"))
        guard case .record(let events, _)? = store.writes.last(where: { if case .record = $0 { true } else { false } })
        else { return #expect(Bool(false), "nothing was recorded") }
        #expect(events.map(\.questionId) == ["half-open"])
    }

    @Test("Finishing lists what is not answered and what is flagged, and the safe button has the focus")
    mutating func finishes() throws {
        probe.press("m F")
        #expect(probe.text.contains("Not answered: 1, 2. Flagged: 1. Handed in, it cannot be changed."))
        #expect(probe.text.contains("▸ Go on with it"))
        probe.press("enter")
        #expect(try screen.overview != nil)
        probe.press("F down enter")
        #expect(store.commands.contains(.submit("s1")))
        #expect(probe.desk.stack.last?.destination == .examResult("s1"))
    }

    @Test("With everything answered it says so")
    mutating func complete() {
        probe.press("esc a n a b v F")
        #expect(probe.text.contains("Every item is answered."))
    }
}
