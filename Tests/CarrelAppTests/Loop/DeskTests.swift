import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The desk")
struct DeskTests {
    let store = Samples.store(Samples.single, Samples.multiple)
    var probe: ScreenProbe

    init() {
        Catalogue.script(store)
        probe = ScreenProbe(on: store)
    }

    private var names: [String] { probe.desk.screens.map { "\(type(of: $0))" } }

    @Test("Esc, ← and h do nothing on Home; q leaves", arguments: ["esc", "left", "h"])
    mutating func home(key: String) {
        probe.press(key)
        #expect(probe.desk.exitStatus == nil)
        #expect(names == ["HomeScreen"])
        probe.press("q")
        #expect(probe.desk.exitStatus == 0)
    }

    @Test("^C acts as Esc, and on Home leaves")
    mutating func interrupt() {
        probe.desk.open(.channels, at: probe.now)
        probe.press("^C")
        #expect(names == ["HomeScreen"])
        #expect(probe.desk.exitStatus == nil)
        probe.press("^C")
        #expect(probe.desk.exitStatus == 0)
    }

    @Test(
        "On Home ^C shows all rows again where not all are shown, and only then leaves", arguments: ["f", "f a enter"])
    mutating func interruptNarrowed(keys: String) {
        store.reply(to: .home, with: .home(Catalogue.home))
        probe.desk.refresh(at: probe.now)
        probe.press(keys)
        #expect(probe.lines[2].hasPrefix(" /"))
        #expect(probe.desk.leaving(among: [.key(.control("c"))]) == nil)
        probe.press("^C")
        #expect(probe.desk.exitStatus == nil && !probe.lines[2].hasPrefix(" /"))
        probe.press("^C")
        #expect(probe.desk.exitStatus == 0)
    }

    @Test("Esc and q go back one screen, and what is uncovered fetches anew", arguments: ["esc", "q", "left", "h"])
    mutating func back(key: String) {
        probe.desk.open(.channels, at: probe.now)
        probe.desk.open(.subChannels(channel: "networking", title: "Networking"), at: probe.now)
        store.forget()
        probe.press(key)
        #expect(names == ["HomeScreen", "CatalogueListScreen"])
        #expect(store.commands == [.fetch(.channels)])
    }

    @Test("After the end nothing is handled any more")
    mutating func afterTheEnd() {
        probe.typeAhead("q down enter")
        #expect(names == ["HomeScreen"])
        #expect(probe.desk.exitStatus == 0)
    }

    @Test("Moves in one batch add up; what was typed after a screen opened is dropped, with pastes and clicks")
    mutating func typeAhead() {
        let movesDrop = probe.typeAhead("down down up")
        #expect(!movesDrop)
        probe.desk.open(.channels, at: probe.now)
        let events: [TerminalEvent] = [
            .key(.enter), .key(.escape), .paste("x"), .mouse(Mouse(kind: .press, column: 0, row: 0)), .key(.char("q")),
        ]
        let openingDrops = probe.desk.handle(events, at: probe.now)
        #expect(openingDrops)
        #expect(names == ["HomeScreen", "CatalogueListScreen", "CatalogueListScreen"])
    }

    @Test("A signal ends the program even behind a barrier", arguments: [(Int32(1), Int32(129)), (15, 143)])
    mutating func signal(number: Int32, status: Int32) {
        probe.send(.key(.enter), .closed(signal: number), .key(.char("q")))
        #expect(probe.desk.exitStatus == status)
    }

    @Test("A signal that comes while many keys wait ends the program before they are through")
    mutating func signalAmongKeys() {
        let keys = [TerminalEvent](repeating: .key(.char("j")), count: 1_000)
        var asked = 0
        _ = probe.desk.handle(keys, at: probe.now) {
            asked += 1
            return asked == 3 ? .closed(signal: 15) : nil
        }
        #expect(probe.desk.exitStatus == 143)
        #expect(asked == 3)
    }

    @Test("Keys do nothing where there is no room to show what they would act on, but to leave")
    mutating func unseen() {
        probe.desk.open(.channels, at: probe.now)
        probe.desk.resize(columns: 39, rows: 9, at: probe.now)
        let before = names
        probe.press("enter down q esc : ?")
        probe.send(.paste("x"))
        #expect(names == before)
        probe.press("^C ^C")
        #expect(probe.desk.exitStatus == 0)
    }

    @Test("Only what ends the program from this screen is a reason to abandon what is underway")
    mutating func leaving() {
        let keys: [TerminalEvent] = [.tick, .key(.char("j")), .key(.escape), .key(.char("q")), .key(.control("c"))]
        #expect(probe.desk.leaving(among: keys) == .key(.char("q")))
        #expect(probe.desk.leaving(among: [.key(.control("c"))]) == .key(.control("c")))
        #expect(probe.desk.leaving(among: [.key(.char("h")), .resized, .paste("q")]) == nil)
        probe.desk.open(.channels, at: probe.now)
        #expect(probe.desk.leaving(among: keys) == nil)
        #expect(probe.desk.leaving(among: keys + [.closed(signal: 15)]) == .closed(signal: 15))
        #expect(probe.desk.exitStatus == nil)
    }

    @Test(
        "Behind a key that changes what is on screen, another ends nothing yet",
        arguments: [":", "'", "f", ",", "enter"])
    func leavingLater(name: String) throws {
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(on: store)
        probe.press("down")
        let key = try #require(Key(named: name))
        let keys: [TerminalEvent] = [.key(key), .key(.char("q")), .key(.control("c"))]
        #expect(probe.desk.leaving(among: keys) == nil)
        #expect(probe.desk.leaving(among: keys + [.closed(signal: 1)]) == .closed(signal: 1))
        let click = TerminalEvent.mouse(Mouse(kind: .press, column: 3, row: 3))
        #expect(probe.desk.leaving(among: [click, .key(.char("q"))]) == nil)
        #expect(probe.desk.leaving(among: [.key(.down), .key(.char("G")), .key(.char("q"))]) == .key(.char("q")))
    }

    @Test("What was said is taken back only while it stands there")
    mutating func unsaid() {
        probe.desk.say("waiting")
        probe.desk.unsay("something else")
        #expect(probe.hints == " waiting")
        probe.desk.unsay("waiting")
        #expect(probe.desk.message == nil)
    }

    @Test("A message stands in the place of the hints until the next key")
    mutating func message() {
        probe.desk.say("hello")
        #expect(probe.hints == " hello")
        probe.send(.tick)
        #expect(probe.hints == " hello")
        probe.press("down")
        #expect(probe.hints.hasPrefix(" ↵ open"))
    }

    @Test("The header says in words when the last write failed, and again when one succeeded")
    mutating func saved() {
        #expect(probe.title.hasSuffix("  saved"))
        store.refusal = .locked
        probe.press("u")
        #expect(probe.title.hasSuffix("NOT SAVED"))
        #expect(probe.hints == " the file is being written by another program")
        store.refusal = nil
        probe.press("u")
        #expect(probe.title.hasSuffix("  saved"))
    }

    @Test("A session that starts takes the place of the set-up sheet")
    mutating func startReplacesSheet() {
        store.started = .started(session: "s1")
        probe.desk.open(.setUp(Samples.topic), at: probe.now)
        probe.press("enter")
        #expect(names == ["HomeScreen", "PracticeScreen"])
    }

    @Test("Where a session is active already the learner is asked, and can go on, start anew or leave it")
    mutating func alreadyActive() {
        store.started = .alreadyActive(session: "s1", answered: 3, total: 10)
        probe.desk.open(.setUp(Samples.topic), at: probe.now)
        probe.press("enter")
        #expect(names == ["HomeScreen", "ConfirmScreen"])
        probe.press("esc")
        #expect(names == ["HomeScreen"])

        probe.desk.open(.setUp(Samples.topic), at: probe.now)
        probe.press("enter enter")
        #expect(names == ["HomeScreen", "PracticeScreen"])
        probe.press("esc")

        probe.desk.open(.setUp(Samples.topic), at: probe.now)
        probe.press("enter")
        store.started = .started(session: "s1")
        probe.press("down enter")
        #expect(names == ["HomeScreen", "PracticeScreen"])
        guard case .start(let request)? = store.commands.last(where: { if case .start = $0 { true } else { false } })
        else { return #expect(Bool(false), "nothing started") }
        #expect(request.startsOver)
    }

    @Test("One question on its own goes on without asking")
    mutating func oneQuestion() {
        store.started = .alreadyActive(session: "s1", answered: 0, total: 1)
        probe.desk.start(StudyRequest(topic: .question("time-wait", title: "TCP/IP")), at: probe.now)
        #expect(names == ["HomeScreen", "PracticeScreen"])
    }

    @Test("Choices that match nothing are said, and the sheet stays")
    mutating func nothingToAsk() {
        probe.desk.open(.setUp(Samples.topic), at: probe.now)
        probe.press("enter")
        #expect(probe.hints == " no question here matches these choices")
        #expect(names == ["HomeScreen", "SetUpScreen"])
    }

    @Test("From a summary, Home is one key whatever lies between")
    mutating func goHome() {
        for destination: Destination in [.channels, .subChannels(channel: "networking", title: "Networking")] {
            probe.desk.open(destination, at: probe.now)
        }
        probe.desk.open(.summary(session: "s1"), at: probe.now)
        probe.press("enter")
        #expect(names == ["HomeScreen"])
    }

    @Test("Every open screen learns the new size")
    mutating func resize() {
        probe.desk.open(.session("s1"), at: probe.now)
        probe.desk.open(.help(KeyTable.choice.help(in: QuestionFacts())), at: probe.now)
        probe.resize(columns: 50, rows: 12)
        probe.press("esc")
        #expect((probe.desk.top as? PracticeScreen)?.columns == 50)
        #expect(probe.lines.count == 12)
    }

    @Test("Another program's write is shown and said")
    mutating func changedElsewhere() {
        probe.desk.open(.channels, at: probe.now)
        store.forget()
        probe.desk.noticeChange(at: probe.now)
        #expect(store.commands == [.fetch(.channels)])
    }
}
