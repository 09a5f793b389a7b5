import Testing

@testable import CarrelCore

@Suite("The words of a typed text")
struct TextTokenTests {
    private func words(_ text: String) -> [String] { TextToken.tokens(in: text).map(\.text) }

    @Test("Every text has the words that the oracle finds in it")
    func vectors() throws {
        let rows = try TypedAnswerVectors.load().tokens
        #expect(rows.count == 29)
        for row in rows { #expect(words(row.text) == row.tokens, "\(row.text)") }
    }

    @Test(
        "What belongs to a word, and what parts words",
        arguments: [
            ("SYN-ACK", ["syn", "ack"]),
            ("TCP+TLS", ["tcp", "tls"]),
            ("F# or C++.", ["f#", "or", "c++"]),
            ("#heading + 5+", ["heading", "5"]),
            ("It’s what isn't", ["its", "what", "isnt"]),
            ("stateless.Next", ["stateless", "next"]),
            ("10.0.0.0/8, 99.9%", ["10.0.0.0", "8", "99.9"]),
            ("end.2 x", ["end", "2", "x"]),
            ("ends in 5.", ["ends", "in", "5"]),
            ("Łódź Ångström e\u{301}te\u{301} phở", ["lodz", "angstrom", "ete", "pho"]),
            ("Шифрование данных", ["шифрование", "данных"]),
            ("İ ß 👩‍💻 ¡¿", ["i", "ß"]),
        ])
    func boundaries(text: String, expected: [String]) { #expect(words(text) == expected) }

    @Test("A composed and a decomposed letter make the same word", arguments: ["й", "한", "é", "が"])
    func canonicalEquivalence(letter: String) {
        let decomposed = ["й": "и\u{306}", "한": "\u{1112}\u{1161}\u{11AB}", "é": "e\u{301}", "が": "か\u{3099}"]
        #expect(words(letter) == words(decomposed[letter] ?? ""))
    }

    @Test("Punctuation and line ends open a clause, a hyphen does not")
    func clauses() {
        let tokens = TextToken.tokens(in: "(one two-three, four\nfive. \"six\" — seven")
        #expect(tokens.filter(\.opensClause).map(\.text) == ["one", "four", "five", "six", "seven"])
    }

    @Test("Text of any scalars has words without space or capitals")
    func anyScalars() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<200 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<60, using: &generator) {
                let range: Range<UInt32> = Bool.random(using: &generator) ? 0..<0x80 : 0..<0x11_0000
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { scalars.append(scalar) }
            }
            for word in words(String(scalars)) {
                #expect(!word.isEmpty)
                #expect(word.allSatisfy { !$0.isWhitespace })
                #expect(word == word.lowercased())
            }
        }
    }
}
