import CarrelCore

/// A question named by the learner's work but in no pack that was ever loaded here.
public struct DanglingName: Equatable, Sendable {
    public var table: String
    public var questionId: String
    public var rows: Int
}

extension Store {
    /// The version of the file's tables.
    public func schemaVersion() throws -> Int { Int(try database.integer("PRAGMA user_version")) }

    /// Rows per table, by name, and how many of them were added since a moment; nil where a table does not say when.
    public func tableCounts(since moment: Timestamp) throws -> [(table: String, rows: Int, added: Int?)] {
        try tableCounts().map { table, rows in
            let columns = Set(
                try database.rows("SELECT name FROM pragma_table_info(?)", table) { $0.text(0) })
            let added = try ["createdAt", "startedAt", "at"].first(where: columns.contains).map { column in
                Int(try database.integer("SELECT COUNT(*) FROM \"\(table)\" WHERE \"\(column)\" >= ?", moment))
            }
            return (table, rows, added)
        }
    }

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
        problems += try standingProblems()
        problems += try countProblems()
        return problems
    }

    private func searchProblems() throws -> [String] {
        var problems: [String] = []
        do {
            try database.run("INSERT INTO questionSearch(questionSearch) VALUES ('integrity-check')")
        } catch StoreError.damaged(_, let detail, _) {
            problems.append("the search index is damaged: \(detail)")
        }
        return try problems
            + database.rows(
                """
                SELECT id, 1 FROM questions
                 WHERE status <> 'deleted' AND id NOT IN (SELECT questionId FROM questionDocs)
                UNION ALL
                SELECT questionId, 0 FROM questionDocs
                 WHERE questionId NOT IN (SELECT id FROM questions WHERE status <> 'deleted')
                """
            ) { "question \($0.text(0)) is \($0.bool(1) ? "missing from" : "left over in") the search index" }
    }

    private func standingProblems() throws -> [String] {
        let odd = try database.integer(
            """
            SELECT COUNT(*) FROM questionDocs d CROSS JOIN (\(QuestionDocs.fresh)) s ON s.docid = d.docid
             WHERE \(QuestionDocs.differs)
            """, learner)
        return odd == 0 ? [] : ["questions listed otherwise than they stand: \(odd)"]
    }

    /// Compares the kept counts with fresh ones, and leaves the kept ones as they are.
    private func countProblems() throws -> [String] {
        typealias Counts = [String: String]
        func counts() throws -> Counts {
            var counts: Counts = [:]
            try database.forEach("SELECT facet, key, total, seen, correct FROM facetCounts") { row in
                counts["\(row.text(0)) \(row.text(1))"] = "\(row.text(2))/\(row.text(3))/\(row.text(4))"
            }
            return counts
        }
        /// Takes the fresh counts out of the transaction that is rolled back behind them.
        struct Compared: Error { var fresh: Counts }
        let kept = try counts()
        do {
            try database.transaction {
                try FacetCounts(database: database, learner: learner).recompute()
                throw Compared(fresh: try counts())
            }
            return []
        } catch let compared as Compared {
            let wrong = Set(kept.keys).union(compared.fresh.keys).filter { kept[$0] != compared.fresh[$0] }
            guard let first = wrong.min() else { return [] }
            let none = "none"
            return [
                "kept counts that differ from the rows: \(wrong.count), the first is \(first): "
                    + "\(kept[first] ?? none), should be \(compared.fresh[first] ?? none)"
            ]
        }
    }
}
