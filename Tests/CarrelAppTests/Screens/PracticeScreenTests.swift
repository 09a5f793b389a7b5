import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Going through a session")
struct PracticeScreenTests {
    let store = Samples.store(Samples.single, Samples.multiple, Samples.free)
    var probe: ScreenProbe

    init() { probe = ScreenProbe(.session("s1"), on: store) }

    private var screen: PracticeScreen { get throws { try probe.top() } }

    @Test("n and p, → and ← go through the items, as far as there are any")
    mutating func nextAndPrevious() throws {
        probe.press("p left")
        #expect(try screen.position == 0)
        probe.press("n right")
        #expect(try screen.position == 2)
        #expect(store.places.last?.cursor == 2)
        probe.press("esc n right")
        #expect(try screen.position == 2)
        probe.press("p left")
        #expect(try screen.position == 0)
    }

    @Test("Answering the last open item finishes the session into its summary")
    mutating func finish() {
        var done = Samples.session([Samples.single])
        done.status = .completed
        store.reply(to: .summary("s1"), with: .summary(SummaryFacts(session: done)))
        probe.press("a enter enter a b enter")
        #expect(probe.hints.hasPrefix(" ↵ next"))
        probe.press("enter space 1")
        #expect(probe.hints.hasPrefix(" ↵ finish"))
        probe.press("enter")
        #expect(store.events.last == .sessionCompleted(SessionCompleted(score: 100 * 2 / 3)))
        #expect(probe.desk.top is SummaryScreen)
        probe.press("esc")
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("An item that was passed over is asked before the session can finish")
    mutating func passedOver() throws {
        probe.press("n a b enter enter space 3")
        #expect(try screen.position == 0)
        #expect(try screen.phase == .choosing)
        probe.press("a enter")
        #expect(probe.hints.hasPrefix(" ↵ finish"))
    }

    @Test("An answered item is shown with its answer when I come back to it")
    mutating func answeredAgain() throws {
        probe.press("b enter n p")
        #expect(try screen.phase == .answered)
        #expect(probe.lines.contains { $0.contains("✗ b (•)") })
        probe.press("a b c")
        #expect(store.events.count == 1)
    }

    @Test("The session opens at the stored item, else at the first open one")
    mutating func resume() throws {
        store.session?.answers["time-wait"] = StandingAnswer(grade: .right)
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(try screen.position == 1)
        store.session?.place.cursor = 2
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(try screen.position == 2)
        probe = ScreenProbe(.sessionItem(session: "s1", question: "time-wait"), on: store)
        #expect(try screen.position == 0)
    }

    @Test("m flags for this session and * bookmarks for good: the header shows both")
    mutating func marks() {
        probe.press("m")
        #expect(store.events == [.itemMarked(ItemMarked(isMarked: true))])
        #expect(probe.hints == " flagged for this session")
        probe.press("*")
        #expect(store.commands.last == .bookmark(question: "time-wait", isOn: true))
        #expect(probe.hints == " bookmarked for good")
        #expect(probe.title.hasSuffix("⚑  ★  1/3  beginner  saved"))
        probe.press("m *")
        #expect(probe.title.hasSuffix("TCP/IP ▸ Practice                            1/3  beginner  saved"))
    }

    @Test("u says what it took back and goes to the item it was on")
    mutating func undo() throws {
        probe.press("a enter enter")
        #expect(try screen.position == 1)
        store.undone = UndoneThing(name: "answer", session: "s1", question: "time-wait")
        probe.press("u")
        #expect(probe.hints == " undone: answer")
        #expect(try screen.position == 0)
        #expect(try screen.phase == .choosing)
    }

    @Test("u without anything to take back says so; what lies elsewhere stays out of sight")
    mutating func undoElsewhere() throws {
        probe.press("u")
        #expect(probe.hints == " nothing to undo")
        store.undone = UndoneThing(name: "setting")
        probe.press("u")
        #expect(probe.hints == " undone: setting")
    }

    @Test("A bookmark that was taken back leaves the header")
    mutating func undoBookmark() {
        probe.press("*")
        #expect(probe.title.contains("★"))
        store.undone = UndoneThing(name: "bookmark", session: nil, question: "time-wait")
        probe.press("u")
        #expect(!probe.title.contains("★"))
    }

    @Test("A session that is not here any more is said and left")
    mutating func noSession() {
        store.session = nil
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(probe.desk.top is HomeScreen)
        #expect(probe.hints == " this session is not here any more")
    }

    @Test("An item in no pack here is passed by, and does not keep the session from ending")
    mutating func missingItem() throws {
        store.items.remove(at: 1)
        store.reply(to: .summary("s1"), with: .summary(SummaryFacts(session: Samples.session([Samples.single]))))
        probe = ScreenProbe(.session("s1"), on: store)
        probe.press("a enter enter")
        #expect(
            probe.lines[3...4] == [
                "  This question is not in any pack here, or is of a kind this version cannot", "  ask.",
            ])
        #expect(probe.hints == " ↵ next   ? help   esc back")
        probe.press("enter space 3")
        #expect(probe.hints.hasPrefix(" ↵ finish"))
        probe.press("enter")
        #expect(probe.desk.top is SummaryScreen)
    }

    @Test("A kind that cannot be asked is passed by as well")
    mutating func unaskable() throws {
        store.items[0].question.kind = .simulation
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(try screen.phase == .missing)
    }

    @Test("What the author changed since the answer is said, and the end of the text can still be reached")
    mutating func changed() throws {
        store.session?.answers["time-wait"] = StandingAnswer(selected: ["active"], grade: .right, contentHash: "older")
        store.session?.place.cursor = 0
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(probe.lines[2] == "  The author changed this item; your answer is kept")
        probe.resize(columns: 40, rows: 12)
        probe.press("end")
        #expect(probe.text.contains("LAST-ACK"))
    }

    @Test("A retired item says so")
    mutating func retired() {
        store.items[0].isRetired = true
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(probe.lines[2] == "  The author retired this item; your answer is kept")
    }

    @Test("Reviewing a finished session changes nothing in it")
    mutating func review() {
        var done = Samples.session([Samples.single])
        done.status = .completed
        done.answers["time-wait"] = StandingAnswer(selected: ["passive"], grade: .wrong, contentHash: "hash-1")
        store.session = done
        store.reply(to: .summary("s1"), with: .summary(SummaryFacts(session: done)))
        probe = ScreenProbe(.summary(session: "s1"), .sessionItem(session: "s1", question: "time-wait"), on: store)
        probe.press("enter")
        #expect(store.events == [])
        #expect(probe.desk.top is SummaryScreen)
        #expect(probe.desk.screens.count == 2)
    }

    @Test("A stem longer than the screen scrolls, and the pointer brings its option in sight")
    mutating func longStem() {
        store.items[0].question.stem = (1...40).map { "Paragraph \($0)." }.joined(separator: "\n\n")
        probe = ScreenProbe(.session("s1"), columns: 40, rows: 10, on: store)
        #expect(probe.lines[2] == "  Paragraph 1.")
        #expect(probe.lines[8].hasSuffix(" 77 more lines PgDn ─"))
        probe.press("pgdn")
        #expect(probe.lines[2] != "  Paragraph 1.")
        probe.press("down")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ b ( ) The end that closes") })
        probe.press("home")
        #expect(probe.lines[2] == "  Paragraph 1.")
        probe.press("end")
        #expect(probe.lines.contains { $0.contains("Both ends") })
    }

    @Test("? lists the keys of the phase, and leaving help shows the item as it was")
    mutating func help() throws {
        probe.press("b")
        let before = probe.text
        probe.press("?")
        #expect(probe.lines[2] == "  Keys on a question")
        probe.press("esc")
        #expect(probe.text == before)
    }

    @Test("Leaving keeps the place", arguments: ["esc", "q", "^C"])
    mutating func leave(key: String) {
        probe.press("n \(key)")
        #expect(store.places.last?.cursor == 1)
        #expect(probe.desk.top is HomeScreen)
    }
}
