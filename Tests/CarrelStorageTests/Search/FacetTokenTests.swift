import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Tokens that lists filter by")
struct FacetTokenTests {
    @Test(
        "Letters and digits stay, all else is told by its number",
        arguments: [
            ("kubernetes", "kubernetes"), ("IPv6", "IPv6"), ("größe", "größe"), ("a-b", "a\u{E0FF}2d\u{E0FF}b"),
            ("c++", "c\u{E0FF}2b\u{E0FF}\u{E0FF}2b\u{E0FF}"), ("e\u{301}", "e\u{E0FF}301\u{E0FF}"),
            ("½", "\u{E0FF}bd\u{E0FF}"), ("", ""),
        ])
    func value(text: String, token: String) {
        let found = FacetToken.token(.tag, text)
        #expect(Array(found.unicodeScalars) == Array(("\u{E000}" + token).unicodeScalars))
    }

    @Test("Each field begins with a character of its own")
    func fields() {
        let fields = FacetToken.Field.allCases
        #expect(Set(fields.map { FacetToken.token($0, "x") }).count == fields.count)
    }

    @Test("The index takes each for one word, whatever it was made of")
    func oneWord() throws {
        let database = try Database(path: ":memory:")
        let tokenizer = try IndexTokenizer(database)
        for text in ["kubernetes", "a-b", "c++", "e\u{301}", "日本", "½", "a b"] {
            #expect(tokenizer.tokens(of: FacetToken.token(.tag, text)).count == 1, "\(text)")
        }
    }
}
