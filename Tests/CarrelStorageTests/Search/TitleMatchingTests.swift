import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Lists narrowed by what is typed of a title")
struct TitleMatchingTests {
    private typealias Sample = SampleCatalogue

    private static let stems = [
        "What does TCP do with a lost segment?", "École: où est le câble?", "Which `port` has **SSH**?",
        "Read this:\n```\nnothing of zebras\n```\nWhat is printed?", "An em dash — and TCP",
        "| zebra | tcp |\n|---|---|\n| 1 | 2 |\n\nWhich row has zz?", "Two lines of\n\nwhat TCP does with a zebra",
        "`zebra` is printed.\nWhy?",
    ]

    private static func store() throws -> Store {
        let store = try Store.temporary()
        let questions = stems.enumerated().map { place, stem in
            var question = Sample.question("q\(place)")
            question.stem = stem
            return question
        }
        try store.load(Sample.channel(questions))
        return store
    }

    private static func filter(_ typed: String) -> QuestionFilter {
        var filter = QuestionFilter()
        filter.typed = typed
        return filter
    }

    private static let scopes: [QuestionScope] = [
        .all, .channel("net"), .tag("t"), .ids(["q4", "q2", "q0", "q1", "q3", "q7", "q5", "q6"]),
    ]

    @Test(
        "What is found is what a list of all rows would show, in the scope's order and every other",
        arguments: [
            "tcp", "TCP", "ecole", "ou cable", "ssh port", "zebra", "printed this", "of what", "—", "é", "*", "zz",
        ])
    func naive(typed: String) throws {
        let store = try Self.store()
        let pattern = FuzzyPattern(typed)
        for scope in Self.scopes {
            for sort in QuestionSort.allCases {
                let all = try store.questions(in: scope, sort: sort, limit: 100)
                let expected = all.filter { pattern.match(in: PlainStem.line($0.stem)) != nil }.map(\.id)
                let narrowed = QuestionScope.filtered(scope, Self.filter(typed))
                var found: [QuestionRow] = []
                while let page = try? store.questions(in: narrowed, sort: sort, after: found.last?.cursor, limit: 1),
                    !page.isEmpty
                { found += page }
                #expect(found.map(\.id) == expected, "\(typed) in \(scope), \(sort)")
            }
        }
    }

    @Test("A title is found by the learner's own words, and no more by the author's")
    func corrected() throws {
        let store = try Self.store()
        try store.record(.errataSet(ErrataSet(field: "question", value: "What about UDP?")), questionId: "q0")
        let found = { try store.questions(in: .all, matching: Self.filter($0), limit: 10).map(\.id) }
        #expect(try found("udp") == ["q0"])
        #expect(try found("lost segment") == [])
    }
}
