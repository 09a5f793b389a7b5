import CarrelCore

/// A question named by the learner's work but in no pack that was ever loaded here.
public struct DanglingName: Equatable, Sendable {
    public var table: String
    public var questionId: String
    public var rows: Int
}

extension Store {
    /// Rows per table, by name: what `doctor` shows.
    public func tableCounts() throws -> [(table: String, rows: Int)] {
        let names = try database.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        ) { $0.text(0) }
        return try names.filter { !Schema.searchShadows.contains($0) }.map { name in
            (name, Int(try database.integer("SELECT COUNT(*) FROM \"\(name)\"")))
        }
    }

    /// The learner's rows that name questions which are not here, by table and question.
    public func danglingNames() throws -> [DanglingName] {
        try ["userAnswers", "bookmarks", "reviewStates", "errata", "feedback"].flatMap { table in
            try database.rows(
                """
                SELECT t.questionId, COUNT(*) FROM \(table) t
                 WHERE t.questionId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.id = t.questionId)
                 GROUP BY t.questionId ORDER BY t.questionId
                """
            ) { DanglingName(table: table, questionId: $0.text(0), rows: $0.int(1)) }
        }
    }

    /// What is wrong with the file, one line each; empty when it is sound. Reads all of it.
    public func integrity() throws -> [String] {
        var problems = try database.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
        problems += try database.rows("PRAGMA foreign_key_check") {
            "\($0.text(0)) row \($0.text(1)) names a row of \($0.text(2)) that does not exist"
        }
        problems += try searchProblems()
        problems += try countProblems()
        return problems
    }

    private func searchProblems() throws -> [String] {
        try database.rows(
            """
            SELECT id, 1 FROM questions
             WHERE status <> 'deleted' AND id NOT IN (SELECT questionId FROM questionDocs)
            UNION ALL
            SELECT questionId, 0 FROM questionDocs
             WHERE questionId NOT IN (SELECT id FROM questions WHERE status <> 'deleted')
            """
        ) { "question \($0.text(0)) is \($0.bool(1) ? "missing from" : "left over in") the search index" }
    }

    /// Compares the kept counts with fresh ones, and puts the kept ones back.
    private func countProblems() throws -> [String] {
        func counts() throws -> Set<String> {
            Set(
                try database.rows("SELECT facet, key, total, seen, correct FROM facetCounts") { row in
                    (0..<5).map(row.text).joined(separator: " ")
                })
        }
        struct Compared: Error {}
        var kept: Set<String> = []
        var fresh: Set<String> = []
        do {
            try database.transaction {
                kept = try counts()
                try FacetCounts(database: database, learner: learner).recompute()
                fresh = try counts()
                throw Compared()
            }
        } catch is Compared {
            return kept.symmetricDifference(fresh).sorted().map { "count differs from the rows: \($0)" }
        }
        return []
    }
}
