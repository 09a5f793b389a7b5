import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The clock of an exam")
struct ExamClockTests {
    let store = Exams.store()
    var probe: ScreenProbe

    init() { probe = ScreenProbe(.exam(session: "s1"), on: store) }

    private func screen(_ probe: ScreenProbe) throws -> ExamScreen { try probe.top() }

    @Test("It moves once a second, is hidden and shown by t, and returns for the last five minutes")
    mutating func hidden() throws {
        #expect(probe.desk.tick == 1_000)
        probe.wait(seconds: 61)
        #expect(probe.title.contains("1:28:59"))
        probe.press("t")
        #expect(!probe.title.contains("1:28:59"))
        // Hidden, it wakes no more often than it has to.
        #expect(probe.desk.tick == 30_000)
        probe.press("t t")
        probe.wait(seconds: 85 * 60 - 61)
        probe.send(.tick)
        #expect(probe.title.contains("5:00"))
        probe.press("t")
        #expect(probe.title.contains("5:00"))
    }

    @Test("It is heard with an item that comes on screen, and when it is shown anew")
    mutating func heard() {
        #expect(probe.desk.top?.spoken.hasPrefix("Item 1 of 2, 1 hour 30 minutes left.\n") == true)
        let spoken = probe.desk.top?.spoken
        probe.wait(seconds: 90)
        #expect(probe.desk.top?.spoken == spoken)
        probe.press("t t")
        #expect(probe.desk.message == "1 hour 28 minutes left")
        probe.press("n")
        #expect(probe.desk.top?.spoken.hasPrefix("Item 2 of 2, 1 hour 28 minutes left.\n") == true)
    }

    @Test("Whatever is recorded keeps the time that counted until then", arguments: ["a", "m", "x"])
    func kept(key: String) throws {
        let store = Exams.store(mode: .timed)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.wait(seconds: 40)
        probe.press(key)
        let places = store.commands.compactMap { command -> PlacedSession? in
            if case .record(_, let placed) = command { placed } else { nil }
        }
        #expect(places.last?.place.exam?.clock.counted == 40_000)
    }

    @Test("The time of an item follows the machine's own clock, whatever the wall clock is set to")
    func itemTime() {
        let store = Exams.store()
        var probe = ScreenProbe(on: store)
        probe.now.uptime = Uptime(boot: "b", milliseconds: 1_000)
        probe.desk.open(.exam(session: "s1"), at: probe.now)
        probe.wait(seconds: 7_200)
        probe.now.uptime?.milliseconds += 2_000
        probe.press("a")
        let spent = store.events.compactMap { if case .answerGiven(let given) = $0 { given.elapsedMs } else { nil } }
        #expect(spent == [2_000])
    }

    @Test("A paused clock is kept twice a minute, and not at every tick")
    func seldom() {
        let store = Exams.store(mode: .timed)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        let before = store.places.count
        for _ in 0..<65 {
            probe.wait(seconds: 1)
            probe.send(.tick)
        }
        #expect(store.places.count - before == 2)
        // With a tick every half minute, at each of them.
        for _ in 0..<3 {
            probe.wait(seconds: 30)
            probe.send(.tick)
        }
        #expect(store.places.count - before == 5)
    }

    @Test("It warns at the rules' minutes, once each, and takes no key")
    mutating func warnings() throws {
        probe.wait(seconds: 75 * 60 - 1)
        probe.send(.tick)
        #expect(!probe.hints.contains("left"))
        probe.wait(seconds: 1)
        probe.send(.tick)
        #expect(probe.hints.contains("15 minutes left"))
        probe.press("b")
        #expect(try screen(probe).session?.answered == 1)
        #expect(!probe.hints.contains("15 minutes left"))
        probe.wait(seconds: 1)
        probe.send(.tick)
        #expect(!probe.hints.contains("left"))
        // Two at once: the nearer one.
        probe.wait(seconds: 14 * 60 + 10)
        probe.send(.tick)
        #expect(probe.hints.contains("1 minute left"))
    }

    @Test("When the time is up a page says what counts, takes no answer any more, and Enter hands it in")
    mutating func timeUp() throws {
        probe.press("b")
        probe.wait(seconds: 89 * 60 + 1)
        probe.send(.tick)
        #expect(probe.hints.contains("1 minute left"))
        probe.wait(seconds: 60)
        probe.send(.tick)
        #expect(probe.text.contains("Time is up: 1 of 2 answered."))
        // The warning is over, and the keys of the page are there.
        #expect(probe.hints.contains("↵"))
        #expect(probe.desk.tick == nil)
        let before = probe.text
        store.forget()
        probe.press("a n v space")
        #expect(probe.text == before)
        #expect(store.commands == [])
        probe.press("enter")
        #expect(store.commands.first == .submit("s1"))
        #expect(probe.desk.stack.last?.destination == .examResult("s1"))
    }

    @Test("The page that says so can be left without handing in, and opening the exam again hands it in")
    mutating func timeUpLeft() {
        probe.press("b")
        probe.wait(seconds: 90 * 60)
        probe.send(.tick)
        store.forget()
        probe.press("esc")
        #expect(probe.desk.stack.last?.destination == .home)
        #expect(!store.commands.contains(.submit("s1")))
        probe.desk.open(.session("s1"), at: probe.now)
        #expect(store.commands.contains(.submit("s1")))
        #expect(probe.desk.stack.last?.destination == .examResult("s1"))
    }

    @Test("Keys typed ahead when the time is up are dropped")
    mutating func typedAhead() throws {
        probe.wait(seconds: 90 * 60 + 1)
        let isDropped = probe.typeAhead("a enter")
        #expect(isDropped)
        #expect(!store.commands.contains(.submit("s1")))
        #expect(probe.text.contains("Time is up"))
    }

    @Test("Time that is up while a dialog is open is up when it closes")
    mutating func dialog() {
        probe.press("esc")
        probe.wait(seconds: 90 * 60)
        probe.press("enter")
        #expect(probe.text.contains("Time is up"))
    }

    @Test("Time that ran out while nobody was there: handed in with what was answered, and the result is shown")
    func ranOutAway() {
        let store = Exams.store()
        var probe = ScreenProbe(on: store)
        probe.wait(seconds: 91 * 60)
        probe.desk.open(.session("s1"), at: probe.now)
        #expect(store.commands.contains(.submit("s1")))
        #expect(probe.desk.stack.last?.destination == .examResult("s1"))
        #expect(probe.hints.contains("its time ran out; what was chosen counts"))
    }

    @Test("Handing in what ran out is refused: the page stands, and Enter tries again")
    func ranOutRefused() {
        let store = Exams.store()
        var probe = ScreenProbe(on: store)
        probe.wait(seconds: 91 * 60)
        store.refusal = .locked
        probe.desk.open(.exam(session: "s1"), at: probe.now)
        #expect(probe.text.contains("Time is up"))
        store.refusal = nil
        probe.press("enter")
        #expect(probe.desk.stack.last?.destination == .examResult("s1"))
    }

    // MARK: Timed

    @Test("A timed session pauses when it is left, and has as much time when it is come back to")
    func timed() throws {
        let store = Exams.store(mode: .timed)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        #expect(probe.title.contains("Timed"))
        probe.wait(seconds: 20)
        probe.press("esc")
        #expect(probe.text.contains("Leave, the clock pauses"))
        probe.press("down enter")
        #expect(store.events.contains { if case .sessionPaused = $0 { true } else { false } })
        #expect(probe.desk.top is HomeScreen)
        guard case .record(_, let placed?)? = store.writes.last(where: { if case .record = $0 { true } else { false } })
        else {
            Issue.record("no place was kept")
            return
        }
        #expect(placed.place.exam?.clock.counted == 20_000)
        store.session?.place = placed.place
        store.session?.pausedAt = probe.now.at
        probe.wait(seconds: 7200)
        probe.desk.open(.exam(session: "s1"), at: probe.now)
        #expect(probe.title.contains("1:29:40"))
        #expect(store.events.contains { if case .sessionResumed = $0 { true } else { false } })
    }

    @Test("A hang-up keeps the time that counted until then")
    func closing() {
        let store = Exams.store(mode: .timed)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.wait(seconds: 25)
        probe.send(.closed(signal: 1))
        #expect(store.places.last?.exam?.clock.counted == 25_000)
    }

    @Test("A kill costs a timed session no more than half a minute")
    func kill() {
        let store = Exams.store(mode: .timed)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        for _ in 0..<100 {
            probe.wait(seconds: 1)
            probe.send(.tick)
        }
        #expect((store.places.last?.exam?.clock.counted ?? 0) >= 70_000)
    }

    // MARK: Sections

    private static let parted: ExamRules = {
        var rules = Exams.rules
        rules.sections = [
            ExamRules.Section(id: "one", questions: 1, minutes: 30, locks: true),
            ExamRules.Section(id: "two", questions: 1, minutes: 60, locks: true),
        ]
        return rules
    }()

    @Test("A section has its own time, and ends with a warning that it closes")
    func sections() throws {
        var probe = ScreenProbe(.exam(session: "s1"), on: Exams.store(Self.parted))
        #expect(probe.title.contains("part 1  30:00"))
        probe.wait(seconds: 10 * 60)
        probe.press("enter")
        #expect(probe.hints.contains("this ends the part, and there is no way back to it"))
        probe.press("enter enter")
        #expect(probe.title.contains("2/2  part 2  1:00:00"))
        probe.press("p")
        #expect(try screen(probe).position == 1)
        probe.press("v 1 enter")
        #expect(probe.hints.contains("that part is closed"))
    }

    @Test("n is no way round that warning")
    func nextWarnsToo() throws {
        var probe = ScreenProbe(.exam(session: "s1"), on: Exams.store(Self.parted))
        probe.press("n")
        #expect(probe.title.contains("1/2"))
    }

    @Test("A section whose time is up is left for the next one")
    func sectionOver() throws {
        let store = Exams.store(Self.parted)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.wait(seconds: 30 * 60)
        probe.send(.tick)
        #expect(probe.hints.contains("the time of this part is up"))
        #expect(probe.title.contains("2/2  part 2  1:00:00"))
        #expect(store.places.last?.exam?.spent == [1_800_000])
        probe.wait(seconds: 60 * 60)
        probe.send(.tick)
        #expect(probe.text.contains("Time is up"))
    }
}
