import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("What is folded by question")
struct QuestionFoldTests {
    private func fold(_ entries: [RecordedEntry], models: [RecordedEntry] = []) -> QuestionFold {
        QuestionFold(questionId: "q", entries: entries, models: MemoryModels(models)) { _ in
            SessionFacts(mode: .practice)
        }
    }

    private func answered(_ isCorrect: Bool, at place: Int, session: String) -> RecordedEntry {
        recorded(
            .answerGiven(AnswerGiven(isCorrect: isCorrect, grade: isCorrect ? .good : .again, elapsedMs: 1)), at: place,
            session: session)
    }

    @Test("A bookmark keeps the day it was set, and its last note")
    func bookmark() {
        let set = recorded(.bookmarkSet(BookmarkSet(note: "one")), at: 1)
        let again = recorded(.bookmarkSet(BookmarkSet(note: "two")), at: 2)
        #expect(fold([set, again]).bookmark == QuestionFold.Bookmark(note: "two", createdAt: minute(1)))
        let undone = RecordedEntry(entry: again.entry, isUndone: true)
        #expect(fold([set, undone]).bookmark == QuestionFold.Bookmark(note: "one", createdAt: minute(1)))
        #expect(fold([set, recorded(.bookmarkCleared(BookmarkCleared()), at: 3)]).bookmark == nil)
    }

    @Test("Corrections stand by field until they are cleared")
    func errata() {
        let folded = fold([
            recorded(.errataSet(ErrataSet(field: "answer", value: "x")), at: 1),
            recorded(.errataSet(ErrataSet(field: "tldr", value: "y")), at: 2),
            recorded(.errataCleared(ErrataCleared(field: "answer")), at: 3),
        ])
        #expect(folded.errata.keys.sorted() == ["tldr"])
    }

    @Test("Reviews are taken in the journal's order, one a session, and undoing the last restores the state before")
    func reviews() throws {
        let first = answered(true, at: 1, session: "one")
        let second = answered(false, at: 2000, session: "two")
        let before = try #require(fold([first]).review)
        #expect(before.memory.reps == 1)
        #expect(fold([first, second]).review?.memory.reps == 2)
        #expect(fold([first, RecordedEntry(entry: second.entry, isUndone: true)]).review == before)
        #expect(fold([first, answered(false, at: 3, session: "one")]).review == before)
    }

    @Test("A review uses the last usable memory model before it")
    func models() throws {
        func model(_ model: MemoryModel, at place: Int) -> RecordedEntry {
            recorded(.memoryModel(model), at: place, session: nil, question: nil)
        }
        let long = model(MemoryModel(learningSteps: [7200]), at: 5)
        let entries = [answered(false, at: 6, session: "one")]
        func due(_ models: [RecordedEntry]) throws -> Timestamp {
            try #require(fold(entries, models: models).review?.memory.due)
        }
        #expect(try due([]) == minute(7))
        #expect(try due([long]) == minute(126))
        #expect(try due([long, model(MemoryModel(weights: [1]), at: 5)]) == minute(126))
        #expect(try due([model(MemoryModel(learningSteps: [7200]), at: 7)]) == minute(7))
    }

    @Test("Suspending and burying set a question aside without reviewing it")
    func setAside() throws {
        let row = try #require(
            fold([
                recorded(.questionSuspended(QuestionSuspended()), at: 1),
                recorded(.questionBuried(QuestionBuried(until: minute(99))), at: 2),
            ]).review)
        #expect(row == QuestionFold.ReviewRow(memory: .new, isSuspended: true, buriedUntil: minute(99)))
        #expect(fold([recorded(.questionSuspended(QuestionSuspended()), at: 1, isUndone: true)]).review == nil)
    }

    @Test("The last graded answer tells whether the question was known; an ungraded one only that it was seen")
    func facts() throws {
        let folded = fold([
            answered(true, at: 1, session: "one"), answered(false, at: 2, session: "two"),
            recorded(.answerGiven(AnswerGiven(elapsedMs: 1)), at: 3, session: "three"),
            recorded(.itemMarked(ItemMarked(isMarked: true)), at: 4, session: "four"),
        ])
        #expect(folded.facts == QuestionFold.Facts(answers: 3, correct: 1, lastCorrect: false, lastAt: minute(3)))
    }

    @Test("The last answer is the last in the journal, whatever a clock that was set back says")
    func clockSetBack() {
        let early = answered(false, at: 5, session: "one")
        var late = answered(true, at: 6, session: "two")
        late.entry.at = minute(1)
        #expect(fold([early, late]).facts?.lastCorrect == true)
    }
}
