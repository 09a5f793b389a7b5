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
            let standings = try standings(onPaths: condition, binding: values)
            func tally(_ questions: some Sequence<String>) -> Tally {
                questions.reduce(into: Tally()) { tally, question in
                    guard let standing = standings[question] else { return }
                    tally.total += 1
                    if standing.isSeen { tally.seen += 1 }
                    if standing.lastCorrect == true { tally.correct += 1 }
                }
            }
            return try database.rows(
                """
                SELECT p.id, p.title, p.pathType, p.targetCompany, p.targetJobTitle, p.difficulty, p.milestones
                  FROM learningPaths p WHERE \(condition) ORDER BY p.title COLLATE NOCASE, p.id
                """, binding: values
            ) { row in
                let milestones = try row.json(6, as: [LearningPathWriter.StoredMilestone].self) ?? []
                return PathRow(
                    id: row.text(0), title: row.text(1), kind: try row.value(2), targetCompany: row.optionalText(3),
                    targetJobTitle: row.optionalText(4), difficulty: try row.value(5),
                    tally: tally(Set(milestones.flatMap(\.questionIds))),
                    milestones: milestones.map {
                        MilestoneRow(
                            id: $0.id, title: $0.title, estimatedHours: $0.estimatedHours,
                            tally: tally($0.questionIds))
                    })
            }
        }
    }

    /// How the active questions of paths stand, by id: each is looked up once, whatever milestones it is in.
    private func standings(
        onPaths condition: String, binding values: [any Bindable]
    ) throws -> [String: ItemStanding] {
        let standings = try database.rows(
            """
            SELECT q.id, f.answers > 0, f.lastCorrect
              FROM learningPaths p CROSS JOIN json_each(p.questionIds) j
             CROSS JOIN questions q ON q.id = j.value AND q.status = 'active'
              LEFT JOIN itemFacts f ON f.userId = ? AND f.questionId = q.id
             WHERE \(condition)
            """, binding: [learner] + values
        ) { ($0.text(0), ItemStanding(isSeen: $0.bool(1), lastCorrect: $0.optionalBool(2))) }
        return Dictionary(standings) { first, _ in first }
    }
}
