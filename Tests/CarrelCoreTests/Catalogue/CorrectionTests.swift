import CarrelCore
import Testing

@Suite("Corrections laid over a question")
struct CorrectionTests {
    private static let question: Question = {
        var question = Question(
            id: "q", kind: .multiple, stem: "Stem", answer: "A", explanation: "Why", difficulty: .beginner,
            channel: "c", subChannel: "d")
        question.options = ["a", "b", "c", "d"].map { id in
            AnswerOption(id: id, text: id.uppercased(), isCorrect: id < "c", why: "why \(id)")
        }
        question.payload = .choice(choose: 2)
        return question
    }()

    private func erratum(_ field: QuestionField, _ value: String) -> ErrataSet {
        ErrataSet(field, to: value, insteadOf: Self.question[field])
    }

    @Test("Without corrections the question is as its author states it")
    func none() {
        #expect(Self.question.applying(errata: [:]) == Self.question)
        #expect(Self.question.corrected(by: []).corrections == [])
    }

    @Test("A text stands in the author's place, and the author's is known")
    func text() {
        let errata = [erratum(.explanation, "Mine"), erratum(.stem, "Better"), erratum(.tldr, "Short")]
        let (question, corrections) = Self.question.corrected(by: errata)
        #expect((question.stem, question.explanation, question.tldr) == ("Better", "Mine", "Short"))
        #expect(corrections.map(\.field) == [.stem, .explanation, .tldr])
        #expect(corrections.map(\.authorsValue) == ["Stem", "Why", nil])
        #expect(corrections.allSatisfy { $0.isApplied && !$0.isChangedByAuthor })
    }

    @Test("That the author changed the text since is known by its hash")
    func changed() {
        let errata = [erratum(.stem, "Mine"), erratum(.explanation, "Mine")]
        var reloaded = Self.question
        reloaded.stem = "Another stem"
        let corrections = reloaded.corrected(by: errata).corrections
        #expect(corrections.map(\.isChangedByAuthor) == [true, false])
        #expect(corrections[0].authorsValue == "Another stem")
    }

    @Test("A key is corrected as a whole, and as many are asked for as are right")
    func key() {
        let errata = [erratum(.option(id: "a", .isCorrect), "false")]
        let (question, corrections) = Self.question.corrected(by: errata)
        #expect(question.options.map(\.isCorrect) == [false, true, false, false])
        #expect(question.choose == 1)
        #expect(corrections.map(\.isApplied) == [true])
        #expect(ChoiceGrade.grade(selected: ["b"], options: question.options) == .right)
    }

    @Test("A key that no longer fits the options leaves the author's standing, whole, and the texts corrected")
    func unsound() {
        let errata = [
            erratum(.option(id: "a", .isCorrect), "false"), erratum(.option(id: "b", .isCorrect), "false"),
            erratum(.option(id: "a", .text), "Mine"),
        ]
        let (question, corrections) = Self.question.corrected(by: errata)
        #expect(question.options.map(\.isCorrect) == [true, true, false, false])
        #expect(question.choose == 2)
        #expect(question.options[0].text == "Mine")
        #expect(corrections.filter { !$0.isApplied }.map(\.field.isKey) == [true, true])
    }

    @Test("A correction of an option that left changes nothing and is still told")
    func left() {
        var reloaded = Self.question
        reloaded.options.removeLast()
        let errata = [erratum(.option(id: "d", .text), "Mine")]
        let (question, corrections) = reloaded.corrected(by: errata)
        #expect(question == reloaded)
        #expect(corrections.map(\.isApplied) == [false])
        #expect(corrections.map(\.authorsValue) == [nil])
    }

    @Test("A field that this version does not know is passed over")
    func unknown() { #expect(Self.question.corrected(by: [ErrataSet(field: "mood", value: "x")]).corrections == []) }
}
