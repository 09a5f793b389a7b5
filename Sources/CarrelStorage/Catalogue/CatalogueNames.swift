/// Every id the catalogue holds, with the pack file it came from: what references of packs may name.
public struct CatalogueNames: Equatable, Sendable {
    /// Absolute paths by id.
    public var questions: [String: String] = [:]
    public var channels: [String: String] = [:]
    public var certifications: [String: String] = [:]
    public var paths: [String: String] = [:]
    public var interviews: [String: String] = [:]
    public var shells: [String: String] = [:]
    /// The ids of sub-channels by channel, and of domains by certification.
    public var parts: [String: Set<String>] = [:]
}

extension Store {
    /// Reads the names of all that is loaded; asked for when packs are read, not at an ordinary start.
    public func catalogueNames() throws -> CatalogueNames {
        var names = CatalogueNames()
        try database.forEach("SELECT kind, id, path FROM packContents ORDER BY path DESC") { row in
            let (id, path) = (row.text(1), row.text(2))
            switch try row.value(0, as: PackContents.Kind.self) {
            case .question: names.questions[id] = path
            case .channel: names.channels[id] = path
            case .certification: names.certifications[id] = path
            case .path: names.paths[id] = path
            case .interview: names.interviews[id] = path
            case .shell: names.shells[id] = path
            }
        }
        try database.forEach("SELECT channelId, id FROM subChannels") { row in
            names.parts[row.text(0), default: []].insert(row.text(1))
        }
        for (id, _) in names.certifications {
            let domains = try certification(id)?.domains.map(\.id) ?? []
            names.parts[id, default: []].formUnion(domains)
        }
        return names
    }
}
