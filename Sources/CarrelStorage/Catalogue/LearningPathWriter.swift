import CarrelCore
import CarrelJSON

/// Writes learning paths, and resolves the milestones that name questions by property.
struct LearningPathWriter {
    let database: Database
    let now: Timestamp

    /// A milestone as it stands in `learningPaths.milestones`; `named` and `select` are how the author put it.
    struct StoredMilestone: Codable, Equatable {
        var id: String
        var title: String
        var questionIds: [String]
        var estimatedHours: Int
        var named: [String]?
        var select: LearningPath.Selection?
    }

    /// What all milestones hold: a question that several have counts, and is asked, once.
    private static func questionIds(_ milestones: [StoredMilestone]) -> [String] {
        var met: Set<String> = []
        return milestones.flatMap(\.questionIds).filter { met.insert($0).inserted }
    }

    func put(_ path: LearningPath, contentHash: String, pack: String) throws -> SubjectWriter.Outcome {
        let subjects = SubjectWriter(database: database, now: now)
        let old = try subjects.status(of: path.id, in: "learningPaths")
        let milestones = path.milestones.map {
            StoredMilestone(
                id: $0.id, title: $0.title, questionIds: $0.questions, estimatedHours: $0.estimatedHours,
                named: $0.selection == nil ? nil : $0.questions, select: $0.selection)
        }
        try database.run(
            """
            INSERT INTO learningPaths(
                id, title, description, pathType, targetCompany, targetJobTitle, difficulty, estimatedHours,
                questionIds, channels, tags, prerequisites, learningObjectives, milestones, status, createdAt,
                lastUpdated, pack, contentHash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16, ?17, ?18)
            ON CONFLICT(id) DO UPDATE SET
                title = excluded.title, description = excluded.description, pathType = excluded.pathType,
                targetCompany = excluded.targetCompany, targetJobTitle = excluded.targetJobTitle,
                difficulty = excluded.difficulty, estimatedHours = excluded.estimatedHours,
                questionIds = excluded.questionIds, channels = excluded.channels, tags = excluded.tags,
                prerequisites = excluded.prerequisites, learningObjectives = excluded.learningObjectives,
                milestones = excluded.milestones, status = excluded.status, lastUpdated = excluded.lastUpdated,
                pack = excluded.pack, contentHash = excluded.contentHash
            WHERE contentHash IS NOT excluded.contentHash OR status IS NOT excluded.status
            """, path.id, path.title, path.description, path.kind.rawValue, path.targetCompany, path.targetJobTitle,
            path.difficulty.rawValue, path.estimatedHours, try JSONText.encode(Self.questionIds(milestones)),
            try JSONText.encode(path.channels), try JSONText.encode(unlessEmpty: path.tags),
            try JSONText.encode(unlessEmpty: path.prerequisites),
            try JSONText.encode(unlessEmpty: path.learningObjectives), try JSONText.encode(milestones),
            path.status.rawValue, now, pack, contentHash)
        return subjects.outcome(old: old, new: path.status.rawValue)
    }

    /// The ids of a path's questions, or of one of its milestones', each once, in order; none for an unknown one.
    static func questions(of path: String, milestone: String?, in database: Database) throws -> [String] {
        let milestones = try database.first("SELECT milestones FROM learningPaths WHERE id = ?", path) {
            try $0.json(0, as: [StoredMilestone].self) ?? []
        }
        return questionIds((milestones ?? []).filter { milestone == nil || $0.id == milestone })
    }

    /// Brings every milestone with a `select` to the questions there are now, and what is looked up of the milestones
    /// to what they hold.
    func resolve() throws {
        try resolveSelections()
        try database.run("DELETE FROM pathMilestones")
        try database.run("DELETE FROM pathQuestions")
        try database.run(
            """
            INSERT INTO pathMilestones(path, place, id, title, estimatedHours)
            SELECT p.id, m.key, m.value ->> 'id', m.value ->> 'title', m.value ->> 'estimatedHours'
              FROM learningPaths p CROSS JOIN json_each(p.milestones) m
            """)
        try database.run(
            """
            INSERT OR IGNORE INTO pathQuestions(questionId, path, milestone)
            SELECT q.value, p.id, m.value ->> 'id'
              FROM learningPaths p CROSS JOIN json_each(p.milestones) m CROSS JOIN json_each(m.value, '$.questionIds') q
            """)
    }

    private func resolveSelections() throws {
        let paths = try database.rows(
            "SELECT id, milestones FROM learningPaths WHERE instr(milestones, '\"select\":') > 0"
        ) { (id: $0.text(0), milestones: try $0.json(1, as: [StoredMilestone].self) ?? []) }
        for path in paths {
            let resolved = try path.milestones.map(resolve)
            guard resolved != path.milestones else { continue }
            try database.run(
                "UPDATE learningPaths SET milestones = ?, questionIds = ?, lastGenerated = ? WHERE id = ?",
                try JSONText.encode(resolved), try JSONText.encode(Self.questionIds(resolved)), now, path.id)
        }
    }

    private func resolve(_ milestone: StoredMilestone) throws -> StoredMilestone {
        guard let selection = milestone.select else { return milestone }
        let named = milestone.named ?? []
        var resolved = milestone
        resolved.questionIds = named + (try questions(selection).filter { !named.contains($0) })
        return resolved
    }

    /// Ids in order, as many as the selection's limit admits.
    private func questions(_ selection: LearningPath.Selection) throws -> [String] {
        var conditions = ["q.status = 'active'"]
        var values: [any Bindable] = []
        func require(_ column: String, _ value: String?) {
            guard let value else { return }
            conditions.append("\(column) = ?")
            values.append(value)
        }
        func require(_ column: String, oneOf names: [String]) {
            guard !names.isEmpty else { return }
            conditions.append("\(column) IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            values += names
        }
        require("q.channel", selection.channel)
        require("q.subChannel", selection.subChannel)
        require("q.certificationId", selection.certification)
        require("q.domainId", selection.domain)
        require("q.difficulty", oneOf: selection.difficulty.map(\.rawValue))
        require("q.kind", oneOf: selection.kind.map(\.rawValue))
        if let tag = selection.tag {
            conditions.append(
                """
                q.id IN (SELECT d.questionId FROM questionTags t CROSS JOIN questionDocs d ON d.docid = t.docid
                          WHERE t.tag = ?)
                """)
            values.append(tag)
        }
        values.append(selection.limit ?? -1)
        return try database.rows(
            "SELECT q.id FROM questions q WHERE \(conditions.joined(separator: " AND ")) ORDER BY q.id LIMIT ?",
            binding: values
        ) { $0.text(0) }
    }
}
