import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Writing line by line")
struct PlainWritingTests {
    let learner: PlainLearner
    private var store: Store { learner.performer.store }
    private let id: String

    init() throws {
        learner = PlainLearner(try Library.deskPerformer())
        let rows = try learner.performer.store.questions(in: .all, limit: 100)
        id = try #require(rows.first { $0.kind == .single }).id
    }

    private var note: Destination { .writing(Writing(question: id, purpose: .note)) }
    private var menu: Destination { .questionMenu(QuestionMenu(question: id, place: .answeredQuestion)) }

    @Test("A note has paragraphs, is added to, written anew and taken away")
    func notes() throws {
        try learner.types("one", "", "two", ".", opening: .place(note))
        #expect(try store.note(of: id) == "one\n\ntwo")
        try learner.types("a", "three", ".", opening: .place(note))
        #expect(try store.note(of: id) == "one\n\ntwo\nthree")
        try learner.types("w", "anew", ".", opening: .place(note))
        #expect(try store.note(of: id) == "anew")
        try learner.types("", opening: .place(note))
        #expect(learner.reads("It says:\nanew"))
        try learner.types("d", opening: .place(note))
        #expect(try store.note(of: id) == nil)
        #expect(try store.isBookmarked(id))
        #expect(learner.reads("Note emptied; u brings it back."))
    }

    @Test("The end of input keeps what was written")
    func endOfInput() throws {
        try learner.types("half a note", opening: .place(note))
        #expect(try store.note(of: id) == "half a note")
    }

    @Test("A problem is reported with its type, and read again")
    func report() throws {
        try learner.types("1", "9", "2", "Say which.", ".", "2", "1", "q", opening: .place(menu))
        #expect(learner.reads("1 to 3, or Enter."))
        #expect(learner.reads("Report kept; u takes it back."))
        #expect(learner.reads("2. View my reports (1)"))
        #expect(learner.reads("improvement: Say which."))
        #expect(learner.isAllTyped)
    }

    @Test("A question is suspended, brought back and buried")
    func setAside() throws {
        try learner.types("3", "3", "4", "q", opening: .place(menu))
        #expect(learner.reads("Suspended; u takes it back."))
        #expect(learner.reads("It is drawn again."))
        #expect(learner.reads("Buried until tomorrow; u takes it back."))
        #expect(learner.reads("4. Dig it up"))
    }

    @Test("A field is corrected with a reason, shown as one's own, and the author's words come back")
    func correction() throws {
        let question = try #require(try store.question(id)?.question)
        try learner.types("2", "/explanation", "1", "w", "Mine.", ".", "clearer", "q", opening: .place(menu))
        #expect(learner.reads("It says:\n\(question.explanation)"))
        #expect(learner.reads("Corrected for you; u takes it back."))
        #expect(learner.reads("Explanation: Mine. (mine: clearer)"))
        #expect(try store.question(id)?.question.explanation == "Mine.")
        try learner.types("3", "q", opening: .place(menu))
        #expect(learner.reads("3. Take my corrections off"))
        #expect(learner.reads("Correction off; u brings it back."))
        #expect(try store.question(id)?.question.explanation == question.explanation)
    }

    @Test("The key is corrected by numbers, one that cannot be a key is refused, and answers count by it")
    func key() throws {
        let question = try #require(try store.question(id)?.question)
        let right = try #require(question.options.firstIndex { $0.isCorrect })
        let other = right == 0 ? 2 : 1
        let opening = PlainDesk.Opening.place(.keyCorrection(QuestionMenu(question: id, place: .answeredQuestion)))
        try learner.types("1 2", "x", "\(right + 1)", "", opening: opening)
        #expect(learner.reads("Not taken: exactly one is right."))
        #expect(learner.reads("x: numbers from 1 to"))
        #expect(learner.reads("Nothing changed."))
        try learner.types("\(other)", "the manual says so", opening: opening)
        #expect(learner.reads("Your key counts from now; u undoes it."))
        guard case .item(let item?) = try learner.performer.perform(.fetch(.item(id))).get() else { return }
        #expect(item.question.options[other - 1].isCorrect && !item.question.options[right].isCorrect)
    }

    @Test("An answer from before the key was corrected keeps its grade, and that is said where it is read again")
    func gradedBefore() throws {
        try learner.types("q", opening: PlainLearner.one(id))
        let session = try #require(try store.activeSessions(limit: 1).first).id
        try learner.types(learner.numbers(ofRight: id, in: session), "", "q", opening: .session(session))
        let options = try #require(try store.question(id)?.question.options)
        let other = try #require(options.firstIndex { !$0.isCorrect }) + 1
        let menu = QuestionMenu(question: id, place: .answeredQuestion)
        try learner.types("\(other)", "the manual says so", opening: .place(.keyCorrection(menu)))
        try learner.types("q", opening: .place(.sessionItem(session: session, question: id)))
        #expect(learner.reads("The key is yours since; this answer keeps its grade."))
    }
}
