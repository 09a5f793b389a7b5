import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("Filtering a list")
struct ListFilterTests {
    let store = Samples.store(Samples.single)
    let listing = QuestionListing(crumbs: ["Channels", "Networking", "TCP/IP"], topic: Samples.topic)

    init() { Catalogue.script(store) }

    private func probe(columns: Int = 80) -> ScreenProbe {
        ScreenProbe(.questions(listing), columns: columns, on: store)
    }

    @Test("The sheet shows what can be chosen and how many questions that leaves")
    func sheet() {
        var probe = probe()
        probe.press("f down right")
        #expect(
            Array(probe.lines[0...10]) == [
                " Channels ▸ Networking ▸ TCP/IP ▸ Filter                                  saved",
                String(repeating: "─", count: 80), "",
                "   Difficulty [any]  beginner   intermediate   advanced",
                " ▸ Status      any  [wrong]  unseen   right   bookmarked   flagged   noted  …",
                "   Kind       [any]  free   single   multiple   ordering   matching  …",
                "   Tags       [any]", "   Companies  [any]", "", "   1 question", "",
            ])
        #expect(probe.hints == " ↵ show   ␣ change   ^X clear   ? help   esc back")
    }

    @Test("Enter shows what is left, in words; p practises that; Esc shows all again, then leads back")
    func apply() throws {
        var probe = probe()
        probe.press("f down right enter")
        #expect(
            Array(probe.lines[2...5]) == [
                " wrong: 1 of 4",
                " ▸ Practise 1                                                     unseen first",
                "   ✗ ★ The final ACK is lost.                         beginner      single", "",
            ])
        #expect(probe.hints == " ↵ open   p practise   f filter   esc show all   ? help   q back")
        probe.press("p")
        let topic = try probe.top(as: SetUpScreen.self).topic
        #expect(topic.scope == Catalogue.filtered(.wrong))
        #expect(topic.key != Samples.topic.key && topic.subtitle == "TCP/IP, wrong")
        probe.press("esc esc")
        #expect(probe.title.contains("4 questions"))
        probe.press("esc")
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("On a slow link the keys below are those of every row, and names are offered once something is typed")
    func slow() {
        var probe = probe()
        probe.desk.layout.isSlow = true
        probe.press("f")
        let hints = probe.hints
        probe.press("down down down")
        #expect(probe.hints == hints && probe.canvas.cursor == Position(x: 14, y: 6))
        #expect(probe.lines[6] == " ▸ Tags       [any]" && !probe.lines[10...20].contains { $0.contains("tcp") })
        probe.press("t c")
        #expect(probe.lines[6] == " ▸ Tags       tc" && probe.lines[10...20].contains { $0.contains("tcp") })
    }

    @Test("Where nothing is left the filter stands in words, and Esc clears it")
    func nothing() {
        var probe = probe()
        probe.press("f down right right enter")
        #expect(
            Array(probe.lines[2...5]) == [
                " unseen: 0 of 4", "", "   No question here matches.", "   Esc clears the filter; f changes it",
            ])
        probe.press("esc")
        #expect(probe.text.contains("What is the MSS?"))
    }

    @Test("Esc on the sheet leaves the list as it was, x takes every choice back")
    func leave() {
        var probe = probe()
        probe.press("f down right esc")
        #expect(probe.title.contains("4 questions"))
        probe.press("f down right x enter")
        #expect(probe.title.contains("4 questions"))
    }

    @Test("Tags are typed, offered as they are typed and completed by Tab; every letter is text")
    func tags() {
        var sheet = FilterSheet(QuestionFilter(), scope: .all)
        let tags = ["tcp", "TLS", "dns"].map { LabelCount(label: $0, questions: 1) }
        sheet.take(.filterLabels(FilterLabels(tags: tags)))
        for _ in 0..<3 { _ = sheet.press(.down) }
        #expect(sheet.suggestions.map(\.label) == ["tcp", "TLS", "dns"])
        for character in "tl" { _ = sheet.press(.char(character)) }
        #expect(sheet.suggestions.map(\.label) == ["TLS"])
        _ = sheet.press(.tab)
        for character in ", q?x " { _ = sheet.press(.char(character)) }
        #expect(sheet.filter.tags == ["TLS", "q?x"])
        #expect(sheet.press(.control("x")) == .stay)
        #expect(sheet.filter.isEmpty && sheet.tags.isEmpty)
        for character in "tls,DNS" { _ = sheet.press(.char(character)) }
        #expect(sheet.filter.tags == ["TLS", "dns"])
    }

    @Test("A filter comes back to the sheet as it was, choices of several too")
    func roundTrip() {
        var filter = QuestionFilter()
        filter.statuses = [.wrong, .due]
        filter.tags = ["a b", "c"]
        filter.excluded.kinds = [.free]
        var sheet = FilterSheet(filter, scope: .all)
        #expect(sheet.filter == filter)
        #expect(sheet.options(of: .status).first(where: \.isChosen)?.text == "wrong, due")
        _ = sheet.press(.down)
        for _ in 0..<10 { _ = sheet.press(.right) }
        #expect(sheet.press(.enter) == .apply(sheet.filter))
        #expect(sheet.filter.excluded == filter.excluded && sheet.filter.tags == filter.tags)
    }

    @Test("s goes through the orders and says which")
    func sort() {
        for sort in QuestionSort.allCases where sort != .catalogue {
            store.reply(
                to: .questions(Samples.topic.scope, after: nil, sort: sort),
                with: .questions(Catalogue.questions.reversed(), total: 4))
        }
        var probe = probe()
        probe.press("s")
        #expect(probe.hints == " the easiest first")
        #expect(probe.title.contains("the easiest first  4 questions"))
        #expect(probe.lines[3].contains("What is the MSS?"))
        probe.press("s s s")
        #expect(!probe.title.contains("first"))
        #expect(probe.lines[3].contains("Which end"))
    }

    @Test("A list of the packs is filtered to the wrong ones, which are practised")
    func wrongOnes() throws {
        let performer = try Library.performer()
        var probe = ScreenProbe { performer.perform($0) }
        let topic = StudyTopic.channel("networking", title: "Networking")
        let id = "net-dns-cold-lookup"
        probe.desk.start(StudyRequest(topic: .question(id, title: "One")), at: probe.now)
        probe.press("space 1")
        probe.press("esc")
        probe.desk.open(.questions(QuestionListing(crumbs: ["Networking"], topic: topic)), at: probe.now)
        probe.press("f down right enter")
        #expect(probe.lines[2] == " wrong: 1 of 18")
        probe.press("enter enter")
        let session = try probe.top(as: PracticeScreen.self).sessionId
        #expect(try performer.store.session(session)?.items.map(\.questionId) == [id])
    }

    @Test("Bookmarks are filtered too, the newest first as before")
    func bookmarks() throws {
        let performer = try Library.performer()
        let ids = ["net-tcp-handshake", "net-switch-loop", "net-dns-cold-lookup"]
        for id in ids { _ = performer.perform(.bookmark(question: id, isOn: true)) }
        var probe = ScreenProbe(.bookmarks) { performer.perform($0) }
        let all = probe.lines.filter { $0.contains("★") }
        #expect(all.count == 3)
        probe.press("f right enter")
        let beginners = probe.lines.filter { $0.contains("★") }
        #expect(probe.lines[2] == " beginner: \(beginners.count) of 3")
        #expect(beginners == all.filter(beginners.contains))
        probe.press("f down right enter")
        #expect(probe.lines[4] == "   No question here matches.")
        probe.press("esc")
        #expect(probe.lines.filter { $0.contains("★") } == all)
    }
}
