import CarrelCore

extension Store {
    /// The active learning paths, by title, with how far the learner is.
    public func learningPaths() throws -> [PathRow] {
        try pathRows(which: "p.status = 'active'", binding: [])
    }

    /// One path of any status with how far the learner is; nil when there is none of this id.
    public func pathRow(_ id: String) throws -> PathRow? {
        try pathRows(which: "p.id = ?", binding: [id]).first
    }

    /// What `ids` name, in their order.
    ///
    /// - Parameter ids: Of learning paths and certifications; where both have one, the path is meant.
    public func prerequisites(_ ids: [String]) throws -> [Prerequisite] {
        try ids.map { id in
            if let path = try pathRow(id) {
                return Prerequisite(id: id, title: path.title, kind: .path, tally: path.tally)
            }
            let name = try database.first("SELECT name FROM certifications WHERE id = ?", id) { $0.text(0) }
            guard let name else { return Prerequisite(id: id, title: id, kind: nil, tally: Tally()) }
            return Prerequisite(id: id, title: name, kind: .certification, tally: try tally(.certification(id)))
        }
    }

    private func pathRows(which condition: String, binding values: [any Bindable]) throws -> [PathRow] {
        try database.snapshot {
            let tallies = try pathTallies(which: condition, binding: values)
            let milestones = try milestoneRows(which: condition, binding: values)
            return try database.rows(
                """
                SELECT p.id, p.title, p.pathType, p.targetCompany, p.targetJobTitle, p.difficulty
                  FROM learningPaths p WHERE \(condition) ORDER BY p.title COLLATE NOCASE, p.id
                """, binding: values
            ) { row in
                let id = row.text(0)
                return PathRow(
                    id: id, title: row.text(1), kind: try row.value(2), targetCompany: row.optionalText(3),
                    targetJobTitle: row.optionalText(4), difficulty: try row.value(5),
                    tally: tallies[id] ?? Tally(), milestones: milestones[id] ?? [])
            }
        }
    }

    private static let tallyColumns = "COUNT(q.id), COALESCE(SUM(f.answers > 0), 0), COALESCE(SUM(f.lastCorrect), 0)"

    private static let standings = """
        LEFT JOIN questions q ON q.id = j.value AND q.status = 'active'
        LEFT JOIN itemFacts f ON f.userId = ? AND f.questionId = q.id
        """

    private func pathTallies(which condition: String, binding values: [any Bindable]) throws -> [String: Tally] {
        let tallies = try database.rows(
            """
            SELECT p.id, \(Self.tallyColumns)
              FROM learningPaths p CROSS JOIN json_each(p.questionIds) j \(Self.standings)
             WHERE \(condition) GROUP BY p.id
            """, binding: [learner] + values
        ) { ($0.text(0), Tally(total: $0.int(1), seen: $0.int(2), correct: $0.int(3))) }
        return Dictionary(tallies) { first, _ in first }
    }

    private func milestoneRows(
        which condition: String, binding values: [any Bindable]
    ) throws -> [String: [MilestoneRow]] {
        let rows = try database.rows(
            """
            SELECT p.id, m.value ->> '$.id', m.value ->> '$.title', m.value ->> '$.estimatedHours',
                   \(Self.tallyColumns)
              FROM learningPaths p CROSS JOIN json_each(p.milestones) m
              LEFT JOIN json_each(m.value, '$.questionIds') j \(Self.standings)
             WHERE \(condition) GROUP BY p.id, m.key
            """, binding: [learner] + values
        ) { row in
            let tally = Tally(total: row.int(4), seen: row.int(5), correct: row.int(6))
            let milestone = MilestoneRow(
                id: row.text(1), title: row.text(2), estimatedHours: row.int(3), tally: tally)
            return (row.text(0), [milestone])
        }
        return Dictionary(rows, uniquingKeysWith: +)
    }
}
