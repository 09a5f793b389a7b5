import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Questions with the learner's corrections")
struct StoredQuestionTests {
    private let store: Store

    init() throws {
        store = try Store.ticking(TestClock())
        try store.load(SampleCatalogue.channel([SampleCatalogue.question("q"), SampleCatalogue.question("p")]))
    }

    private func correct(_ field: QuestionField, _ value: String) throws {
        let authors = try store.question("q")?.question[field]
        try store.record(.errataSet(ErrataSet(field, to: value, insteadOf: authors)), questionId: "q")
    }

    @Test("A corrected question is read as the learner has it, by its id and among others")
    func read() throws {
        try correct(.explanation, "Mine")
        #expect(try store.question("q")?.question.explanation == "Mine")
        let both = try store.questions(ids: ["p", "q"])
        #expect(both.map(\.question.explanation) == ["Because p.", "Mine"])
        #expect(both.map(\.corrections.count) == [0, 1])
    }

    @Test("A load keeps corrections, does not take them for the author's words, and tells of changes since")
    func reload() throws {
        try correct(.explanation, "Mine")
        try correct(.stem, "My stem")
        var changed = SampleCatalogue.question("q")
        changed.explanation = "Because of something else."
        try store.load(SampleCatalogue.channel([changed, SampleCatalogue.question("p")]))
        let stored = try #require(try store.question("q"))
        #expect(stored.question.explanation == "Mine" && stored.question.stem == "My stem")
        #expect(stored.corrections.map(\.field) == [.stem, .explanation])
        #expect(stored.corrections.map(\.isChangedByAuthor) == [false, true])
        #expect(stored.corrections[1].authorsValue == "Because of something else.")
        try store.record(.errataCleared(ErrataCleared(field: "explanation")), questionId: "q")
        #expect(try store.question("q")?.question.explanation == "Because of something else.")
    }

    @Test("A rebuild from the journal keeps them")
    func rebuild() throws {
        try correct(.option(id: "a", .text), "Mine")
        let before = try store.question("q")
        try store.rebuild()
        #expect(try store.question("q") == before)
    }

    @Test("Corrections made in one command are taken back in one, and come back in none")
    func undo() throws {
        try store.record([
            NewEvent(.errataSet(ErrataSet(field: "option/a/isCorrect", value: "false")), questionId: "q"),
            NewEvent(.errataSet(ErrataSet(field: "option/b/isCorrect", value: "true")), questionId: "q"),
        ])
        #expect(try store.question("q")?.question.options.map(\.isCorrect) == [false, true])
        #expect(try store.undoLast()?.event == .errataSet(ErrataSet(field: "option/b/isCorrect", value: "true")))
        #expect(try store.question("q")?.question == SampleCatalogue.question("q"))
        #expect(try store.undoLast() == nil)
    }

    @Test("Whether a question was ever answered is known")
    func answered() throws {
        #expect(try !store.isAnswered("q"))
        let session = try store.start(["q"])
        try store.answer("q", in: session)
        #expect(try store.isAnswered("q"))
        _ = try store.undoLast()
        #expect(try !store.isAnswered("q"))
    }
}
