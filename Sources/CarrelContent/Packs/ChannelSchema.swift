import CarrelCore

/// `channels/<channel>.yaml`: a topic, its sub-channels and its questions.
enum ChannelSchema {
    static func read(_ fields: inout Fields) -> (subject: Pack.Subject?, questions: [ParsedPack.Placed]) {
        let id = fields.slug("channel"), title = fields.text("title")
        let category: Channel.Category? = fields.name("category")
        let description = fields.text("description", .optional), icon = fields.text("icon", .optional)
        let roles = fields.slugs("roles")
        var partIDs = Distinct("id")
        let parts = fields.list("subChannels", .required, atLeast: 1) { subChannel($0, &partIDs, $1) }
        let home = QuestionHome(kind: .channel, id: id, parts: parts.isEmpty ? nil : parts.map(\.id))
        let questions = ParsedPack.questions(&fields, in: home)
        fields.finish("a channel")
        guard let id, let title, let category else { return (nil, questions) }
        var channel = Channel(id: id, title: title, category: category, subChannels: parts)
        (channel.description, channel.icon, channel.roles) = (description, icon, roles)
        return (.channel(channel), questions)
    }

    private static func subChannel(
        _ site: Site, _ ids: inout Distinct, _ faults: FaultCollector
    ) -> Channel.SubChannel? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.slug("id"), title = fields.text("title")
        fields.finish("a sub-channel")
        if let id { ids.add(id, at: site["id"], faults) }
        guard let id, let title else { return nil }
        return Channel.SubChannel(id: id, title: title)
    }
}
