import CarrelCore
import Testing

@Suite("Reading a search")
struct SearchReaderTests {
    private typealias Term = SearchQuery.Term

    private static func query(
        _ terms: [SearchQuery.Term] = [], not excluded: [SearchQuery.Term] = [],
        _ filter: (inout QuestionFilter) -> Void = { _ in }
    ) -> SearchQuery {
        var query = SearchQuery(terms: terms, excluded: excluded)
        filter(&query.filter)
        return query
    }

    private static func begins(_ text: String) -> SearchQuery.Term { .init(text, isPrefix: true) }
    private static func whole(_ text: String) -> SearchQuery.Term { .init(text, isPrefix: false) }

    static let readings: [(String, SearchQuery)] = [
        ("", query()), ("   ", query()), ("-", query()), ("+ :: \"\" *", query()),
        ("tcp", query([begins("tcp")])), ("tcp udp ", query([begins("tcp"), begins("udp")])),
        ("c", query([begins("c")])), ("c ", query([whole("c")])), ("c* go* ", query([begins("c"), begins("go")])),
        ("a tcp", query([whole("a"), begins("tcp")])), ("tcp tcp", query([begins("tcp")])),
        ("\"half open\"", query([whole("half open")])), ("\"half  op", query([begins("half op")])),
        ("\"half op\"*", query([begins("half op")])), ("\"tcp\"udp", query([whole("tcp"), begins("udp")])),
        ("-udp tcp", query([begins("tcp")], not: [begins("udp")])),
        ("-\"half open\" ", query(not: [whole("half open")])), ("--x1y", query(not: [begins("-x1y")])),
        ("tag:tcp x ", query([whole("x")]) { $0.tags = ["tcp"] }),
        ("tag:tcp tag:udp", query { $0.tags = ["tcp", "udp"] }),
        ("tag:\"two words\"", query { $0.tags = ["two words"] }), ("tag:", query()),
        (
            "company:\"Acme Corp\" -company:x",
            query {
                $0.companies = ["Acme Corp"]; $0.excluded.companies = ["x"]
            }
        ),
        (
            "channel:net cert:saa certification:sec",
            query {
                $0.channels = ["net"]; $0.certifications = ["saa", "sec"]
            }
        ),
        ("KIND:Multiple", query { $0.kinds = [.multiple] }), ("kind:s", query { $0.kinds = [.single, .simulation] }),
        (
            "difficulty:adv -difficulty:b",
            query {
                $0.difficulties = [.advanced]; $0.excluded.difficulties = [.beginner]
            }
        ),
        (
            "is:w is:bookm -is:due",
            query {
                $0.statuses = [.wrong, .bookmarked]; $0.excluded.statuses = [.due]
            }
        ),
        ("http://x.example/a", query([begins("http://x.example/a")])), ("::1", query([begins("::1")])),
        ("std::vector", query([begins("std::vector")])), ("10:30", query([begins("10:30")])),
        ("localhost:8080", query([begins("localhost:8080")])), ("Note: tcp", query([begins("Note:"), begins("tcp")])),
        ("kind://x", query([begins("kind://x")])), ("\"foo:x\"", query([whole("foo:x")])),
        ("half-open", query([begins("half-open")])), ("tcp\u{0}udp", query([begins("tcp"), begins("udp")])),
    ]

    @Test("What is typed is understood", arguments: readings)
    func reading(text: String, expected: SearchQuery) {
        #expect(SearchQuery.read(text) == ReadSearch(query: expected))
    }

    @Test(
        "What is no field or no value is named with what there is, and the rest still counts",
        arguments: [
            (
                "foo:x tcp",
                "no field foo: tag, kind, channel, cert, difficulty, company, is; in quotes it is searched for"
            ),
            (
                "tags:x tcp",
                "no field tags (tag?): tag, kind, channel, cert, difficulty, company, is; in quotes it is searched for"
            ),
            ("kind:frob tcp", "no kind:frob: free, single, multiple, ordering, matching, hotspot, simulation"),
            ("-difficulty:expert tcp", "no difficulty:expert: beginner, intermediate, advanced"),
            (
                "is:x is:x tcp",
                "no is:x: wrong, unseen, right, bookmarked, flagged, noted, mine, due, suspended, slow, sure-but-wrong"
            ),
        ])
    func faults(text: String, message: String) {
        let read = SearchQuery.read(text)
        #expect(read.faults.map(\.description) == [message])
        #expect(read.query == Self.query([Self.begins("tcp")]))
    }

    @Test("Any text is read, and the search in its one form reads as the same search")
    func anything() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<3_000 {
            let text = Self.text(using: &generator)
            let query = SearchQuery.read(text).query
            let again = SearchQuery.read(query.description)
            #expect(again == ReadSearch(query: query), "\(text.debugDescription) → \(query)")
            for term in query.terms + query.excluded { #expect(!term.text.isEmpty && !term.text.contains("\"")) }
        }
    }

    /// Pieces that mean something, one after the other.
    static func text(using generator: inout SplitMix64) -> String {
        let pieces = [
            " ", " ", "\"", "-", "*", ":", "a", "tcp", "é", "日本", "tag:", "kind:", "is:", "channel:", "difficulty:",
            "company:", "foo:", "un", "wrong", "multiple", "s", "/", "\\", "\u{0}", "\u{E000}", "(", ")", "AND", "NOT",
            "NEAR(",
            "^", "+", "'", "\n", "🎓", "e\u{301}", ".", "1",
        ]
        return (0..<Int.random(in: 0..<9, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
    }
}
