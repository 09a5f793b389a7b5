import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Content hashes")
struct ContentHashTests {
    private var question: Question {
        var question = Question(
            id: "q", kind: .single, stem: "a/b?", answer: "é", explanation: "e", difficulty: .beginner, channel: "c",
            subChannel: "s")
        question.jobTitles = ["b": 1, "a": 2]
        question.options = [AnswerOption(id: "x", text: "é", isCorrect: true)]
        return question
    }

    // The digest was computed with Python's json (sorted keys, no white space) and hashlib.
    @Test("The hash of a question is the same in every build: it decides what counts as changed")
    func pinned() throws {
        #expect(
            try ContentHash.hex(of: question) == "1d971d5e1eb24eb285fa51b081d6a720c8c69f1be1a04c53658e0c224ee64eb7")
    }

    @Test("Any change of content changes the hash")
    func changes() throws {
        var other = question
        other.options[0].why = "because"
        #expect(try ContentHash.hex(of: other) != ContentHash.hex(of: question))
    }

    @Test("A derived id is a slug, and the same for the same text")
    func derived() {
        #expect(DerivedID.of("Transport") == "o-" + SHA256.hex(of: "Transport".utf8).prefix(8))
        #expect(DerivedID.of("Transport").isSlug)
    }
}
