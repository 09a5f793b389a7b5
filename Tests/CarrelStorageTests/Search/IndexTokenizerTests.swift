import Testing

@testable import CarrelStorage

@Suite("Taking text apart as the index does")
struct IndexTokenizerTests {
    @Test("It is set up as the schema says")
    func definition() {
        #expect(Schema.search.contains("tokenize = \"\(IndexTokenizer.definition.joined(separator: " "))\""))
    }

    @Test("Words are folded, and know where they stand")
    func words() throws {
        let tokenizer = try IndexTokenizer(try Store.temporary().database)
        let tokens = tokenizer.tokens(of: "The CAFÉ's TCP-SYN, 漢字 e\u{301}")
        #expect(tokens.map(\.text) == ["the", "cafe", "s", "tcp", "syn", "漢字", "e"])
        #expect(tokens[1].bytes == 4..<9 && tokens[3].bytes == 12..<15)
        #expect(tokenizer.tokens(of: "") == [] && tokenizer.tokens(of: " - ") == [])
    }
}
