import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Words of a search in a text")
struct WordMatcherTests {
    private let store: Store

    init() throws { store = try Store.temporary() }

    private func matcher(_ typed: String) throws -> WordMatcher {
        WordMatcher(SearchQuery.read(typed).query.terms, tokenizer: try IndexTokenizer(store.database))
    }

    /// The matches as text.
    private func marked(_ text: MarkedText) -> [String] {
        let characters = Array(text.text)
        return text.marks.map { String(characters[$0]) }
    }

    @Test(
        "Words, beginnings and phrases are marked where they stand",
        arguments: [
            ("\"tcp\"", "A TCP segment, tcp again, TCPs not", ["TCP", "tcp"]),
            ("seg", "A TCP segment", ["segment"]),
            ("\"write ahead\"", "the write-ahead log writes ahead", ["write-ahead"]),
            ("cafe ", "ein Café, e\u{301}cafe\u{301}", ["Café"]),
            ("a b ", "a a b", ["a", "a", "b"]),
            ("zebra", "no such animal", []),
        ])
    func words(typed: String, text: String, expected: [String]) throws {
        #expect(marked(try matcher(typed).mark(text)) == expected)
    }

    @Test("Overlapping matches are one mark")
    func overlap() throws {
        let text = try matcher("\"a b\" \"b c\"").mark("x a b c")
        #expect(text.marks == [2..<7])
    }

    @Test("An excerpt is the piece where most of what is searched for occurs, and says where it is cut")
    func excerpt() throws {
        let filler = (0..<40).map { "word\($0)" }.joined(separator: " ")
        let text = "\(filler) alpha \(filler) beta with alpha \(filler)."
        let excerpt = try #require(try matcher("alpha beta ").excerpt(of: text))
        #expect(marked(excerpt) == ["beta", "alpha"])
        #expect(excerpt.text.hasPrefix("…word36 word37 word38 word39 beta with alpha word0"))
        #expect(excerpt.text.hasSuffix("…") && excerpt.text.split(separator: " ").count == WordMatcher.excerptWords)
        #expect(try matcher("zebra").excerpt(of: text) == nil)
        #expect(try matcher("limit").excerpt(of: "TCP's limit.") == MarkedText("TCP's limit.", marks: [6..<11]))
    }

    @Test("What FTS5's own highlight marks is marked", arguments: 0..<40)
    func asFTS5(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let pieces = [
            "tcp", "TCP", "Syn", "é", "e\u{301}", "日本", "a", "b", "log", "-", " ", "  ", ", ", "🎓", "x1", "ß",
        ]
        func make(_ count: Int) -> String {
            (0..<count).map { _ in
                (pieces.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
            }.joined()
        }
        let database = store.database
        for row in 0..<25 {
            let text = make(30)
            let query = SearchQuery.read(make(3)).query
            guard !query.terms.isEmpty, let expression = try SearchExpression(query, in: database).text else {
                continue
            }
            try database.run("INSERT INTO questionSearch(rowid, question) VALUES (?, ?)", row + 1, text)
            let highlit = try database.first(
                "SELECT highlight(questionSearch, 0, '\u{E0F0}', '\u{E0F1}') FROM questionSearch WHERE questionSearch MATCH ? AND rowid = ?",
                expression, row + 1
            ) { $0.text(0) }
            guard let highlit else { continue }
            let ours = try IndexTokenizer(database)
            let marks = WordMatcher(query.terms, tokenizer: ours).mark(text)
            #expect(marked(marks) == Self.matches(in: highlit), "\(text) for \(query.terms)")
        }
    }

    private static func matches(in highlit: String) -> [String] {
        highlit.unicodeScalars.split(separator: "\u{E0F0}", omittingEmptySubsequences: false).dropFirst().map {
            String(String.UnicodeScalarView($0.prefix { $0 != "\u{E0F1}" }))
        }
    }
}
