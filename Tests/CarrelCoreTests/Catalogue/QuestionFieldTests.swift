import CarrelCore
import Testing

@Suite("Fields of a question")
struct QuestionFieldTests {
    private static let fields: [(QuestionField, String)] = [
        (.stem, "question"), (.answer, "answer"), (.explanation, "explanation"), (.tldr, "tldr"), (.eli5, "eli5"),
        (.option(id: "a-1", .text), "option/a-1/text"), (.option(id: "a-1", .isCorrect), "option/a-1/isCorrect"),
        (.option(id: "a-1", .why), "option/a-1/explanation"),
    ]

    @Test("Each has one name, and is found by it", arguments: fields)
    func names(field: QuestionField, name: String) {
        #expect(field.name == name)
        #expect(QuestionField(name: name) == field)
    }

    @Test(
        "Other names are none", arguments: ["", "stem", "option", "option/a", "option/a/b", "option//text", "answer/x"])
    func unknown(name: String) { #expect(QuestionField(name: name) == nil) }

    @Test("Each is read and written through its field", arguments: fields.map(\.0))
    func access(field: QuestionField) {
        var question = Question(
            id: "q", kind: .single, stem: "s", answer: "a", explanation: "e", difficulty: .beginner, channel: "c",
            subChannel: "d")
        #expect(question.has(field) == !field.name.hasPrefix("option"))
        question[field] = "true"
        #expect((question[field] == "true") == !field.name.hasPrefix("option"))
        question.options = [AnswerOption(id: "a-1", text: "t", isCorrect: false)]
        question[field] = "true"
        #expect(question[field] == "true")
    }

    @Test(
        "A key fits its kind: one of a single; of a multiple one at least, and not all",
        arguments: [
            (QuestionKind.single, [true, false], true), (.single, [true, true], false),
            (.single, [false, false], false),
            (.multiple, [true, false], true), (.multiple, [true, true], false), (.multiple, [false, false], false),
            (.multiple, [true, true, false], true), (.free, [], true),
        ])
    func key(kind: QuestionKind, right: [Bool], isSound: Bool) {
        var question = Question(
            id: "q", kind: kind, stem: "s", answer: "a", explanation: "e", difficulty: .beginner, channel: "c",
            subChannel: "d")
        question.options = right.enumerated().map { AnswerOption(id: "o\($0)", text: "t", isCorrect: $1) }
        #expect(question.hasSoundKey == isSound)
    }
}
