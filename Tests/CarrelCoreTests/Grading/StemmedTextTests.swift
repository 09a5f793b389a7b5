import Testing

@testable import CarrelCore

@Suite("Stemmed words")
struct StemmedTextTests {
    private func word(_ text: String) throws -> StemmedWord {
        var stemming = TextStemming(stem: strippingEndings)
        return try #require(stemming.text(text).words.first)
    }

    @Test("A word is stemmed once, and one with a digit not at all")
    func stems() {
        var asked: [String] = []
        var stemming = TextStemming {
            asked.append($0); return strippingEndings($0)
        }
        let text = stemming.text("Ports open ports, 8080s open")
        #expect(text.words.map(\.stem) == ["port", "open", "port", "8080s", "open"])
        #expect(text.opensClause == [false, false, false, true, false])
        #expect(asked == ["ports", "open"])
    }

    @Test(
        "A misspelling has one slip from five letters on and two from nine, and the first letter right",
        arguments: [
            ("authentcation", "authentication", true),
            ("autentcation", "authentication", true),
            ("autentcaton", "authentication", false),
            ("alogritm", "algorithm", true),
            ("fierwall", "firewall", true),
            ("fierwal", "firewall", false),
            ("usre", "user", false),
            ("caceh", "cache", true),
            ("ecnrypt", "encrypt", true),
            ("necrypt", "encrypt", false),
            ("decrypt", "encrypt", false),
            ("port4443", "port4444", false),
            ("cahced", "caches", false),
            ("encrpyting", "encrypt", true),
        ])
    func misspellings(typed: String, meant: String, expected: Bool) throws {
        let typed = try word(typed)
        let meant = try word(meant)
        #expect(typed.isMisspelling(of: meant) == expected)
    }
}
