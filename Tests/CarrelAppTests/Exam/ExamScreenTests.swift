import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Sitting an exam")
struct ExamScreenTests {
    let store = Exams.store()
    var probe: ScreenProbe

    init() { probe = ScreenProbe(.exam(session: "s1"), on: store) }

    private var screen: ExamScreen { get throws { try probe.top() } }

    private var answers: [AnswerGiven] {
        store.events.compactMap { if case .answerGiven(let given) = $0 { given } else { nil } }
    }

    @Test("An item is shown with the clock, the count and the keys that matter, and nothing that tells")
    func shown() {
        #expect(
            probe.text == """
                 CompTIA Security+ ▸ Exam                                   1/2  1:30:00  saved
                ────────────────────────────────────────────────────────────────────────────────
                  Which end of a TCP connection enters TIME-WAIT?

                 ▸ a ( ) The end that closes first
                   b ( ) The end that closes second
                   c ( ) Both ends















                ────────────────────────────────────────────────────────────────────────────────
                 ␣ choose   ↵ next   m flag   v overview   ? help   esc leave
                """)
    }

    @Test("What is chosen is on disk at once, without a grade, and stands when it is come back to")
    mutating func chosen() throws {
        probe.wait(seconds: 20)
        probe.press("b")
        #expect(answers.map(\.selection) == [.chosen(["passive"])])
        #expect(answers.allSatisfy { $0.isCorrect == nil && $0.score == nil && $0.grade == nil })
        #expect(answers.last?.elapsedMs == 20_000)
        probe.press("a")
        #expect(answers.last?.selection == .chosen(["active"]))
        // Its label once more leaves it; Space takes it back.
        probe.press("a")
        #expect(try screen.session?.answered == 1)
        probe.press("space")
        #expect(answers.last?.selection.isEmpty == true)
        #expect(try screen.session?.answered == 0)
        probe.press("b enter p")
        #expect(probe.lines.contains { $0.contains("b (•) The end that closes second") })
        #expect(!probe.text.contains("Wrong"))
    }

    @Test("Time on an item adds up over the visits to it")
    mutating func addsUp() {
        probe.wait(seconds: 10)
        probe.press("b enter")
        probe.wait(seconds: 100)
        probe.press("p")
        probe.wait(seconds: 5)
        probe.press("a")
        #expect(answers.last?.elapsedMs == 15_000)
    }

    @Test("Next and previous keep the place, by key and by arrow, and stop at the ends")
    mutating func moves() throws {
        probe.press("n")
        #expect(probe.title.contains("2/2"))
        probe.press("n right")
        #expect(try screen.position == 1)
        probe.press("left")
        #expect(probe.title.contains("1/2"))
        probe.press("p")
        #expect(try screen.position == 0)
        #expect(store.places.last?.exam?.seen == [0, 1])
        #expect(store.places.last?.cursor == 0)
    }

    @Test("Struck out and restored: it is on disk, and a choice that is struck out is taken back")
    mutating func strikes() {
        probe.press("x")
        #expect(store.events.last == .optionStruck(OptionStruck(option: "active", isStruck: true)))
        #expect(probe.lines.contains { $0.contains("a [-]") || $0.contains("a (-)") || $0.contains("a  - ") })
        probe.press("x")
        #expect(store.events.last == .optionStruck(OptionStruck(option: "active", isStruck: false)))
        probe.press("a x")
        #expect(answers.last?.selection.isEmpty == true)
    }

    @Test("A flag stands in the header until it is taken off")
    mutating func flags() {
        probe.press("m")
        #expect(store.events.last == .itemMarked(ItemMarked(isMarked: true)))
        #expect(probe.hints.contains("flagged for this exam"))
        #expect(probe.title.contains("⚑"))
        probe.press("m")
        #expect(store.events.last == .itemMarked(ItemMarked(isMarked: false)))
        #expect(!probe.title.contains("⚑"))
    }

    @Test("The scratch sheet and a report open over the exam and come back to it")
    mutating func writes() throws {
        probe.press(";")
        _ = try probe.top(as: WritingScreen.self)
        probe.type("ports")
        probe.press("esc")
        if case .writing? = probe.desk.stack.last?.destination { probe.press("esc") }
        _ = try screen
        probe.press("!")
        _ = try probe.top(as: WritingScreen.self)
    }

    @Test(
        "What would tell something, or belongs to study, is off",
        arguments: ["0", "s", "e", "r", "o", "/", "N"])
    mutating func off(key: String) throws {
        let before = probe.text
        store.forget()
        probe.press(key)
        #expect(probe.text == before)
        #expect(store.writes == [])
    }

    @Test("The last item leads on to the overview")
    mutating func last() throws {
        probe.press("n enter")
        #expect(probe.title.contains("Exam overview"))
        #expect(try screen.overview?.position == 1)
    }

    @Test("Another terminal's answer and flag are shown, here and in the overview")
    mutating func elsewhere() throws {
        probe.press("v")
        var session = Exams.session()
        session.answers["time-wait"] = StandingAnswer(selection: .chosen(["both"]))
        session.marks.flagged = ["time-wait"]
        store.session = session
        probe.desk.noticeChange(at: probe.now)
        #expect(probe.text.contains("1 answered · 1 unanswered · 1 flagged"))
        probe.press("esc")
        #expect(probe.lines.contains { $0.contains("c (•) Both ends") })
        session.status = .completed
        store.session = session
        probe.desk.noticeChange(at: probe.now)
        #expect(probe.desk.stack.last?.destination == .examResult("s1"))
    }

    @Test("Where there is no way back, what another terminal has gone past is left here too")
    func gonePast() throws {
        var rules = Exams.rules
        rules.navigation = .forwardOnly
        let store = Samples.store(Samples.single, Samples.multiple)
        store.session = Exams.session(rules)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        #expect(probe.title.contains("1/2"))
        var session = Exams.session(rules)
        var place = ExamRun(session, at: probe.now).place
        place.exam?.seen = [0, 1]
        session.place = place
        store.session = session
        probe.desk.noticeChange(at: probe.now)
        #expect(probe.title.contains("2/2"))
        #expect(probe.text.contains("another terminal went on"))
    }

    @Test("An exam that is over elsewhere does not ask how sure one is")
    mutating func overElsewhere() throws {
        var session = Exams.session()
        session.status = .abandoned
        store.session = session
        probe.desk.noticeChange(at: probe.now)
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("Undo takes back what was done last and shows what is on disk then")
    mutating func undo() throws {
        probe.press("a")
        store.session = Exams.session()
        store.undone = UndoneThing(name: "answer", session: "s1", question: "time-wait")
        probe.press("u")
        #expect(store.commands.contains(.undo))
        #expect(try screen.session?.answered == 0)
        #expect(!probe.text.contains("(•)"))
    }

    @Test("An item that left every pack is passed by")
    mutating func missing() {
        store.items = [Samples.item(Samples.multiple)]
        probe = ScreenProbe(.exam(session: "s1"), on: store)
        #expect(probe.text.contains("not in any pack here any more"))
        probe.press("enter")
        #expect(probe.title.contains("2/2"))
    }

    @Test("Esc, q and ^C ask before the exam is left, and a strict clock runs on", arguments: ["esc", "q", "^C"])
    mutating func leaves(key: String) throws {
        probe.press("a \(key)")
        #expect(probe.text.contains("1 of 2 answered.") && probe.title.contains("1:30:00"))
        #expect(probe.lines.contains { $0.contains("▸ Stay") })
        #expect(probe.text.contains("Leave, the clock runs on"))
        #expect(probe.text.contains("Finish with 1 item unanswered"))
        probe.press("enter")
        _ = try screen
        probe.press("\(key) down enter")
        #expect(probe.desk.top is HomeScreen)
        #expect(!store.events.contains { if case .sessionPaused = $0 { true } else { false } })
    }

    @Test("Finishing from there says what is open, and hands in what was answered")
    mutating func finishes() {
        probe.press("a esc down down enter")
        #expect(!store.commands.contains(.submit("s1")))
        #expect(probe.text.contains("Not answered: 2."))
        probe.press("down enter")
        #expect(store.commands.contains(.submit("s1")))
        #expect(probe.desk.stack.last?.destination == .examResult("s1"))
    }

    @Test("Its scratch sheet can be read after it was handed in; none is offered where nothing was written")
    mutating func scratchAfterwards() {
        var result = Exams.result
        probe = ScreenProbe(.examResult("s1"), on: store)
        #expect(!probe.text.contains("Scratch sheet"))
        result.session.marks.notes[""] = "10.0.0.0/22\n\nask about NAT"
        store.reply(to: .examResult("s1"), with: .examResult(result))
        probe = ScreenProbe(.examResult("s1"), on: store)
        #expect(probe.text.contains("Scratch sheet"))
        probe.press("G")
        for _ in 0..<20 where !probe.lines.contains(where: { $0.contains("▸ Scratch sheet") }) { probe.press("up") }
        probe.press("enter")
        #expect(probe.title.contains("Scratch sheet"))
        #expect(probe.text.contains("10.0.0.0/22") && probe.text.contains("ask about NAT"))
    }

    @Test("Nothing of it falls apart at any size", arguments: [(80, 24), (40, 10), (200, 60), (1, 1)])
    mutating func sizes(columns: Int, rows: Int) {
        for keys in ["", "b", "v", "tab", "f", "esc", "n", "esc", "enter"] {
            probe.press(keys)
            probe.resize(columns: columns, rows: rows)
            #expect(probe.lines.count == rows)
        }
    }
}
