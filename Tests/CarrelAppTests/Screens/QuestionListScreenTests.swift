import CarrelCore
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("A list of questions")
struct QuestionListScreenTests {
    let store = Samples.store(Samples.single)
    let listing = QuestionListing(crumbs: ["Channels", "Networking", "TCP/IP"], topic: Samples.topic)

    init() { Catalogue.script(store) }

    @Test("; and ! open over the selected question, and the list is as it is on disk on coming back")
    func own() throws {
        let store = Samples.store(Samples.single)
        Catalogue.script(store)
        var probe = ScreenProbe(.questions(QuestionListing(crumbs: ["TCP/IP"], topic: Samples.topic)), on: store)
        probe.press("down ;")
        #expect(try probe.top(as: WritingScreen.self).writing == Writing(question: "time-wait", purpose: .note))
        var rows = Catalogue.questions
        rows[0].isMine = true
        rows[0].isBookmarked = true
        rows[1].isSuspended = true
        rows[2].isBuried = true
        store.reply(to: .questions(Samples.topic.scope, after: nil), with: .questions(rows, total: rows.count))
        probe.press("esc")
        #expect(
            Array(probe.lines[3...5]) == [
                " ▸ ✓ ★ ✎ Which end of a TCP connection enters TIME-…  beginner      single",
                "   – ★ The final ACK is lost.              suspended  beginner      single",
                "   –   Name the segments.                     buried  beginner      single",
            ])
        probe.press("!")
        #expect(
            try probe.top(as: QuestionMenuScreen.self).menu == QuestionMenu(question: "time-wait", place: .list))
    }

    @Test("Questions are shown with how they were answered last, bookmarks starred")
    func shown() {
        #expect(
            ScreenProbe(.questions(listing), on: store).text == """
                 Channels ▸ Networking ▸ TCP/IP                              4 questions  saved
                ────────────────────────────────────────────────────────────────────────────────
                 ▸ Practise 4                                                     unseen first
                   ✓   Which end of a TCP connection enters TIME-WA…  beginner      single
                   ✗ ★ The final ACK is lost.                         beginner      single
                   ○   Name the segments.                             beginner      single
                   ·   What is the MSS?                               beginner      single















                ────────────────────────────────────────────────────────────────────────────────
                 ↵ open   p practise   / find   f filter   s sort   ? help   esc back
                """)
    }

    @Test("Enter on the first row opens the set-up sheet, on a question practises it alone")
    func open() {
        var probe = ScreenProbe(.questions(listing), on: store)
        probe.press("enter")
        #expect(probe.desk.top is SetUpScreen)
        store.started = .started(session: "s1")
        probe.press("esc down enter")
        #expect(store.commands.contains(.start(StudyRequest(topic: .question("time-wait", title: "TCP/IP")))))
        #expect(probe.desk.top is PracticeScreen)
    }

    @Test("* sets a bookmark and takes it off, and the list is fetched anew")
    func bookmark() {
        var probe = ScreenProbe(.questions(listing), on: store)
        probe.press("down *")
        #expect(store.writes.last == .bookmark(question: "time-wait", isOn: true))
        #expect(probe.hints == " bookmarked")
        probe.press("down *")
        #expect(store.writes.last == .bookmark(question: "half-open", isOn: false))
        #expect(probe.hints == " bookmark taken off")
    }

    @Test("A topic without questions says so")
    func empty() {
        store.reply(to: .questions(Samples.topic.scope, after: nil), with: .questions([], total: 0))
        let probe = ScreenProbe(.questions(listing), on: store)
        #expect(probe.lines[3...4] == ["   No questions here yet.", "   Esc leads back to other topics."])
        #expect(probe.title.hasSuffix("0 questions  saved"))
    }

    @Test("A long list is fetched a page at a time, and its place is kept when it is fetched anew")
    func pages() throws {
        let rows = (0..<500).map { Catalogue.question("q\(1000 + $0)", stem: "Question \($0)") }
        let scope = Samples.topic.scope
        func page(_ start: Int) -> Reply { .questions(Array(rows[start..<min(500, start + 200)]), total: 500) }
        store.reply(to: .questions(scope, after: nil), with: page(0))
        store.reply(to: .questions(scope, after: rows[199].cursor), with: page(200))
        store.reply(to: .questions(scope, after: rows[399].cursor), with: page(400))
        var probe = ScreenProbe(.questions(listing), on: store)
        #expect(store.commands.count { if case .fetch(.questions) = $0 { true } else { false } } == 1)
        for _ in 0..<18 { probe.press("pgdn") }
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ ·   Question 341") })
        probe.press("*")
        #expect(store.writes.last == .bookmark(question: "q1341", isOn: true))
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ ·   Question 341") })
        probe.press("? esc")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ ·   Question 341") })
    }

    @Test("A tall screen is filled at once")
    func tall() throws {
        let rows = (0..<300).map { Catalogue.question("q\(1000 + $0)", stem: "Question \($0)") }
        let scope = Samples.topic.scope
        for start in [0, 100, 200] {
            let cursor = start == 0 ? nil : rows[start - 1].cursor
            let page = Array(rows[start..<start + 100])
            store.reply(to: .questions(scope, after: cursor), with: .questions(page, total: 300))
        }
        let probe = ScreenProbe(.questions(listing), columns: 80, rows: 160, on: store)
        #expect(probe.lines.contains { $0.contains("Question 149") })
    }

    @Test(
        "A stem in a list is one line of plain text",
        arguments: [
            ("Which *end*\nof `TCP`?", "Which end of TCP?"),
            ("Look:\n```sh\nls -l\n```\nWhat is it?", "Look: What is it?"),
            ("```\nonly code\n```", ""), ("", ""), ("a\n\n\nb", "a b"),
        ])
    func plainStem(markdown: String, line: String) { #expect(PlainStem.line(markdown) == line) }
}
