import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Going somewhere, and back")
struct DeskWaysTests {
    private func probe(_ screen: AnyScreen, _ columns: Int = 80, _ rows: Int = 24) -> ScreenProbe {
        screen.probe(columns: columns, rows: rows)
    }

    private func names(_ probe: ScreenProbe) -> [String] { probe.desk.screens.map { "\(type(of: $0))" } }

    @Test(
        "What may follow stands at the foot of the screen at once, and fits",
        arguments: [(80, 24), (40, 10), (200, 60)])
    func box(size: (columns: Int, rows: Int)) {
        var probe = probe(.channels, size.columns, size.rows)
        let title = probe.title
        probe.press("'")
        #expect(probe.title == title)
        #expect(probe.text.contains("─ ' go to ─"))
        for place in Place.allCases where place != .channels { #expect(probe.text.contains(" \(place.title)")) }
        #expect(!probe.lines.dropFirst(2).joined().contains("Channels "))
        #expect(probe.lines.allSatisfy { Columns.width(of: $0) <= size.columns })
        #expect(probe.hints.hasPrefix(" esc cancel"))
        probe.press("esc")
        #expect(probe.desk.overlay == nil && probe.title == title)
    }

    @Test("A letter goes there from anywhere, and another says that there is nothing")
    func go() {
        var probe = probe(.subChannels)
        probe.press("' b")
        #expect(names(probe) == ["HomeScreen", "BookmarksScreen"])
        probe.press("' Z")
        #expect(probe.hints.hasPrefix(" Z: nothing to go to"))
        probe.press("' h")
        #expect(names(probe) == ["HomeScreen"])
    }

    @Test("^O goes back to what was open before a jump, screen by screen")
    func back() {
        var probe = probe(.subChannels)
        let before = (probe.title, names(probe))
        probe.press("' b")
        probe.desk.open(.settings, at: probe.now)
        probe.press("^O")
        #expect(names(probe) == ["HomeScreen", "BookmarksScreen"])
        probe.press("' h")
        probe.press("^O")
        #expect(names(probe) == ["HomeScreen", "BookmarksScreen"])
        probe.press("' '")
        #expect((probe.title, names(probe)) == before)
        probe.press("^O")
        #expect(names(probe) == ["HomeScreen"])
        probe.press("^O")
        #expect(names(probe) == ["HomeScreen"] && probe.desk.exitStatus == nil)
    }

    @Test("A jump that went back with Esc instead still leads back")
    func escaped() {
        var probe = probe(.subChannels)
        probe.press("' b esc")
        #expect(names(probe) == ["HomeScreen"])
        probe.press("^O")
        #expect(names(probe).count == 2 && probe.title.hasPrefix(" Channels ▸ Networking"))
    }

    @Test("On questions, in fields and in exams the keys mean what they meant there", arguments: AnyScreen.allCases)
    func elsewhere(screen: AnyScreen) throws {
        var probe = probe(screen)
        let offer = try #require(probe.desk.top?.offer)
        probe.send(.key(.char("'")))
        let isOpen = if case .goTo = probe.desk.overlay { true } else { false }
        let isHeld = probe.desk.stack.contains { $0.screen.isHeld }
        #expect(isOpen == (!offer.isText && !offer.context.isQuestion && !isHeld))
    }

    @Test("In an exam no command leads elsewhere, and a jump back closes what is over the item")
    func exam() {
        var probe = probe(.examOverview)
        probe.press(":")
        #expect(!probe.text.contains("go to Search") && !probe.text.contains("go to Home"))
        probe.press("esc")
        let open = probe.desk.stack.count
        probe.press("^O")
        #expect(probe.desk.stack.count == open)
        #expect(names(probe).last == "ExamScreen")
    }

    @Test("What is typed and not kept is kept before a jump; where that is refused nothing is left")
    func draft() {
        var probe = probe(.writing)
        probe.type("half an answer")
        probe.press("esc")
        probe.type(":go to bookmarks")
        probe.press("enter")
        #expect(probe.title.hasPrefix(" Bookmarks"))
        probe.press("^O")
        #expect(probe.text.contains("half an answer"))
    }

    @Test("A session that was gone on with after a jump is come back to as it is on disk, and its clock begins anew")
    func sessionGoneOnWith() throws {
        let performer = try Library.performer()
        var probe = ScreenProbe { performer.perform($0) }
        let question = "net-tcp-handshake"
        let topic = StudyTopic.retry([question], of: "none", title: "Networking")
        probe.desk.start(StudyRequest(topic: topic), at: probe.now)
        let session = try probe.top(as: PracticeScreen.self).sessionId
        probe.type("SYN")
        probe.press("esc")
        probe.type(":go to home")
        probe.press("enter")
        #expect(names(probe) == ["HomeScreen"])
        probe.desk.open(.session(session), at: probe.now)
        probe.type(", SYN-ACK")
        probe.press("esc esc")
        #expect(names(probe) == ["HomeScreen"])

        probe.wait(seconds: 600)
        probe.press("^O")
        #expect(try probe.top(as: PracticeScreen.self).field.text == "SYN, SYN-ACK")
        probe.press("esc esc")
        #expect(try performer.store.session(session)?.place?.drafts == [question: "SYN, SYN-ACK"])

        probe.desk.open(.session(session), at: probe.now)
        probe.press("esc")
        probe.type(":go to home")
        probe.press("enter")
        probe.wait(seconds: 600)
        probe.press("^O")
        probe.wait(seconds: 5)
        probe.press("enter")
        #expect(try probe.top(as: PracticeScreen.self).session?.answers[question]?.elapsedMs == 5_000)
    }

    @Test("A session that was ended after a jump is answered no more")
    func sessionEnded() throws {
        let performer = try Library.performer()
        var probe = ScreenProbe { performer.perform($0) }
        let topic = StudyTopic.retry(["net-tcp-handshake"], of: "none", title: "Networking")
        probe.desk.start(StudyRequest(topic: topic), at: probe.now)
        let session = try probe.top(as: PracticeScreen.self).sessionId
        probe.press("esc")
        probe.type(":go to home")
        probe.press("enter")
        let end = NewEvent(.sessionAbandoned(SessionAbandoned()), sessionId: session)
        _ = try performer.perform(.record([end])).get()
        probe.press("^O")
        #expect(names(probe) == ["HomeScreen", "SummaryScreen"])
        #expect(probe.hints == " this session was ended")
    }

    @Test("^O leaves whatever is open, sheets and dialogs with it", arguments: AnyScreen.allCases)
    func everywhere(screen: AnyScreen) throws {
        var probe = probe(screen)
        let offer = try #require(probe.desk.top?.offer)
        guard !offer.isText, !offer.context.isQuestion, probe.desk.stack.count > 1 else { return }
        let before = probe.lines
        probe.press("^O")
        #expect(!probe.hints.contains("not possible any more"))
        #expect(probe.lines != before)
    }

    @Test("What a jump keeps is said to be saved")
    func saved() {
        let store = Samples.store(Samples.free)
        Catalogue.script(store)
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.type("half")
        store.refusal = .locked
        probe.press("esc esc")
        #expect(probe.title.hasSuffix("NOT SAVED"))
        store.refusal = nil
        probe.type(":go to bookmarks")
        probe.press("enter")
        #expect(probe.desk.top is BookmarksScreen)
        #expect(store.places.last?.drafts == ["handshake": "half"])
        #expect(probe.title.hasSuffix("  saved"))
    }

    @Test("A jump is forgotten when there are more than are kept")
    func most() {
        var probe = probe(.subChannels)
        for _ in 0..<(Jump.most + 10) { probe.press("' b ' c") }
        #expect(probe.desk.trail.count == Jump.most)
    }

    @Test("After a change of size what is come back to is laid out anew")
    func resized() {
        var probe = probe(.subChannels)
        probe.press("' b")
        probe.resize(columns: 40, rows: 10)
        probe.press("^O")
        #expect(probe.lines.count == 10 && probe.lines.allSatisfy { Columns.width(of: $0) <= 40 })
    }
}
