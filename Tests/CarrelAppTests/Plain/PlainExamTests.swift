import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("An exam line by line")
struct PlainExamTests {
    let learner: PlainLearner
    private var store: Store { learner.performer.store }
    private static let opening = PlainDesk.Opening.exam("fundamentals")

    init() throws { learner = PlainLearner(try Library.deskPerformer()) }

    private func active() throws -> StoredSession {
        let row = try #require(try store.activeSessions(limit: 1).first)
        return try #require(try store.session(row.id))
    }

    /// A session over the two questions of the certification, under other rules.
    private func start(
        mode: SessionMode = .exam, limit: Int? = 300, _ change: (inout ExamRules) -> Void = { _ in }
    ) throws -> PlainDesk.Opening {
        var rules = ExamRules(questions: 2, minutes: 5, pass: 70)
        change(&rules)
        let items = try learner.performer.drawn(["fun-backup", "fun-budget"])
        let started = SessionStarted(
            type: .certification, mode: mode, key: SessionKey.exam(certification: "fundamentals").text,
            title: "Fundamentals", certificationId: "fundamentals", items: items, timeLimit: limit,
            rules: mode == .exam ? rules : nil)
        let id = store.newId()
        try store.record([NewEvent(.sessionStarted(started), sessionId: id)])
        return .session(id)
    }

    /// Multiple-choice and ordering questions of the small packs.
    private func start(_ kind: QuestionKind, _ change: (inout ExamRules) -> Void) throws -> PlainDesk.Opening {
        let ids = try store.questions(in: .all, limit: 100).filter { $0.kind == kind }.prefix(1).map(\.id)
        var rules = ExamRules(questions: 1, minutes: 5, pass: 70)
        change(&rules)
        let started = SessionStarted(
            type: .training, mode: .exam, key: SessionKey.wrong().text, title: "One",
            items: try learner.performer.drawn(ids), timeLimit: 300, rules: rules)
        let id = store.newId()
        try store.record([NewEvent(.sessionStarted(started), sessionId: id)])
        return .session(id)
    }

    private func right(_ index: Int) throws -> String {
        let session = try active()
        return try learner.numbers(ofRight: session.items[index].questionId, in: session.id)
    }

    @Test("What an exam under way asks tells no key elsewhere, though it is answered there")
    func secret() throws {
        let opening = try start()
        try learner.types("1", "q", opening: opening)
        let id = try active().items[0].questionId
        let question = try #require(try store.question(id)?.question)
        let alone = QuestionListing(crumbs: ["One"], topic: .question(id, title: "One"))
        try learner.types("1", "q", opening: .place(.questions(alone)))
        #expect(!learner.reads("Explanation:") && !learner.reads("right:"))
        let menu = QuestionMenu(question: id, place: .list)
        guard case .item(let item?) = try learner.performer.perform(.fetch(.item(id))).get() else { return }
        #expect(!menu.reveals(item))
        try learner.types("F", "y", "", "q", opening: opening)
        try learner.types("1", "q", opening: .place(.questions(alone)))
        #expect(learner.reads(PlainStem.line(question.explanation).prefix(20).description))
    }

    @Test("What is not complete is named where one sees how far one is")
    func incompleteItems() throws {
        let ids = try store.questions(in: .all, limit: 300).filter { $0.kind == .multiple }.map(\.id)
        let id = try #require(
            try ids.first { try (store.question($0)?.question.choose ?? 0) > 1 })
        let started = SessionStarted(
            type: .training, mode: .exam, key: SessionKey.wrong().text, title: "One",
            items: try learner.performer.drawn([id]), timeLimit: 300,
            rules: ExamRules(questions: 1, minutes: 5, pass: 70))
        let session = store.newId()
        try store.record([NewEvent(.sessionStarted(started), sessionId: session)])
        try learner.types("1", "v", "l", "l open", "q", opening: .session(session))
        #expect(learner.reads("Not complete: 1."))
        #expect(learner.reads("1. incomplete, you are here: "))
    }

    @Test("The rules stand before it, and nothing begins before Enter")
    func rules() throws {
        try learner.types("x", "b", opening: Self.opening)
        #expect(learner.reads("Fundamentals, exam."))
        #expect(learner.reads("- 2 items in 5 minutes."))
        #expect(learner.reads("- Passed with 70 %"))
        #expect(learner.reads("x: not one of these."))
        #expect(try store.activeSessions(limit: 1).isEmpty)
        try learner.types("", opening: Self.opening)
        #expect(learner.reads("Item 1 of 2, 5 minutes left."))
        #expect(try active().row.mode == .exam)
    }

    @Test("A whole exam: answers are saved without a word on them, and the result comes at the end")
    func whole() throws {
        try learner.types("", opening: Self.opening)
        let first = try right(0), second = try right(1)
        let id = try active().id
        try learner.types(first, "", second, "", "f", "y", "2", "", opening: Self.opening)
        #expect(learner.isAllTyped)
        #expect(learner.reads("Saved: \(first)."))
        #expect(learner.reads("That was the last item."))
        #expect(learner.reads("2 of 2 answered."))
        let before = learner.read.split(separator: "y hands it in", maxSplits: 1).first.map(String.init) ?? ""
        for word in ["Right", "Wrong", "Explanation", "backup is only as good"] { #expect(!before.contains(word)) }
        #expect(learner.reads("Passed: 100 %, 70 % needed."))
        #expect(learner.reads("2 of 2 points."))
        #expect(learner.reads("\n3. Safety, weight 60 %: 100 % of the points"))
        #expect(learner.reads("No.: 1"))
        #expect(try store.session(id)?.row.passed == true)
    }

    @Test("The right answers are graded only when it is handed in")
    func ungraded() throws {
        try learner.types("", "1", opening: Self.opening)
        let session = try active()
        let answer = try #require(session.answers[session.items[0].questionId])
        #expect(!answer.selection.isEmpty)
        #expect(answer.grade == nil)
    }

    @Test("A number goes to an item, p goes back, and where there is none it says so")
    func moving() throws {
        try learner.types("", "g 2", "p", "p", "g 9", "?", opening: Self.opening)
        #expect(learner.read.split(separator: "Item 2 of 2").count == 2)
        #expect(learner.read.split(separator: "Item 1 of 2").count == 3)
        #expect(learner.reads("Not possible: there is no item there."))
        #expect(learner.reads("g 12: go to item 12"))
        #expect(learner.reads("q: leave; the clock runs on"))
    }

    @Test("Forward only there is no way back, and an item is not left unanswered unawares")
    func forward() throws {
        let opening = try start { $0.navigation = .forwardOnly }
        try learner.types("", "", "p", "g 1", "?", opening: opening)
        #expect(learner.reads("Not answered, and there is no way back: the same again goes on."))
        #expect(learner.reads("Item 2 of 2"))
        #expect(learner.reads("Not possible: this exam has no way back."))
        #expect(!learner.reads("p: the item before"))
        #expect(try active().place?.cursor == 1)
    }

    @Test("Only the same typed at once goes on: anything between takes the warning back, and a jump is refused at once")
    func disarmed() throws {
        let opening = try start { $0.navigation = .forwardOnly }
        try learner.types("n", "banana", "n", "t", "g 9", opening: opening)
        #expect(try active().place?.cursor == 0)
        #expect(learner.read.split(separator: "the same again goes on").count == 3)
        #expect(learner.reads("Not possible: "))
        try learner.types("n", "n", opening: .session(try active().id))
        #expect(try active().place?.cursor == 1)
    }

    @Test("A question is bookmarked and a problem reported without a word on the answer")
    func ownLayer() throws {
        try learner.types("", "*", "!", "1", "Which one?", ".", "!", "", "u", "u", opening: Self.opening)
        #expect(learner.reads("Bookmarked."))
        #expect(learner.reads("Report kept; u takes it back."))
        #expect(learner.reads("undone: report.") && learner.reads("undone: bookmark."))
        #expect(!learner.reads("Explanation"))
    }

    @Test("The items are told one by one, all or those that are open, and each domain in a line")
    func items() throws {
        try learner.types("", "m", "1", "l", "l flagged", "l unseen", "v", opening: Self.opening)
        #expect(learner.reads("1. answered, flagged, you are here: "))
        #expect(learner.reads("\n2. not seen: "))
        #expect(learner.reads(": 1 of 1 answered.") || learner.reads(": 1 of 2 answered; not answered 2."))
        let flagged = learner.read.split(separator: "1. answered, flagged").count
        #expect(flagged == 3)
    }

    @Test("A number is no way round that warning either; going on twice is")
    func forwardByNumber() throws {
        let opening = try start { $0.navigation = .forwardOnly }
        try learner.types("g 2", "c", opening: opening)
        #expect(learner.reads("Not answered, and there is no way back: the same again goes on."))
        #expect(learner.reads("There is no answer to take away."))
        #expect(try active().place?.cursor == 0)
        try learner.types("g 2", "g 2", opening: opening)
        #expect(try active().place?.cursor == 1)
    }

    @Test("Where there is no way back, undo takes nothing back that could not be given again")
    func undoForward() throws {
        let opening = try start { $0.navigation = .forwardOnly }
        try learner.types("1", "", "u", "1", "u", opening: opening)
        #expect(learner.reads("Nothing was done on this item."))
        let session = try active()
        #expect(session.answers[session.items[0].questionId]?.selection.isEmpty == false)
        #expect(session.answers[session.items[1].questionId] == nil)
    }

    @Test("No number of an item ends the program, however small")
    func numbers() throws {
        try learner.types("", "g -9223372036854775808", "g 0", "g 9223372036854775807", opening: Self.opening)
        #expect(learner.read.split(separator: "Not possible: there is no item there.").count == 4)
    }

    @Test("Options are struck out and restored, and a line goes on the scratch sheet")
    func marks() throws {
        try learner.types(
            "", "x 2", "2", "r", "x 2", "x 9", ";", "route = 10.0.0.0/8", ".", ";", "a", "more", ".", ";", "", "u",
            opening: Self.opening)
        #expect(learner.reads("2 struck out."))
        #expect(learner.reads("2 is struck out; x 2 restores it."))
        #expect(learner.reads("Struck out: 2."))
        #expect(learner.reads("2 restored."))
        #expect(learner.reads("x 9: not understood"))
        #expect(learner.reads("It says:\nroute = 10.0.0.0/8\nmore"))
        #expect(try active().marks.notes[""] == "route = 10.0.0.0/8")
    }

    @Test("Handed in from another terminal, nothing more is taken, and the result is shown")
    func elsewhere() throws {
        try learner.types("", "1", opening: Self.opening)
        let id = try active().id
        learner.meanwhile = { [learner] in _ = learner.performer.perform(.submit(id)) }
        try learner.types("meanwhile", "2", opening: .session(id))
        #expect(learner.reads("This exam was handed in elsewhere."))
        #expect(try store.session(id)?.row.status == .completed)
    }

    @Test("Flags and what is open stand in the overview and before it is handed in")
    func overview() throws {
        try learner.types("", "m", "1", "v", "F", "", "r", opening: Self.opening)
        #expect(learner.reads("Flagged."))
        #expect(learner.reads("1 of 2 answered.\nNot answered: 2.\nFlagged: 1.\nNot seen: 2.\n"))
        #expect(learner.reads("y hands it in"))
        #expect(learner.reads("Item 1 of 2, flagged, "))
        #expect(learner.reads("Your answer so far: 1."))
        #expect(try active().marks.flagged.count == 1)
    }

    @Test("c takes an answer away, u the last thing back")
    func takenBack() throws {
        try learner.types("", "1", "c", "v", "u", "v", opening: Self.opening)
        #expect(learner.reads("Answer taken away."))
        #expect(learner.reads("0 of 2 answered."))
        #expect(learner.reads("undone: answer."))
        #expect(learner.reads("1 of 2 answered."))
    }

    @Test("t tells the time, the rules' warnings come by themselves, and at zero it is handed in")
    func clock() throws {
        let opening = try start { $0.warnings = [3, 1] }
        try learner.types("wait 60", "t", "wait 70", "v", "1", "", "wait 200", "1", "", opening: opening)
        #expect(learner.reads("4 minutes left."))
        #expect(learner.reads("2 minutes 50 seconds left."))
        #expect(learner.reads("Time is up: 1 of 2 answered. The exam is handed in."))
        #expect(learner.reads("Fundamentals, result."))
        #expect(try store.activeSessions(limit: 1).isEmpty)
    }

    @Test("Run out while nobody was there, it says so and is handed in with what was answered")
    func awayTooLong() throws {
        try learner.types("", "1", opening: Self.opening)
        #expect(learner.reads("The clock runs on, 5 minutes left."))
        learner.now = Moment(at: learner.now.at.adding(seconds: 86_400), zone: 0)
        try learner.types("", opening: Self.opening)
        #expect(learner.reads("The time ran out while you were away."))
        #expect(learner.reads("Time is up: 1 of 2 answered."))
        #expect(learner.reads("needed"))
    }

    @Test("A session against the clock stands still while it is left, and its result names no pass mark")
    func timed() throws {
        let opening = try start(mode: .timed)
        try learner.types("1", "wait 60", "q", opening: opening)
        #expect(learner.reads("The clock stands still, 4 minutes left."))
        #expect(try active().row.status == .active)
        learner.now = Moment(at: learner.now.at.adding(seconds: 86_400), zone: 0)
        try learner.types("t", "f", "y", "", opening: opening)
        #expect(learner.reads("Your answer so far: 1."))
        #expect(learner.reads("4 minutes left."))
        #expect(learner.reads("% of the points."))
        #expect(!learner.reads("70 %"))
    }

    @Test("Parts end by themselves, and the line typed after their end does not count")
    func parts() throws {
        let opening = try start {
            $0.sections = [
                ExamRules.Section(id: "a", questions: 1, minutes: 2, locks: true),
                ExamRules.Section(id: "b", questions: 1, minutes: 3, locks: true),
            ]
        }
        try learner.types("wait 121", "1", "p", "v", opening: opening)
        #expect(learner.reads("The time of this part is up."))
        #expect(learner.reads("Item 2 of 2"))
        #expect(learner.reads("Not possible: that part is closed."))
        #expect(learner.reads("0 of 2 answered."))
        #expect(learner.reads("Part 2: items 2, you are here."))
    }

    @Test("How sure one is is asked where the rules ask, after the answer is saved")
    func confidence() throws {
        let opening = try start { $0.asksConfidence = true }
        try learner.types("1", "3", "g 2", "2", opening: opening)
        let session = try active()
        #expect(learner.read.split(separator: "How sure?").count == 3)
        #expect(session.answers[session.items[0].questionId]?.confidence == .sure)
        #expect(session.answers[session.items[1].questionId]?.selection.isEmpty == false)
    }

    @Test("Fewer options than asked for are refused or warned of, as the rules say")
    func incomplete() throws {
        let refusing = try start(.multiple) { $0.incomplete = .refuse }
        try learner.types("1", opening: refusing)
        #expect(learner.reads("Not taken: 1 chosen, "))
        #expect(try active().answers.isEmpty)
        let warning = try start(.multiple) { $0.incomplete = .warn }
        try learner.types("1", opening: warning)
        #expect(learner.reads("Saved: 1. But 1 chosen, "))
    }

    @Test("What was not right is reviewed with what would have been, and practised again")
    func review() throws {
        try learner.types("", "f", "y", "1", "", "b", "3", opening: Self.opening)
        #expect(learner.isAllTyped)
        #expect(learner.reads("1. Review what was not right: 2"))
        #expect(learner.reads("2 of 2 to review."))
        #expect(learner.reads("Not answered."))
        #expect(learner.reads("Explanation:"))
        #expect(try active().row.mode == .review)
    }

    @Test("A certification's page leads to its exam, and Home goes on with it")
    func pages() throws {
        guard case .home(let facts) = try learner.performer.perform(.fetch(.home)).get() else { return }
        #expect(facts.certifications == 1)
        try learner.types("", opening: Self.opening)
        try learner.types("1", opening: .home)
        #expect(learner.reads("Item 1 of 2"))
        #expect(!learner.reads("Explanation"))
    }

    @Test(
        "g and a number is an item, counted from 0",
        arguments: [("g 12", 11), ("g 0", -1), ("g12", nil), ("g", nil), ("g x", nil), ("12", nil)]
            as [(String, Int?)])
    func target(typed: String, item: Int?) { #expect(PlainExam.target(typed) == item) }
}
