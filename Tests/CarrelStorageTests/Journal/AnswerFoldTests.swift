import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("The answer that stands for an item")
struct AnswerFoldTests {
    private func fold(_ entries: RecordedEntry...) -> AnswerFold {
        var fold = AnswerFold(sessionId: "s", questionId: "q")
        for recorded in entries where recorded.isLive { fold.take(recorded.entry) }
        return fold
    }

    private func given(
        _ option: String, at place: Int, grade: Rating? = nil, isCorrect: Bool? = nil, confidence: Confidence? = nil,
        isUndone: Bool = false
    ) -> RecordedEntry {
        let answer = AnswerGiven(
            selection: .chosen([option]), isCorrect: isCorrect, score: isCorrect.map { $0 ? 1 : 0 }, grade: grade,
            confidence: confidence, elapsedMs: 1000)
        return recorded(.answerGiven(answer), at: place, isUndone: isUndone)
    }

    private func graded(_ isCorrect: Bool, at place: Int, grade: Rating? = nil, submits: Bool = false) -> RecordedEntry
    {
        recorded(
            .answerGraded(
                AnswerGraded(isCorrect: isCorrect, score: isCorrect ? 1 : 0, grade: grade, isSubmission: submits)),
            at: place)
    }

    private let practice = SessionFacts(mode: .practice)
    private let exam = SessionFacts(
        mode: .exam,
        completion: SessionFacts.Completion(
            position: JournalPosition(ord: 90, hlc: 90, id: "c"), at: minute(90), zone: 0))

    @Test("The latest answer stands, and undoing it brings back the one before")
    func latest() throws {
        let all = fold(given("a", at: 1, isCorrect: false), given("b", at: 2, isCorrect: true))
        #expect(try #require(all.row).given?.selection == .chosen(["b"]))
        let undone = fold(given("a", at: 1, isCorrect: false), given("b", at: 2, isCorrect: true, isUndone: true))
        #expect(try #require(undone.row).given?.selection == .chosen(["a"]))
        #expect(undone.row?.isCorrect == false)
        #expect(fold(given("a", at: 1, isUndone: true)).row == nil)
    }

    @Test("A grade belongs to the answer before it; without one it says nothing, unless it submits the item")
    func grades() throws {
        #expect(fold(given("a", at: 1), graded(true, at: 2, grade: .hard)).row?.grade == .hard)
        #expect(fold(given("a", at: 1), graded(true, at: 2), given("b", at: 3)).row?.isCorrect == .some(nil))
        #expect(fold(graded(true, at: 2)).row == nil)
        let unanswered = try #require(fold(graded(false, at: 2, submits: true)).row)
        #expect(unanswered.given == nil && unanswered.isCorrect == false)
    }

    @Test("After a submission no answer changes the item, but the learner may still grade it")
    func submitted() {
        let late = fold(given("a", at: 1), graded(true, at: 2, submits: true), given("b", at: 3, isCorrect: false))
        #expect(late.row?.given?.selection == .chosen(["a"]) && late.row?.isCorrect == true)
        let regraded = fold(given("a", at: 1), graded(false, at: 2, submits: true), graded(true, at: 3))
        #expect(regraded.row?.isCorrect == true)
    }

    @Test("An item that is only marked has a row without an answer, and none when the mark is taken off")
    func marked() throws {
        let mark = recorded(.itemMarked(ItemMarked(isMarked: true)), at: 1)
        let row = try #require(fold(mark).row)
        #expect(row.isMarked && row.given == nil && row.elapsedMs == nil && row.isCorrect == nil)
        #expect(fold(mark, recorded(.itemMarked(ItemMarked(isMarked: false)), at: 2)).row == nil)
    }

    @Test("In practice memory is judged by the first answer, in an exam by the standing one")
    func reviews() {
        let fold = fold(
            given("a", at: 1, grade: .again, isCorrect: false), given("b", at: 2, grade: .good, isCorrect: true))
        #expect(fold.review(in: practice)?.review == Review(at: minute(1), zone: 0, rating: .again))
        #expect(fold.review(in: exam)?.review == Review(at: minute(90), zone: 0, rating: .good))
        #expect(fold.review(in: SessionFacts(mode: .exam)) == nil)
        #expect(fold.review(in: nil) == nil)
    }

    @Test("An answer that is graded later is reviewed when it is graded, and a better grade amends that review")
    func amended() {
        let waiting = fold(given("a", at: 1, confidence: .sure))
        #expect(waiting.review(in: practice) == nil)
        let wrong = fold(given("a", at: 1, confidence: .sure), graded(false, at: 5, grade: .again))
        #expect(
            wrong.review(in: practice)?.review
                == Review(at: minute(5), zone: 0, rating: .again, isConfidentError: true))
        let easy = fold(given("a", at: 1, grade: .good, isCorrect: true), graded(true, at: 2, grade: .easy))
        #expect(easy.review(in: practice)?.review == Review(at: minute(1), zone: 0, rating: .easy))
        let second = fold(
            given("a", at: 1, grade: .good, isCorrect: true), given("a", at: 2), graded(true, at: 3, grade: .easy))
        #expect(second.review(in: practice)?.review.rating == .good)
    }

    @Test("Where no grade was given, correctness and confidence make one")
    func ratingOfCorrectness() {
        #expect(
            fold(given("a", at: 1, isCorrect: true, confidence: .guess)).review(in: practice)?.review.rating == .again)
        #expect(fold(given("a", at: 1), graded(true, at: 2, submits: true)).review(in: exam)?.review.rating == .good)
        #expect(fold(graded(false, at: 2, submits: true)).review(in: exam) == nil)
    }

    @Test("An answer that claims to have taken years took a day")
    func absurdTimes() {
        let answer = AnswerGiven(elapsedMs: .max)
        #expect(fold(recorded(.answerGiven(answer), at: 1)).row?.elapsedMs == 86_400_000)
        #expect(fold(recorded(.answerGiven(AnswerGiven(elapsedMs: -1)), at: 1)).row?.elapsedMs == 0)
    }
}
