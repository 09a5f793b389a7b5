import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("A simulation line by line")
struct PlainSimulationTests {
    private static let id = "lnx-sim-service-and-log"
    let learner: PlainLearner
    private var store: Store { learner.performer.store }

    init() throws { learner = PlainLearner(try Library.performer()) }

    private var opening: PlainDesk.Opening {
        .start(
            StudyRequest(
                topic: .question(Self.id, title: "Linux"), choices: StudyChoices(count: 1, what: .all)))
    }

    private var solution: [String] {
        get throws {
            guard case .simulation(let world) = try #require(try store.question(Self.id)).question.payload else {
                return []
            }
            return world.solution.map(\.command)
        }
    }

    @Test("Its solution, typed, is right; the goals are said in words")
    func solved() throws {
        let lines = try solution
        try learner.types(all: lines + [":answer", "", ""], opening: opening)
        #expect(learner.reads("Right."))
        #expect(learner.reads("- reached: "))
        #expect(try store.answers(to: Self.id).first?.answer.isCorrect == true)
    }

    @Test("What was entered comes back after leaving; what is refused is the tool's own error")
    func keeping() throws {
        let lines = try solution
        try learner.types(all: [lines[0], "foo", ":device moon", ":answre", ":q"], opening: opening)
        #expect(learner.reads("foo: command not found"))
        #expect(learner.reads("moon: no such device"))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        try learner.types(all: lines.dropFirst() + [":answer", "", ""], opening: .session(session))
        #expect(try store.answers(to: Self.id).first?.answer.isCorrect == true)
    }

    @Test("A question mark asks Carrel at a shell, and the device where the device answers it")
    func questionMark() throws {
        try learner.types(all: ["?", ":q"], opening: opening)
        #expect(learner.reads(":answer: answer with"))
        for command in [":*: bookmark it", ":;: write a note", ":m: flag it", ":u: take the last thing back"] {
            #expect(learner.reads(command))
        }
        let gear = PlainDesk.Opening.start(
            StudyRequest(
                topic: .question("ccna-sim-vlans-and-trunk", title: "CCNA"),
                choices: StudyChoices(count: 1, what: .all)))
        try learner.types(all: ["sh?", ":q"], opening: gear)
        #expect(learner.reads("show"))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        #expect(try store.session(session)?.place?.drafts["ccna-sim-vlans-and-trunk"] == nil)
    }

    @Test("In an exam every line is on disk as the answer, and what was entered is graded when it is handed in")
    func exam() throws {
        let lines = try solution
        let started = SessionStarted(
            type: .training, mode: .exam, key: SessionKey.wrong().text, title: "One",
            items: try learner.performer.drawn([Self.id]), timeLimit: 600,
            rules: ExamRules(questions: 1, minutes: 10, pass: 70))
        let id = store.newId()
        try store.record([NewEvent(.sessionStarted(started), sessionId: id)])
        try learner.types(all: [lines[0], ":device moon", ":reset", lines[0]], opening: .session(id))
        #expect(learner.reads("moon: no such device"))
        #expect(learner.reads("Begun anew; :u takes that back."))
        #expect(try store.session(id)?.answers[Self.id]?.response?.contains(lines[0].prefix(6)) == true)
        try learner.types(all: lines.dropFirst() + [":?", ":m", ":n", ":f", "y"], opening: .session(id))
        #expect(learner.reads("Flagged."))
        #expect(learner.reads("That was the last item."))
        #expect(try store.answers(to: Self.id).first?.answer.isCorrect == true)
    }

    @Test("Forward only, a simulation in which nothing was entered is not left unawares")
    func leftForGood() throws {
        var rules = ExamRules(questions: 2, minutes: 10, pass: 70)
        rules.navigation = .forwardOnly
        let started = SessionStarted(
            type: .training, mode: .exam, key: SessionKey.wrong().text, title: "Two",
            items: try learner.performer.drawn([Self.id, "ccna-sim-vlans-and-trunk"]), timeLimit: 600,
            rules: rules)
        let id = store.newId()
        try store.record([NewEvent(.sessionStarted(started), sessionId: id)])
        try learner.types(":n", opening: .session(id))
        #expect(learner.reads("Not answered, and there is no way back: the same again goes on."))
        #expect(!learner.reads("Item 2 of 2"))
        try learner.types(":n", ":n", opening: .session(id))
        #expect(learner.reads("Item 2 of 2") && learner.reads("Devices: "))
    }

    @Test("All that was entered goes only when it is asked for twice")
    func reset() throws {
        let lines = try solution
        try learner.types(all: [lines[0], ":reset", ":x", ":reset", ":reset", ":answer"], opening: opening)
        #expect(learner.read.split(separator: "All you entered goes: the same again does it.").count == 3)
        #expect(learner.reads("x: not understood; :? says what can be typed."))
        #expect(learner.reads("Begun anew.") && learner.reads("Nothing was entered yet"))
    }

    @Test("Nothing entered is no answer, and not knowing shows the goals")
    func unknown() throws {
        try learner.types(all: [":answer", ":?", ":0", "", ""], opening: opening)
        #expect(learner.reads("Nothing was entered yet"))
        #expect(learner.reads("- not reached: "))
    }
}
