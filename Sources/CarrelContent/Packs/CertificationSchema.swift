import CarrelCore

/// `certifications/<id>.yaml`: an exam, its domains, its rules and its questions.
enum CertificationSchema {
    static func read(_ fields: inout Fields) -> (subject: Pack.Subject?, questions: [ParsedPack.Placed]) {
        let id = fields.slug("certification"), name = fields.text("name"), provider = fields.text("provider")
        let description = fields.text("description", .optional)
        let category = fields.slug("category")
        let difficulty: Difficulty? = fields.name("difficulty")
        let examCode = fields.text("examCode", .optional), officialURL = fields.text("officialUrl", .optional)
        let icon = fields.text("icon", .optional)
        let estimatedHours = fields.integer("estimatedHours", in: 1...10_000, .optional)
        let domains = domains(&fields)
        let rules = fields.value("rules", .required, ExamRulesSchema.read)
        var mapped = Distinct("channel")
        let channelMappings = fields.list("channelMappings") { channelMapping($0, &mapped, $1) }
        let prerequisites = fields.slugs("prerequisites"), tags = fields.slugs("tags")
        let status: Certification.Status? = fields.name("status", .optional)
        let home = QuestionHome(kind: .certification, id: id, parts: domains.isEmpty ? nil : domains.map(\.id))
        let questions = ParsedPack.questions(&fields, in: home)
        fields.finish("a certification")
        guard let id, let name, let provider, let category, let difficulty, let rules else { return (nil, questions) }

        var certification = Certification(
            id: id, name: name, provider: provider, description: description ?? "", category: category,
            difficulty: difficulty, domains: domains, rules: rules)
        (certification.examCode, certification.officialURL, certification.icon) = (examCode, officialURL, icon)
        if let estimatedHours { certification.estimatedHours = estimatedHours }
        (certification.channelMappings, certification.prerequisites) = (channelMappings, prerequisites)
        (certification.tags, certification.status) = (tags, status ?? .active)
        return (.certification(certification), questions)
    }

    /// The blueprint: weights in per cent that sum to 100.
    private static func domains(_ fields: inout Fields) -> [Certification.Domain] {
        var ids = Distinct("id")
        let errorsBefore = fields.faults.errorCount
        let domains = fields.list("domains", .required, atLeast: 1) { domain($0, &ids, $1) }
        let sum = domains.reduce(0) { $0 + $1.weight }
        if fields.faults.errorCount == errorsBefore, sum != 100 {
            fields.faults.error("the weights sum to \(sum); they must sum to 100", at: fields.site["domains"])
        }
        return domains
    }

    private static func domain(
        _ site: Site, _ ids: inout Distinct, _ faults: FaultCollector
    ) -> Certification.Domain? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.slug("id"), name = fields.text("name"), weight = fields.integer("weight", in: 1...100)
        let topics = fields.texts("topics")
        fields.finish("a domain")
        if let id { ids.add(id, at: site["id"], faults) }
        guard let id, let name, let weight else { return nil }
        return Certification.Domain(id: id, name: name, weight: weight, topics: topics)
    }

    private static func channelMapping(
        _ site: Site, _ channels: inout Distinct, _ faults: FaultCollector
    ) -> Certification.ChannelMapping? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let channel = fields.slug("channel"), weight = fields.integer("weight", in: 1...100)
        fields.finish("a channel mapping")
        if let channel { channels.add(channel, at: site["channel"], faults) }
        guard let channel, let weight else { return nil }
        return Certification.ChannelMapping(channel: channel, weight: weight)
    }
}
