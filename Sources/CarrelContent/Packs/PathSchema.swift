import CarrelCore

/// `paths/<id>.yaml`: milestones over questions, named one by one or selected by property.
enum PathSchema {
    static func read(_ fields: inout Fields) -> Pack.Subject? {
        let id = fields.slug("path"), title = fields.text("title"), description = fields.text("description", .optional)
        let kind: LearningPath.Kind? = fields.name("pathType")
        let difficulty: Difficulty? = fields.name("difficulty")
        let company = fields.text("targetCompany", .optional), jobTitle = fields.slug("targetJobTitle", .optional)
        let estimatedHours = fields.integer("estimatedHours", in: 1...10_000, .optional)
        let objectives = fields.texts("learningObjectives"), prerequisites = fields.slugs("prerequisites")
        let tags = fields.slugs("tags"), channels = fields.slugs("channels")
        let status: LearningPath.Status? = fields.name("status", .optional)
        var ids = Distinct("id")
        let milestones = fields.list("milestones", .required, atLeast: 1) { milestone($0, &ids, $1) }
        fields.finish("a path")
        guard let id, let title, let kind, let difficulty else { return nil }

        var path = LearningPath(
            id: id, title: title, description: description ?? "", kind: kind, difficulty: difficulty,
            milestones: milestones)
        (path.targetCompany, path.targetJobTitle) = (company, jobTitle)
        if let estimatedHours { path.estimatedHours = estimatedHours }
        (path.learningObjectives, path.prerequisites) = (objectives, prerequisites)
        (path.tags, path.channels, path.status) = (tags, channels, status ?? .active)
        return .path(path)
    }

    private static func milestone(
        _ site: Site, _ ids: inout Distinct, _ faults: FaultCollector
    ) -> LearningPath.Milestone? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.slug("id"), title = fields.text("title")
        let hours = fields.integer("estimatedHours", in: 1...10_000)
        let questions = fields.slugs("questions"), selection = fields.value("select", .optional, selection)
        fields.finish("a milestone")
        if let id { ids.add(id, at: site["id"], faults) }
        if fields.has("questions") == fields.has("select") {
            faults.error("a milestone has either questions or select", at: site)
        } else if fields.has("questions"), questions.isEmpty {
            faults.error("has no questions", at: site["questions"])
        }
        guard let id, let title, let hours else { return nil }
        return LearningPath.Milestone(
            id: id, title: title, estimatedHours: hours, questions: questions, selection: selection)
    }

    private static func selection(_ site: Site, _ faults: FaultCollector) -> LearningPath.Selection? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        var selection = LearningPath.Selection()
        selection.channel = fields.slug("channel", .optional)
        selection.subChannel = fields.slug("subChannel", .optional)
        selection.certification = fields.slug("certification", .optional)
        selection.domain = fields.slug("domain", .optional)
        selection.tag = fields.slug("tag", .optional)
        selection.difficulty = fields.list("difficulty") { $0.name(of: Difficulty.ofQuestions, $1) }
        selection.kind = fields.list("kind") { $0.name(of: QuestionKind.allCases, $1) }
        selection.limit = fields.integer("limit", in: 1...10_000, .optional)
        fields.finish("a selection")
        if selection.subChannel != nil, !fields.has("channel") {
            faults.error("a sub-channel is named without its channel", at: site["subChannel"])
        }
        if selection.domain != nil, !fields.has("certification") {
            faults.error("a domain is named without its certification", at: site["domain"])
        }
        if site.node.entries.allSatisfy({ $0.key == "limit" }) {
            faults.error("selects by nothing; name a channel, certification, tag, difficulty or kind", at: site)
        }
        return selection
    }
}
