import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Options from one load to the next")
struct OptionMatchingTests {
    private typealias Sample = SampleCatalogue

    private func reloaded(_ change: (inout Question) -> Void) throws -> StoredQuestion {
        let store = try Store.temporary()
        var question = Sample.question("q1")
        try store.load(Sample.channel([question]))
        change(&question)
        try store.load(Sample.channel([question]))
        return try #require(try store.question("q1"))
    }

    @Test("An option that leaves is kept, but not among the options")
    func leaving() throws {
        let stored = try reloaded { $0.options[1] = AnswerOption(id: "c", text: "Other", isCorrect: false) }
        #expect(stored.question.options.map(\.id) == ["a", "c"])
        #expect(stored.retiredOptions.map(\.id) == ["b"] && stored.retiredOptions.map(\.text) == ["Wrong"])
    }

    @Test("An option given another id but the same text keeps the id it is stored by, in references too")
    func renamed() throws {
        let stored = try reloaded {
            $0.options[0].id = "named"
            $0.options[1].why = "It is not {{named}} or {{b}}."
        }
        #expect(stored.question.options.map(\.id) == ["a", "b"])
        #expect(stored.question.options[1].why == "It is not {{a}} or {{b}}.")
        #expect(stored.retiredOptions == [])
    }

    @Test("An option with the same id and another text is the same option")
    func reworded() throws {
        let stored = try reloaded { $0.options[0].text = "Quite right" }
        #expect(stored.question.options.map(\.text) == ["Quite right", "Wrong"] && stored.retiredOptions == [])
    }

    @Test(
        "References are renamed all at once",
        arguments: [
            ("{{a}} and {{b}}", "{{b}} and {{a}}"), ("{{c}} {{a", "{{c}} {{a"), ("a b", "a b"),
            ("{{a}}{{a}}", "{{b}}{{b}}"),
        ])
    func references(text: String, expected: String) {
        #expect(text.replacingReferences(["a": "b", "b": "a"]) == expected)
    }
}
