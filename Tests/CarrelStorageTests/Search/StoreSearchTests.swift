import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Searching the catalogue")
struct StoreSearchTests {
    private typealias Sample = SampleCatalogue

    let store: Store

    init() throws {
        store = try .temporary()
        try store.load(
            Sample.channel([
                Self.question("syn", "Who sends the SYN first?", answer: "The client", tags: ["tcp", "hand-shake"]),
                Self.question("mss", "What is the maximum segment size?", answer: "TCP's limit"),
                Self.question("café", "Does *café* fold?", answer: "Yes", kind: .free, tags: ["two words"]),
                Self.question("port", "Which port?", answer: "TCP 443, the port of https://", kind: .multiple),
            ]), Sample.certification(questions: 2))
    }

    private static func question(
        _ id: String, _ stem: String, answer: String, kind: QuestionKind = .single, tags: [String] = []
    ) -> Question {
        var question = Sample.question(id, tags: tags)
        question.stem = stem
        question.answer = answer
        question.explanation = "Since RFC 9293."
        question.kind = kind
        question.companies = id == "mss" ? ["Acme Corp"] : []
        return question
    }

    private func ids(_ text: String, _ mode: SearchMode = .all) throws -> [String] {
        try store.search(SearchQuery.read(text).query, mode: mode).ids
    }

    @Test(
        "Words, phrases and fields find what they say",
        arguments: [
            ("", []), ("zebra", []), ("maxim", ["mss"]), ("MAXIMUM SEG", ["mss"]), ("cafe", ["café"]),
            ("\"segment size\"", ["mss"]), ("\"size segment\"", []), ("port -tcp", []), ("tcp -port", ["mss", "syn"]),
            ("tag:tcp", ["syn"]), ("tag:hand-shake", ["syn"]), ("tag:hand", []), ("tag:\"two words\"", ["café"]),
            ("tag:TCP", ["syn"]), ("company:\"acme corp\"", ["mss"]), ("kind:free", ["café"]), ("kind:m", ["port"]),
            ("channel:saa", []), ("cert:saa", ["saa-q0", "saa-q1"]), ("cert:saa -saa q1", []),
            ("channel:net cert:saa kind:free", ["café"]), ("difficulty:beg kind:mul", ["port"]),
            ("difficulty:adv", []), ("-channel:net", ["saa-q0", "saa-q1"]), ("-wrong -tag:tcp", []),
            ("https://", ["port"]), ("beginner", []), ("rfc kind:single", ["syn", "mss"]),
        ] as [(String, [String])])
    func finding(text: String, expected: [String]) throws {
        #expect(try Set(ids(text)) == Set(expected))
        #expect(try Set(ids(text, .asYouType)) == Set(expected))
        let query = SearchQuery.read(text).query
        #expect(try Set(store.questions(in: .search(query), limit: 100).map(\.id)) == Set(expected))
        #expect(try Set(store.candidates(in: .search(query), what: .all, limit: 100).map(\.id)) == Set(expected))
        #expect(try store.count(in: .search(query)) == expected.count)
    }

    @Test(
        "A match in the question comes before one in its tags, and that before one in the text",
        arguments: [SearchMode.asYouType, .all])
    func ranking(mode: SearchMode) throws {
        var question = Self.question("tcp", "What does TCP stand for?", answer: "Transmission Control Protocol")
        question.options = []
        try store.load(
            Sample.channel([
                Self.question("mss", "What is the maximum segment size?", answer: "TCP's limit"), question,
                Self.question("syn", "Who sends the SYN first?", answer: "The client", tags: ["tcp"]),
            ]))
        #expect(try ids("tcp", mode) == ["tcp", "syn", "mss"])
    }

    @Test("As many as there are can be asked for")
    func unlimited() throws {
        let found = try store.search(SearchQuery.read("tcp").query, mode: .all, limit: .max)
        #expect(found.ids.count == 3)
        #expect(!found.hasMore)
    }

    @Test("More matches than are ranked are said to be there")
    func bounded() throws {
        let result = try store.search(SearchQuery.read("rfc").query, mode: .asYouType, limit: 3)
        #expect(result.ids.count == 3 && result.hasMore && result.count == "3+")
        #expect(try store.search(SearchQuery.read("rfc").query, mode: .all).count == "4")
    }

    @Test("What the learner did narrows a search")
    func statuses() throws {
        let session = try store.start(["syn", "mss", "port"])
        try store.answer("syn", in: session, isCorrect: false)
        try store.answer("mss", in: session)
        try store.record(.itemMarked(ItemMarked(isMarked: true)), sessionId: session, questionId: "port")
        try store.record(.bookmarkSet(BookmarkSet(note: "n")), questionId: "mss")
        try store.record(.questionSuspended(QuestionSuspended()), questionId: "café")
        for (text, expected) in [
            ("rfc is:wrong", ["syn"]), ("rfc is:right", ["mss"]), ("rfc is:unseen", ["café", "port"]),
            ("rfc is:wrong is:right", ["mss", "syn"]), ("rfc is:flagged", ["port"]),
            ("-is:flagged rfc is:unseen", ["café"]),
            ("is:bookmarked", ["mss"]), ("is:noted", ["mss"]), ("-is:bookmarked channel:net", ["café", "port", "syn"]),
            ("is:suspended", ["café"]), ("is:mine", []), ("rfc -is:unseen", ["mss", "syn"]), ("is:due", []),
        ] {
            #expect(try ids(text).sorted() == expected, "\(text)")
            #expect(try ids(text, .asYouType).sorted() == expected, "\(text)")
        }
        try store.record(.sessionCompleted(SessionCompleted()), sessionId: session)
        #expect(try ids("is:flagged") == [], "a flag is of its session")
    }

    @Test("A correction is found and what it replaced is not; undone, rebuilt and reloaded it stays so")
    func errata() throws {
        try store.record(.errataSet(ErrataSet(field: "question", value: "Who begins?")), questionId: "syn")
        func check(_ words: String...) throws { for word in words { #expect(try ids(word) == ["syn"]) } }
        try check("begins", "is:mine")
        #expect(try ids("syn") == [])
        try store.rebuild()
        try check("begins", "is:mine")
        try store.load(Sample.channel([Self.question("syn", "Who sends the SYN now?", answer: "The client")]))
        try check("begins", "is:mine")
        _ = try store.undoLast()
        try check("syn now")
        #expect(try ids("begins") == [] && ids("is:mine") == [])
        #expect(try store.integrity() == [])
    }

    @Test("A hit shows the words it was found by, in the stem or else where they are")
    func marks() throws {
        let query = SearchQuery.read("tcp -zebra").query
        let hits = try store.hits(["mss", "port", "gone", "syn"], of: query)
        #expect(hits.map(\.id) == ["mss", "port", "syn"])
        #expect(hits[0].stem == MarkedText("What is the maximum segment size?"))
        #expect(hits[0].excerpt == .init(field: .answer, text: MarkedText("TCP's limit", marks: [0..<3])))
        #expect(hits[2].excerpt?.field == .tags)
        #expect(hits[0].row.channelTitle == "Networking" && hits[0].row.subChannelTitle == "TCP")
        let stem = try store.hits(["café"], of: SearchQuery.read("cafe kind:free").query)[0].stem
        #expect(stem == MarkedText("Does *café* fold?", marks: [6..<10]))
        #expect(try store.hits(["syn"], of: SearchQuery.read("kind:single").query)[0].stem.marks == [])
    }

    @Test("Nothing that is typed is an error")
    func anything() throws {
        var generator = SplitMix64(seed: 3)
        let pieces = [
            " ", "\"", "-", "*", ":", "a", "tcp", "é", "日本", "tag:", "is:", "channel:", "company:", "wrong", "/", "\\",
            "\u{0}", "\u{E000}", "(", ")", " AND ", " NOT ", "NEAR(", "^", "+", "'", "{question}", "\u{301}", "🎓", "%",
            "question:", "\u{10FFFF}", "ⅷ", "\u{FE0F}",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0..<8, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let query = SearchQuery.read(text).query
            for mode in [SearchMode.asYouType, .all] { _ = try store.search(query, mode: mode) }
            _ = try store.hits(["syn"], of: query)
            // Nor is a search that no reader made.
            let term = SearchQuery.Term(text, isPrefix: Bool.random(using: &generator))
            var made = SearchQuery(terms: [term], excluded: [term])
            made.filter.tags = [text]
            _ = try store.search(made, mode: .all)
        }
    }
}
