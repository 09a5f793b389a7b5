import CarrelCore
import Testing

@Suite("Corrections laid over a question")
struct QuestionErrataTests {
    @Test("Each field takes what the learner put, and the rest stays")
    func applying() {
        var question = Question(
            id: "q", kind: .single, stem: "s", answer: "a", explanation: "e", difficulty: .beginner, channel: "c",
            subChannel: "d")
        question.options = [.init(id: "x", text: "X", isCorrect: true), .init(id: "y", text: "Y", isCorrect: false)]
        let values = [
            "question": "S", "answer": "A", "explanation": "E", "tldr": "T", "eli5": "5", "option/x/text": "XX",
            "option/x/isCorrect": "false", "option/y/isCorrect": "true", "option/y/explanation": "why",
            "option/gone/text": "?", "else": "?",
        ]
        let errata = Dictionary(uniqueKeysWithValues: values.map { ($0, ErrataSet(field: $0, value: $1)) })
        let corrected = question.applying(errata: errata)
        #expect([corrected.stem, corrected.answer, corrected.explanation] == ["S", "A", "E"])
        #expect(corrected.tldr == "T" && corrected.eli5 == "5" && corrected.options.map(\.text) == ["XX", "Y"])
        #expect(corrected.options.map(\.isCorrect) == [false, true] && corrected.options[1].why == "why")
        #expect(question.applying(errata: [:]) == question)
    }
}
