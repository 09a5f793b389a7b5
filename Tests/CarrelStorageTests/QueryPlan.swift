import Testing

@testable import CarrelStorage

/// How SQLite would carry out a statement.
struct QueryPlan {
    /// As a test may see it: tables that grow with the learner or the catalogue, and the names queries give them.
    private static let large: Set = [
        "questions", "q", "userAnswers", "journal", "answerOptions", "channelMappings", "cm", "questionHistory",
        "itemFacts", "facts", "w", "f", "r", "reviewStates", "facetCounts", "questionTags", "t", "bookmarks", "b",
        "packContents", "botRuns", "workQueue", "userSessions", "qr", "questionRelationships",
    ]

    let sql: String
    let steps: [String]

    init(_ sql: String, in database: Database) throws {
        self.sql = sql
        steps = try database.rows("EXPLAIN QUERY PLAN " + sql) { $0.text(3) }
    }

    /// Fails the test where a large table is gone through from end to end.
    func requireIndexes(sourceLocation: SourceLocation = #_sourceLocation) {
        for step in steps {
            let words = step.split(separator: " ")
            guard words.first == "SCAN", words.count > 1, Self.large.contains(String(words[1])) else { continue }
            Issue.record("\(step)\n\(sql)", sourceLocation: sourceLocation)
        }
    }

    /// Whether rows have to be sorted, so that a page costs as much as all of them.
    var sorts: Bool { steps.contains { $0.hasPrefix("USE TEMP B-TREE FOR ORDER BY") } }
}
