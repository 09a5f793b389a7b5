import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("Tags and history")
struct PagedScreenTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    @Test("Tags show how much of each was seen and is mastered, and lead to their questions")
    mutating func tags() throws {
        var probe = ScreenProbe(.tags, on: store)
        #expect(
            Array(probe.lines[2...4]) == [
                " ▸ dns                                             3/12 seen  ███░░░░░░░  25 %",
                "   tcp                                              0/4 seen  ░░░░░░░░░░   0 %", "",
            ])
        store.reply(to: .questions(.tag("tcp"), after: nil), with: .questions([], total: 0))
        store.reply(to: .setUp(.tag("tcp")), with: .setUp(SetUpFacts(total: 4)))
        probe.press("down p")
        #expect(try probe.top(as: SetUpScreen.self).topic == .tag("tcp"))
        probe.press("esc enter")
        #expect(probe.title.hasPrefix(" Tags ▸ tcp "))
    }

    @Test("The last row is the last of all, however many pages are still to come")
    func lastOfAll() throws {
        let performer = try Library.performer()
        let tags = try performer.store.tags(limit: 10_000)
        #expect(tags.count > 2 * PagedRows<TagRow>.pageSize)
        var probe = ScreenProbe(.tags, perform: { performer.perform($0) })
        probe.press("G")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ \(tags.last?.tag ?? "none") ") })
        #expect(probe.lines[22].contains("\(tags.count - 20) ↑ more"))
        let all = try performer.store.questions(in: .all, limit: 10_000)
        var topic = Samples.topic
        topic.scope = .all
        var list = ScreenProbe(
            .questions(QuestionListing(crumbs: ["All"], topic: topic)), perform: { performer.perform($0) })
        list.press("G")
        let last = PlainStem.line(all.last?.stem ?? "").prefix(20)
        #expect(list.lines.contains { $0.hasPrefix(" ▸") && $0.contains(last) })
    }

    @Test("The end of a list of 300,000 is reached as well: a page fetched for a page leaves nothing behind")
    func farEnd() throws {
        let total = 300_000
        var row = QuestionRow(
            id: "q", stem: "Which port?", kind: .single, difficulty: .beginner, subChannel: "tcp", answers: 0,
            isBookmarked: false, isSuspended: false)
        row.cursor = QuestionCursor(keys: [.number(1)])
        var topic = Samples.topic
        topic.scope = .all
        var list = ScreenProbe(
            .questions(QuestionListing(crumbs: ["All"], topic: topic)),
            perform: { command in
                guard case .fetch(.questions) = command else { return store.perform(command) }
                return .success(
                    .questions(Array(repeating: row, count: QuestionListScreen.pageSize), total: total, isExact: true))
            })
        list.press("G")
        #expect(list.lines[22].contains("\(total - 19) ↑ more"))
    }

    @Test("History says what, how it went, when and how long; what is under way is marked")
    func history() {
        #expect(
            Array(ScreenProbe(.history, on: store).lines.prefix(6)) == [
                " History                                                                  saved",
                String(repeating: "─", count: 80),
                " ▸ ◐ Networking ▸ TCP/IP                      1:35    2 hours ago   go on 3/10",
                "   ✓ Linux                                   12:34      yesterday   8/10 right",
                "   ○ Tag ▸ dns                                1:01     9 days ago    ended 1/4", "",
            ])
    }

    @Test("Enter opens the summary of an ended session and goes on with an active one")
    mutating func open() throws {
        var probe = ScreenProbe(.history, on: store)
        probe.press("enter")
        #expect(try probe.top(as: PracticeScreen.self).sessionId == "s1")
        probe = ScreenProbe(.history, on: store)
        store.reply(to: .summary("s2"), with: .summary(Catalogue.summary))
        probe.press("down enter")
        #expect(try probe.top(as: SummaryScreen.self).sessionId == "s2")
        probe.press("esc")
        #expect(probe.title.hasPrefix(" History "))
    }

    @Test("x ends an active session, and only such a one")
    mutating func end() {
        var probe = ScreenProbe(.history, on: store)
        #expect(probe.hints.contains("x end it"))
        probe.press("x")
        #expect(store.events == [.sessionAbandoned(SessionAbandoned())])
        #expect(probe.hints == " session ended; u brings it back")
        probe.press("down")
        #expect(!probe.hints.contains("x end it"))
        probe.press("x")
        #expect(store.events.count == 1)
    }

    @Test("An empty list says so")
    func empty() {
        store.reply(to: .history(after: nil), with: .history(PastSessions()))
        store.reply(to: .tags(after: nil), with: .tags([]))
        #expect(ScreenProbe(.history, on: store).lines[3] == "   Nothing studied yet.")
        #expect(ScreenProbe(.tags, on: store).lines[3] == "   No question here has a tag.")
    }

    @Test("A long list is fetched a page at a time, and to where I was when I come back")
    mutating func pages() throws {
        let all = (0..<450).map { TagRow(tag: "t\(1000 + $0)", tally: Tally(total: 1)) }
        for start in [0, 200, 400] {
            let after = start == 0 ? nil : all[start - 1].tag
            store.reply(to: .tags(after: after), with: .tags(Array(all[start..<min(450, start + 200)])))
        }
        store.reply(to: .setUp(.tag("t1449")), with: .setUp(SetUpFacts(total: 4)))
        var probe = ScreenProbe(.tags, on: store)
        #expect(store.commands.count { if case .fetch(.tags) = $0 { true } else { false } } == 1)
        probe.press("end end end")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ t1449") })
        probe.press("p esc")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ t1449") })
        probe.press("g")
        #expect(probe.lines[2].hasPrefix(" ▸ t1000"))
    }

    @Test("A failed fetch is said")
    func refused() {
        store.fetchRefusal = .locked
        #expect(ScreenProbe(.history, on: store).hints == " \(Refusal.locked.message)")
    }
}
