import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("Searching")
struct SearchScreenTests {
    let store = Samples.store(Samples.single, Samples.multiple)

    init() { Catalogue.script(store) }

    private func probe(columns: Int = 80, rows: Int = 24) -> ScreenProbe {
        ScreenProbe(.search, columns: columns, rows: rows, on: store)
    }

    private var searches: [String] {
        store.commands.compactMap { if case .fetch(.search(let query, _)) = $0 { "\(query)" } else { nil } }
    }

    @Test("/ on Home and its row open it, while there are questions")
    func opened() {
        var probe = ScreenProbe(on: store)
        probe.press("/")
        #expect(probe.desk.top is SearchScreen)
        store.reply(to: .home, with: .home(HomeFacts()))
        var empty = ScreenProbe(on: store)
        empty.press("/")
        #expect(empty.desk.top is HomeScreen)
        #expect(!empty.text.contains("Search"))
    }

    @Test("An empty field says what can be typed, and what was searched for last")
    func empty() throws {
        var probe = probe()
        #expect(
            Array(probe.lines[2...10]) == [
                " /", "", "   Words, \"a phrase\", -not. Fields:",
                "   tag: kind: channel: cert: difficulty: company: is:",
                "   is: wrong unseen right bookmarked flagged noted",
                "       mine due suspended slow sure-but-wrong", "", " Recent", " ▸ tls is:wrong",
            ])
        store.reply(to: .search(SearchQuery.read("dns").query, .asYouType), with: .search(SearchResult()))
        probe.press("down enter")
        #expect(try probe.top(as: SearchScreen.self).field.text == "dns")
        #expect(probe.lines[3] == "   Nothing matches dns. Esc clears.")
    }

    @Test("What is found stands with its state, the matches marked, and where else it matches")
    func shown() {
        var probe = probe()
        probe.type("ack")
        #expect(
            Array(probe.lines[0...8]) == [
                " Search                                                                   saved",
                String(repeating: "─", count: 80), " / ack", "   2 questions found",
                "   Practise 2                                                     unseen first",
                " ▸ ✗ The final ACK is lost.                                           beginner",
                "     Networking",
                "   · Name the segments.                                               beginner",
                "     Networking · answer: SYN, SYN-ACK, ACK",
            ])
        let stem = probe.canvas.styles(row: 5)
        #expect(
            stem[4] == .text && stem[5...14].allSatisfy { $0 == .selection }
                && stem[15...17].allSatisfy { $0 == .match })
        #expect(probe.canvas.styles(row: 8)[26...42].filter { $0 == .match }.count == 6)
        #expect(probe.canvas.cursor == Position(x: 6, y: 2))
        #expect(probe.hints == " ↵ open   ↓ down   Tab list   esc clear")
    }

    @Test("A word typed at once is one search; typed key by key it is one a key")
    func debounced() {
        var probe = probe()
        probe.typeAhead("a c k")
        #expect(searches == ["a*", "ac*", "ack"].suffix(1))
        #expect(probe.lines[3] == "   2 questions found")
        probe.press("left right home end")
        #expect(searches.count == 1)
        probe.press("backspace")
        probe.type("k")
        #expect(searches == ["ack", "ac*", "ack"])
    }

    @Test("Rows passed in one batch are not fetched, on a wide screen neither")
    func batches() {
        var probe = probe(columns: 120)
        probe.typeAhead("a c k")
        store.forget()
        probe.typeAhead("down up down up down")
        #expect(store.commands == [.fetch(.preview("handshake", row: Catalogue.hits[1].row))])
    }

    @Test("A field that is none is named with those there are; the rest is searched for")
    func faults() {
        var probe = probe(columns: 120)
        probe.send(.paste("foo:bar ack"))
        #expect(
            probe.lines[3]
                == "   no field foo: tag, kind, channel, cert, difficulty, company, is; in quotes it is searched for")
        #expect(probe.text.contains("The final ACK is lost."))
    }

    @Test("Enter opens the best match, and the search is still there afterwards")
    func open() throws {
        var probe = probe()
        probe.type("ack")
        store.started = .started(session: "s1")
        probe.press("enter")
        #expect(store.commands.contains(.start(StudyRequest(topic: .question("half-open", title: "Search")))))
        #expect(store.events == [.settingChanged(RecentSearches.change(to: ["ack", "tls is:wrong", "dns"]))])
        #expect(probe.desk.top is PracticeScreen)
        probe.press("esc")
        #expect(try probe.top(as: SearchScreen.self).field.text == "ack")
        #expect(probe.text.contains("Name the segments."))
        probe.press("esc")
        #expect(Array(probe.lines[9...11]) == [" Recent", " ▸ ack", "   tls is:wrong"])
        probe.press("enter")
        #expect(try probe.top(as: SearchScreen.self).field.text == "ack")
    }

    @Test("The first row practises what was found, under a key of its own")
    func practise() throws {
        store.reply(to: .setUp(.search(Catalogue.ack)), with: .setUp(SetUpFacts(total: 2, unseen: 1)))
        var probe = probe()
        probe.type("ack")
        probe.press("up enter")
        #expect(probe.title.hasPrefix(" Search: ack ▸ Practice"))
        let topic = try probe.top(as: SetUpScreen.self).topic
        #expect(topic.key == Catalogue.ack.sessionKey)
        #expect(StudyTopic.search(titled: topic.title) == topic)
    }

    @Test("More matches than are looked at as one types are said so, and a row ranks them all")
    func more() {
        let query = Catalogue.ack
        let ids = Catalogue.hits.map(\.id)
        store.reply(to: .search(query, .asYouType), with: .search(SearchResult(ids: ids, hasMore: true)))
        store.reply(to: .search(query, .all), with: .search(SearchResult(ids: ids.reversed(), hasMore: true)))
        store.reply(to: .hits(ids.reversed(), of: query), with: .hits(Catalogue.hits))
        var probe = probe()
        probe.send(.paste("ack"))
        #expect(probe.lines[3] == "   2+ questions found")
        #expect(probe.lines[5].hasPrefix("   Put the best of all matches first"))
        probe.press("up enter")
        #expect(store.commands.contains(.fetch(.search(query, .all))))
        #expect(probe.lines[5].hasPrefix(" ▸ · Name the segments."))
    }

    @Test("Tab leads to the list and back: there keys are commands")
    func list() throws {
        var probe = probe()
        probe.type("ack")
        probe.press("tab j *")
        #expect(store.writes == [.bookmark(question: "handshake", isOn: true)])
        #expect(probe.hints == " bookmarked")
        probe.press("? G")
        #expect(probe.text.contains("Keys while searching"))
        probe.press("esc tab x")
        #expect(try probe.top(as: SearchScreen.self).field.text == "ackx")
        probe.press("backspace tab q")
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("f in the list writes its choices into the field")
    func filter() throws {
        var probe = probe()
        probe.type("ack")
        probe.press("tab f down right enter")
        #expect(try probe.top(as: SearchScreen.self).field.text == "ack is:wrong ")
        #expect(searches.last == "ack is:wrong")
    }

    @Test("Esc clears, then leads back; nothing found says what was searched for")
    func clear() throws {
        var probe = probe()
        probe.type("foo:bar zz")
        #expect(probe.lines[3].hasPrefix("   no field foo: "))
        probe.press("esc")
        #expect(try probe.top(as: SearchScreen.self).field.isEmpty)
        #expect(probe.lines[9] == " Recent")
        probe.press("esc")
        #expect(probe.desk.top is HomeScreen)
    }
}

@Suite("Searching the packs of this repository")
struct SearchingTests {
    let performer: StorePerformer

    init() throws { performer = try Library.performer() }

    @Test("A question is found by a word of its options, answered, and found as answered")
    func findAndAnswer() throws {
        var probe = ScreenProbe(columns: 120, rows: 40) { performer.perform($0) }
        probe.typeAhead("/")
        probe.typeAhead("c l o s e - w a i t")
        #expect(probe.lines[3].hasSuffix(" found"))
        #expect(probe.text.contains("not answered yet"))
        probe.press("enter a enter")
        #expect(try performer.store.recentSessions(limit: 1).first?.completedItems == 1)
        probe.press("esc")
        #expect(probe.text.contains("answered once, last just now"))
        probe.press("esc")
        #expect(probe.lines.contains { $0.hasSuffix("close-wait") })
        probe.send(.paste("-is:unseen"))
        #expect(probe.lines[3] == "   1 question found")
    }

    @Test("Practising what was found can be gone on with from the summary")
    func practise() throws {
        let query = SearchQuery.read("channel:networking dns").query
        let topic = StudyTopic.search(query, text: "channel:networking dns")
        guard case .started(let session) = try performer.start(StudyRequest(topic: topic)) else {
            return #expect(Bool(false))
        }
        #expect(try performer.summary(session)?.again == topic)
        let facts = try performer.setUp(topic.scope)
        #expect(facts.total > 2 && facts.total == facts.unseen)
    }
}
