import CarrelCore

extension Store {
    /// The folded tables that are not what the journal comes to, one line each: somebody wrote to them directly, or a
    /// fold was wrong. Folds everything anew in a transaction that is rolled back: at 20,000 events a second or more.
    ///
    /// - Parameter progress: As `rebuild` has it.
    public func drift(
        progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws -> [String] {
        /// Takes the fresh digests out of that transaction.
        struct Folded: Error { var digests: [String: TableDigest] }
        let kept = try digests()
        do {
            try database.transaction {
                try Refold(JournalTable(database), learner: learner).run(progress: progress)
                throw Folded(digests: try digests())
            }
            return []
        } catch let folded as Folded {
            return Refold.tables.compactMap { table in
                guard let before = kept[table], let after = folded.digests[table], before != after else { return nil }
                return "\(table) is not what the journal comes to (\(before.rows) rows, should be \(after.rows)): "
                    + "carrel doctor --rebuild folds it anew"
            }
        }
    }

    /// What a table holds, whatever the order of its rows.
    private struct TableDigest: Equatable {
        var rows = 0
        var sum: UInt64 = 0
    }

    private func digests() throws -> [String: TableDigest] {
        var digests: [String: TableDigest] = [:]
        for table in Refold.tables {
            let columns = try database.rows("SELECT name FROM pragma_table_info(?)", table) { "\"\($0.text(0))\"" }
            var digest = TableDigest()
            try database.forEach("SELECT json_array(\(columns.joined(separator: ", "))) FROM \(table)") { row in
                digest.rows += 1
                digest.sum &+= fnv1a64(row.text(0))
            }
            digests[table] = digest
        }
        return digests
    }
}
