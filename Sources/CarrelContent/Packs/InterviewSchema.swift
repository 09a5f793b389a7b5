import CarrelCore

/// `interviews/<id>.yaml`: questions of one channel, asked in a fixed order.
enum InterviewSchema {
    static func read(_ fields: inout Fields) -> Pack.Subject? {
        let id = fields.slug("interview"), topic = fields.text("topic")
        let description = fields.text("description", .optional), channel = fields.slug("channel")
        let difficulty: Difficulty? = fields.name("difficulty")
        let minutes = fields.integer("estimatedMinutes", in: 1...10_000, .optional)
        let questions = fields.slugs("questions", .required, atLeast: 1)
        fields.finish("an interview")
        guard let id, let topic, let channel, let difficulty else { return nil }
        var interview = Interview(
            id: id, topic: topic, channel: channel, difficulty: difficulty, questions: questions)
        interview.description = description
        if let minutes { interview.estimatedMinutes = minutes }
        return .interview(interview)
    }
}
