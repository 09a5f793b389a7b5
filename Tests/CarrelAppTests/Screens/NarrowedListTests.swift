import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("Lists narrowed by what is typed")
struct NarrowedListTests {
    private static let lists: [AnyScreen] = [
        .channels, .subChannels, .certifications, .certification, .paths, .path, .tags, .history, .bookmarks, .related,
        .reports, .settings, .corrections, .summary, .questionMenu, .themes,
    ]

    @Test("/ picks among the rows of every list that is all here, f on Home", arguments: lists + [.home])
    func every(screen: AnyScreen) {
        var probe = screen.probe(columns: 80, rows: 24)
        let before = probe.lines
        probe.send(.key(.char(screen == .home ? "f" : "/")))
        #expect(probe.lines[2].hasPrefix(" /"))
        probe.type("zzqqzz")
        #expect(probe.lines[3] == "   No row has that. Esc shows all.")
        #expect(probe.lines[2].contains(" 0 of "))
        #expect(probe.hints.hasSuffix("esc clear"))
        probe.press("enter")
        // With nothing to open, nothing is opened.
        probe.press("enter")
        #expect(probe.lines[2].contains(" 0 of "))
        probe.press("esc")
        #expect(probe.lines == before)
    }

    @Test("Sizes", arguments: lists, [(40, 10), (200, 60), (41, 11)])
    func sizes(screen: AnyScreen, size: (columns: Int, rows: Int)) {
        var probe = screen.probe(columns: size.columns, rows: size.rows)
        probe.type("/e")
        #expect(probe.lines.count == size.rows)
        #expect(probe.lines.allSatisfy { Columns.width(of: $0) <= size.columns })
        probe.resize(columns: 1, rows: 1)
        probe.resize(columns: 80, rows: 24)
        #expect(probe.lines[2].hasPrefix(" / e"))
    }

    @Test("What is kept is opened like any row, and Esc shows all again with the same row selected")
    func kept() {
        var probe = AnyScreen.channels.probe(columns: 80, rows: 24)
        let last = Catalogue.channels[Catalogue.channels.count - 1].title
        probe.type("/" + last.lowercased())
        #expect(probe.lines[3].hasPrefix(" ▸ "))
        #expect(probe.lines[3].contains(last))
        #expect(probe.canvas.styles(row: 3).contains(.match))
        probe.press("enter")
        #expect(probe.hints.contains("show all") || probe.hints.contains("esc"))
        probe.press("esc")
        #expect(probe.lines.first { $0.hasPrefix(" ▸ ") }?.contains(last) == true)
        probe.type("/" + last)
        probe.press("enter enter")
        #expect(probe.title.contains(last))
        probe.press("esc")
        #expect(probe.lines[2].hasPrefix(" / \(last)"))
    }

    @Test("A list that is fetched page by page is fetched to its end to pick among all of it")
    func paged() {
        let store = Samples.store(Samples.single)
        Catalogue.script(store)
        let tags = (0..<230).map { number in
            TagRow(tag: "tag\(number)", tally: Tally(total: 3, seen: 1, correct: 1))
        }
        store.reply(to: .tags(after: nil), with: .tags(Array(tags[..<100])))
        store.reply(to: .tags(after: "tag99"), with: .tags(Array(tags[100..<200])))
        store.reply(to: .tags(after: "tag199"), with: .tags(Array(tags[200...])))
        var probe = ScreenProbe(.tags, on: store)
        probe.type("/229")
        #expect(probe.lines[2].contains("1 of 230"))
        #expect(probe.lines[3].hasPrefix(" ▸ tag229"))
    }

    @Test("A list of questions too long to be fetched is narrowed where the questions are, page by page")
    func questions() throws {
        let performer = try Library.performer()
        let scope = QuestionScope.all
        let total = try performer.store.count(in: scope)
        #expect(total > 100)
        let stems = try performer.store.questions(in: scope, limit: 10_000).map { PlainStem.line($0.stem) }
        var topic = Samples.topic
        topic.scope = scope
        var probe = ScreenProbe(
            .questions(QuestionListing(crumbs: ["All"], topic: topic)), perform: { performer.perform($0) })
        let before = probe.lines
        probe.press("down down down")
        let selected = probe.lines
        probe.type("/e")
        #expect(probe.lines[2].hasPrefix(" / e"))
        #expect(probe.lines[2].contains("100+ of \(total)"))
        // No row but those that are found, and the first of them is selected.
        #expect(probe.lines[3].hasPrefix(" ▸ "))
        #expect(!probe.lines[3].contains("Practise"))
        #expect(probe.canvas.styles(row: 3).contains(.match))
        let rare = String(stems[7].prefix(14))
        probe.press("^U")
        probe.type(rare)
        let pattern = FuzzyPattern(rare)
        let found = stems.filter { pattern.match(in: $0) != nil }
        #expect(found.count > 0 && found.count < 100)
        #expect(probe.lines[2].contains("\(found.count) of \(total)"))
        #expect(probe.lines[3].contains(found[0].prefix(20)))
        probe.press("enter")
        #expect(probe.hints.contains("show all"))
        probe.press("esc")
        #expect(probe.lines == selected)
        probe.press("g")
        #expect(probe.lines == before)
        probe.type("/zzqqzz")
        #expect(probe.lines[3] == "   No row has that. Esc shows all.")
        #expect(probe.lines[2].contains("0 of \(total)"))
        probe.press("enter enter")
        #expect(probe.lines[2].contains("0 of \(total)"))
        probe.press("esc")
        #expect(probe.lines == before)
        // All of those that are found are fetched as the selection goes down.
        probe.type("/e")
        probe.press("enter G G G G")
        let last = try #require(stems.last { FuzzyPattern("e").match(in: $0) != nil })
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ ") && $0.contains(last.prefix(20)) })
    }

    @Test("A click under the field hits the row it is on")
    func mouse() {
        var probe = AnyScreen.channels.probe(columns: 80, rows: 24)
        probe.type("/e")
        probe.send(.mouse(Mouse(kind: .press, column: 4, row: 3)))
        #expect(probe.title.hasPrefix(" Channels ▸ "))
    }
}
