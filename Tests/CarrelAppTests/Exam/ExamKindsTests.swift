import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Items of every kind in an exam")
struct ExamKindsTests {
    /// An exam of `question` and another one.
    private static func store(_ question: Question, shell: Shell? = nil) -> ScriptedStore {
        let store = Exams.store()
        var session = Samples.session([question, Samples.single])
        (session.title, session.subtitle, session.mode) = ("Exam", nil, .exam)
        (session.rules, session.timeLimit, session.startedAt) = (Exams.rules, 5_400, Moment.noon.at)
        store.session = session
        var item = Samples.item(question)
        item.shell = shell
        store.items = [item, Samples.item(Samples.single)]
        return store
    }

    private func selections(_ store: ScriptedStore) -> [AnswerGiven.Selection] {
        store.events.compactMap { if case .answerGiven(let given) = $0 { given.selection } else { nil } }
    }

    @Test("Help opened and closed leaves the pointer where it was: a number pairs what is pointed at")
    func pointer() {
        let store = Self.store(Samples.matching)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.press("down down ? esc 1")
        #expect(selections(store).count == 1)
        if case .paired(let sides)? = selections(store).first { #expect(Array(sides.keys) == ["dns"]) }
    }

    @Test("An item that is lifted stays lifted while the overview is looked at")
    func lifted() throws {
        let store = Self.store(Samples.ordering)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.press("space")
        let held: ExamScreen = try probe.top()
        probe.press("? esc")
        let after: ExamScreen = try probe.top()
        #expect(held.pad?.isHolding == true)
        #expect(after.pad == held.pad)
    }

    @Test("What another terminal answered is shown")
    func elsewhere() throws {
        let store = Self.store(Samples.matching)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        store.session?.answers["ports"] = StandingAnswer(selection: .paired(["ssh": "ssh"]))
        probe.desk.noticeChange(at: probe.now)
        let screen: ExamScreen = try probe.top()
        #expect(screen.pad?.selection == .paired(["ssh": "ssh"]))
    }

    @Test("An exhibit that is wider than the screen goes sideways, and has all the columns there are")
    func exhibit() {
        var question = Samples.hotspot
        question.exhibit = String(repeating: "0123456789", count: 12) + "\n" + (question.exhibit ?? "")
        var narrow = ScreenProbe(.exam(session: "s1"), columns: 60, rows: 24, on: Self.store(question))
        let before = narrow.text
        narrow.press(">")
        #expect(narrow.text != before)
        let wide = ScreenProbe(.exam(session: "s1"), columns: 140, rows: 24, on: Self.store(question))
        #expect(wide.lines.contains { $0.contains(String(repeating: "0123456789", count: 12)) })
    }

    /// A simulation with two devices, and what they are made of.
    private func simulation() throws -> (Question, Shell) {
        let store = try Library.store()
        let question = try #require(try store.question("ccna-sim-vlans-and-trunk")).question
        return (question, try #require(try store.shell("ios")))
    }

    @Test("At a simulation the device and the line that is typed stay, whatever is written elsewhere")
    func device() throws {
        let (question, shell) = try simulation()
        let store = Self.store(question, shell: shell)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.press("esc 2 s h o w")
        let before: ExamScreen = try probe.top()
        let pad = try #require(before.simulation)
        #expect(pad.device == pad.devices[1].id && pad.field.text == "show")
        probe.press("esc ; esc tab")
        probe.desk.noticeChange(at: probe.now)
        let after: ExamScreen = try probe.top()
        #expect(after.simulation?.device == pad.device)
        #expect(after.simulation?.field.text == "show")
        store.session?.answers[question.id] = StandingAnswer(
            response: #"[["\#(pad.devices[0].id)","enable"]]"#)
        probe.desk.noticeChange(at: probe.now)
        let renewed: ExamScreen = try probe.top()
        #expect(renewed.simulation?.device == pad.device)
        #expect(renewed.simulation?.simulation.entered.count == 1)
    }

    @Test("On the smallest screen the rule above the prompt names the devices")
    func smallest() throws {
        let (question, shell) = try simulation()
        let store = Self.store(question, shell: shell)
        let probe = ScreenProbe(.exam(session: "s1"), columns: 40, rows: 10, on: store)
        let screen: ExamScreen = try probe.top()
        let devices = try #require(screen.simulation?.devices)
        for (index, device) in devices.enumerated() {
            #expect(probe.text.contains("\(index + 1) \(device.id)"), "\(probe.text)")
        }
    }

    @Test("Undo at a simulation says that it took back one line, not the answer")
    func undoneLine() throws {
        let (question, shell) = try simulation()
        let store = Self.store(question, shell: shell)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        store.undone = UndoneThing(name: UndoneThing.answer, session: "s1", question: question.id)
        probe.press("e n enter esc u")
        #expect(probe.hints.contains("undone: the last line"))
        // With nothing entered there was no line to take back: what is undone is that all of them went.
        var begun = ScreenProbe(.exam(session: "s1"), on: store)
        begun.press("esc u")
        #expect(begun.hints.contains("undone: the reset"))
    }

    @Test("^C drops the line that is typed, and on an empty one is a fresh prompt: what is typed next is no command")
    func interrupted() throws {
        let (question, shell) = try simulation()
        var probe = ScreenProbe(.exam(session: "s1"), on: Self.store(question, shell: shell))
        probe.press("s h ^C")
        let dropped: ExamScreen = try probe.top()
        #expect(dropped.simulation?.field.isEmpty == true && dropped.simulation?.isAtPrompt == true)
        #expect(probe.text.contains("sh^C"))
        #expect(dropped.simulation?.simulation.entered.isEmpty == true)
        probe.press("^C n")
        let left: ExamScreen = try probe.top()
        #expect(left.simulation?.isAtPrompt == true)
        #expect(left.simulation?.field.text == "n")
    }

    @Test("A simulation whose devices are in no pack is said to be missing, and cannot be answered")
    func missing() throws {
        let probe = ScreenProbe(.exam(session: "s1"), on: Self.store(try simulation().0))
        #expect(probe.text.contains("not in any pack"))
    }

    @Test("Another command changes the answer: how sure one is, is asked again")
    func weighedAgain() throws {
        let (question, shell) = try simulation()
        let store = Self.store(question, shell: shell)
        store.session?.settings.asksConfidence = true
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.press("e n enter esc enter 3 p tab e x i t enter esc")
        let screen: ExamScreen = try probe.top()
        #expect(!screen.weighed.contains(question.id))
    }
}
