import Testing

@testable import CarrelCore

@Suite("Saying that it is not so")
struct NegationTests {
    private func denies(_ phrase: String, _ text: String) throws -> Bool {
        var stemming = TextStemming(stem: strippingEndings)
        let phrase = KeywordPhrase(phrase, stemming: &stemming)
        let text = stemming.text(text)
        let found = try #require(phrase.occurrences(in: text, vocabulary: Set(phrase.stems)).first)
        return Negation.negates(found, in: text)
    }

    @Test(
        "A negator up to three words before a phrase, or inside it, denies it",
        arguments: [
            ("encrypt", "It does not encrypt"), ("encrypt", "It doesn’t ever really encrypt"),
            ("encrypt", "it cannot encrypt"), ("encrypt", "isnt encrypted"), ("loss", "works without any loss"),
            ("availability zone", "zones without high availability"), ("data loss", "never data loss"),
        ])
    func denied(phrase: String, text: String) throws {
        let isDenied = try denies(phrase, text)
        #expect(isDenied)
    }

    @Test(
        "A negator further off, in another clause, after the phrase or part of it does not",
        arguments: [
            ("encrypt", "it encrypts"), ("encrypt", "not that it would encrypt"),
            ("encrypt", "No, it encrypts"), ("encrypt", "- no state\n- encrypts"),
            ("encrypt", "encrypts, not hashes"), ("not null", "is not null"), ("null", "null"),
            ("encrypt", "it not only encrypts"),
        ])
    func affirmed(phrase: String, text: String) throws {
        let isDenied = try denies(phrase, text)
        #expect(!isDenied)
    }
}
