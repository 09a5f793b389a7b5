import CarrelCore
import Testing

@Suite("Kinds of events")
struct JournalEventTests {
    @Test(
        "Starts, completions, a submission's grades and undos stay; all else can be taken back",
        arguments: [
            (.sessionStarted(SessionStarted(type: .channel, mode: .exam, key: "", title: "", items: [])), false),
            (.sessionCompleted(SessionCompleted()), false), (.undone(Undone()), false),
            (.answerGraded(AnswerGraded(isCorrect: true, score: 1, isSubmission: true)), false),
            (.answerGraded(AnswerGraded(isCorrect: true, score: 1)), true),
            (.answerGiven(AnswerGiven(elapsedMs: 1)), true),
            (.sessionAbandoned(SessionAbandoned()), true), (.memoryModel(MemoryModel()), true),
            (.unknown(kind: "x", version: 1, body: "{}"), false),
        ] as [(JournalEvent, Bool)])
    func undoable(event: JournalEvent, isUndoable: Bool) { #expect(event.isUndoable == isUndoable) }

    @Test("An event of another program has no kind here")
    func unknown() {
        #expect(JournalEvent.unknown(kind: "answerGiven", version: 9, body: "{}").kind == nil)
        #expect(JournalEvent.bookmarkCleared(BookmarkCleared()).kind == .bookmarkCleared)
    }
}
