import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("What a learner reported")
struct ReportsContentTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    @Test("Each says of what type it is, what it says, of which question, when, and what became of it")
    func all() {
        #expect(
            Array(ScreenProbe(.reports(question: nil), on: store).lines[2...4]) == [
                " ▸ ○ error: The key is wrong       Which end of a TC…    2 hours ago  pending",
                "   ✓ improvement: Say which end …  elsewhere               yesterday  resolved",
                "   ◐ general: Thank you                                   3 days ago  reviewed",
            ])
    }

    @Test("Of one question, every row has room for what was said")
    func ofQuestion() {
        let probe = ScreenProbe(.reports(question: "time-wait"), on: store)
        #expect(probe.title.hasPrefix(" This question ▸ My reports"))
        let room = String(repeating: " ", count: 29)
        #expect(probe.lines[2] == " ▸ ○ error: The key is wrong" + room + "2 hours ago  pending")
        #expect(probe.lines[3].isEmpty)
    }

    @Test("Enter reads one in full, with what was said to it")
    func read() {
        var probe = ScreenProbe(.reports(question: nil), on: store)
        probe.press("down enter")
        #expect(
            Array(probe.lines[2...5]) == [
                "  improvement, resolved", "  About: elsewhere",
                "  Say which end closes first, and why it is that one.",
                "  Response: Done, thank you",
            ])
        probe.press("esc")
        #expect(probe.lines[3].hasPrefix(" ▸ ✓"))
    }

    @Test("One is taken back with u, and the list fetched anew")
    func undo() {
        var probe = ScreenProbe(.reports(question: nil), on: store)
        store.undone = UndoneThing(name: "report")
        store.reply(to: .reports(of: nil, after: nil), with: .reports(Reports()))
        probe.press("u")
        #expect(probe.hints == " undone: report")
        #expect(probe.lines.contains("   Nothing reported. On any question, ! reports a problem."))
    }

    @Test("This question's menu leads to its reports once there are some")
    func fromMenu() {
        let menu = QuestionMenu(question: "time-wait", place: .list)
        var probe = ScreenProbe(.bookmarks, .questionMenu(menu), on: store)
        #expect(!probe.text.contains("my reports"))
        probe.press("v")
        #expect(probe.desk.top is QuestionMenuScreen)
        store.items[0].reports = 1
        probe = ScreenProbe(.bookmarks, .questionMenu(menu), on: store)
        #expect(probe.text.contains("v View my reports (1)"))
        probe.press("v")
        #expect(probe.desk.top is PagedScreen<ReportsContent>)
        probe.press("esc")
        #expect(probe.desk.top is BookmarksScreen)
    }

    @Test("Home leads to all of them once there are some")
    func fromHome() {
        var probe = ScreenProbe(on: store)
        #expect(!probe.text.contains("My reports"))
        var home = Catalogue.home
        home.reports = 2
        store.reply(to: .home, with: .home(home))
        probe = ScreenProbe(on: store)
        probe.press("G up up")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ My reports") && $0.hasSuffix(" 2") })
        probe.press("enter")
        #expect(probe.desk.top is PagedScreen<ReportsContent>)
    }

    @Test("What is written on a question is listed, and taken back it is not", arguments: [nil, "net-tcp-handshake"])
    func kept(question: String?) throws {
        let performer = try Library.performer()
        let given = FeedbackGiven(type: .error, message: "The key is wrong")
        _ = try performer.perform(.record([NewEvent(.feedbackGiven(given), questionId: "net-tcp-handshake")])).get()
        #expect(try performer.home().reports == 1)
        #expect(try performer.item("net-tcp-handshake")?.reports == 1)
        func messages() throws -> [String] {
            guard case .reports(let found) = try performer.perform(.fetch(.reports(of: question, after: nil))).get()
            else { return [] }
            return found.rows.map(\.message)
        }
        #expect(try messages() == ["The key is wrong"])
        _ = try performer.perform(.undo).get()
        #expect(try messages() == [])
        #expect(try performer.home().reports == 0)
    }
}
