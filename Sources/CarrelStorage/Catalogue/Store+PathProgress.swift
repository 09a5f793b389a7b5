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
            try database.rows(
                """
                SELECT p.id, p.title, p.pathType, p.targetCompany, p.targetJobTitle, p.difficulty
                  FROM learningPaths p WHERE \(condition) ORDER BY p.title COLLATE NOCASE, p.id
                """, binding: values
            ) { row in
                let id = row.text(0)
                return PathRow(
                    id: id, title: row.text(1), kind: try row.value(2), targetCompany: row.optionalText(3),
                    targetJobTitle: row.optionalText(4), difficulty: try row.value(5), tally: try tally(.path(id)),
                    milestones: try milestones(of: id))
            }
        }
    }

    private func milestones(of path: String) throws -> [MilestoneRow] {
        try database.rows(
            "SELECT id, title, estimatedHours FROM pathMilestones WHERE path = ? ORDER BY place", path
        ) {
            let id = $0.text(0)
            return MilestoneRow(
                id: id, title: $0.text(1), estimatedHours: $0.int(2), tally: try tally(.milestone(id, of: path)))
        }
    }
}
