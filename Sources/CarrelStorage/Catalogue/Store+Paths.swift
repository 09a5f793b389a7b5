import CarrelCore

extension Store {
    /// The path with every milestone's questions as they resolve now, archived paths too.
    public func learningPath(_ id: String) throws -> LearningPath? {
        try database.first(
            """
            SELECT id, title, description, pathType, difficulty, milestones, targetCompany, targetJobTitle,
                   estimatedHours, learningObjectives, prerequisites, tags, channels, status
              FROM learningPaths WHERE id = ?
            """, id
        ) { row in
            let milestones = try row.json(5, as: [LearningPathWriter.StoredMilestone].self) ?? []
            var path = LearningPath(
                id: row.text(0), title: row.text(1), description: row.text(2), kind: try row.value(3),
                difficulty: try row.value(4),
                milestones: milestones.map {
                    LearningPath.Milestone(
                        id: $0.id, title: $0.title, estimatedHours: $0.estimatedHours, questions: $0.questionIds,
                        selection: $0.select)
                })
            path.targetCompany = row.optionalText(6)
            path.targetJobTitle = row.optionalText(7)
            path.estimatedHours = row.int(8)
            path.learningObjectives = try row.json(9) ?? []
            path.prerequisites = try row.json(10) ?? []
            path.tags = try row.json(11) ?? []
            path.channels = try row.json(12) ?? []
            path.status = try row.value(13)
            return path
        }
    }

    /// The interviews of all packs, by topic.
    public func interviews() throws -> [Interview] {
        try database.rows(
            """
            SELECT id, topic, channel, difficulty, questionIds, description, estimatedMinutes
              FROM voiceSessions ORDER BY topic COLLATE NOCASE, id
            """
        ) {
            var interview = Interview(
                id: $0.text(0), topic: $0.text(1), channel: $0.text(2), difficulty: try $0.value(3),
                questions: try $0.json(4) ?? [])
            interview.description = $0.optionalText(5)
            interview.estimatedMinutes = $0.int(6)
            return interview
        }
    }
}
