import CarrelCore
import CarrelStorage

/// `carrel search WORDS`: what the search screen finds, as lines or JSON.
struct SearchCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape = """
        {query, count, questions: [{id, stem, kind, difficulty, channel, subChannel, answers, lastRight?, lastAt?, \
        isBookmarked, isDue}]}
        """

    struct Output: Encodable {
        var query: String
        /// Of all that were found.
        var count: Int
        /// The best first; as many as were asked for.
        var questions: [Listing.Question]
    }

    /// - Returns: 1 where nothing was found, as grep says it.
    func run() throws -> Int32 {
        let limit = try RowLimit(invocation, usual: 20)
        // Words that are finished: the last one is not the beginning of another.
        let text = invocation.operands.joined(separator: " ")
        let read = SearchQuery.read(text + " ")
        if let fault = read.faults.first { throw UsageError("\(fault)") }
        let store = try LearnerFile(places).lookAtLibrary()
        let found = try store.search(read.query, mode: .all, limit: .max)
        let shown = limit.count.map { Array(found.ids.prefix($0)) } ?? found.ids
        let hits = try store.hits(shown, of: read.query)
        LearnerFile.close(store)
        if invocation.has("--json") {
            try Console.json(
                Output(
                    query: text, count: found.ids.count, questions: hits.map { Listing.Question($0.row) }))
        } else if hits.isEmpty {
            Console.complain("nothing found for \(text)")
        } else {
            Console.say(Self.table(hits).lines(columns: Console.columns).joined(separator: "\n"))
            if hits.count < found.ids.count {
                Console.complain("\(hits.count) of \(found.ids.count); --limit all lists every one")
            }
        }
        return found.ids.isEmpty ? 1 : 0
    }

    static func table(_ hits: [SearchHit]) -> TextTable {
        TextTable(
            headings: [("QUESTION", .start), ("LAST", .start), ("STEM", .start)],
            rows: hits.map { [$0.row.id, $0.row.standingWords, PlainStem.line($0.stem.text)] })
    }
}
