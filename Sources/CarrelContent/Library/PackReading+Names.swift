import CarrelCore

/// An id a pack defines.
struct Definition {
    enum Content: Equatable {
        case question(Question)
        case subject(Pack.Subject)
    }

    var name: CatalogueName
    var content: Content
    var site: Site
    var reading: PackReading
}

/// A place where a pack names something that may stand in another pack.
struct Reference {
    /// What it may name: one of these kinds.
    var kinds: [CatalogueName.Kind]
    var id: String
    /// A sub-channel or domain of it, when that is what is named.
    var part: String?
    var site: Site

    var names: [CatalogueName] { kinds.map { CatalogueName(kind: $0, id: id) } }
}

extension PackReading {
    /// What the pack defines, its subject first.
    var definitions: [Definition] {
        let own = subject.flatMap { subject in
            document.map { document in
                Definition(
                    name: subject.name, content: .subject(subject), site: document[subject.name.kind.rawValue],
                    reading: self)
            }
        }
        return (own.map { [$0] } ?? [])
            + questions.map { placed in
                Definition(
                    name: CatalogueName(kind: .question, id: placed.question.id), content: .question(placed.question),
                    site: placed.site["id"], reading: self)
            }
    }

    /// The ids a pack with faults seems to define.
    var apparentNames: [CatalogueName] {
        guard let document else { return [] }
        var names: [CatalogueName] = []
        for kind in CatalogueName.Kind.allCases {
            if case .scalar(let id, _)? = document.node[kind.rawValue]?.content {
                names.append(CatalogueName(kind: kind, id: id))
            }
        }
        for question in document["questions"].node.elements {
            if case .scalar(let id, _)? = question["id"]?.content {
                names.append(CatalogueName(kind: .question, id: id))
            }
        }
        return names
    }

    var references: [Reference] {
        guard let subject, let document else { return [] }
        let related = questions.flatMap { placed in
            placed.question.related.enumerated().map { index, relation in
                Reference(kinds: [.question], id: relation.target, site: placed.site["related"][index]["id"])
            }
        }
        let shells = questions.compactMap { placed -> Reference? in
            guard case .simulation(let world) = placed.question.payload else { return nil }
            return Reference(kinds: [.shell], id: world.shell, site: placed.site["world"]["shell"])
        }
        return shells + (related + references(of: subject, document))
    }

    private func references(of subject: Pack.Subject, _ document: Site) -> [Reference] {
        switch subject {
        case .channel: return []
        case .certification(let certification):
            return certification.channelMappings.enumerated().map { index, mapping in
                Reference(
                    kinds: [.channel], id: mapping.channel, site: document["channelMappings"][index]["channel"])
            } + Self.references(certification.prerequisites, [.certification], document["prerequisites"])
        case .path(let path):
            return Self.references(path.prerequisites, [.path, .certification], document["prerequisites"])
                + Self.references(path.channels, [.channel], document["channels"])
                + path.milestones.enumerated().flatMap { index, milestone in
                    Self.references(of: milestone, at: document["milestones"][index])
                }
        case .interview(let interview):
            return [Reference(kinds: [.channel, .certification], id: interview.channel, site: document["channel"])]
                + Self.references(interview.questions, [.question], document["questions"])
        case .shell(let shell):
            return shell.base.map { [Reference(kinds: [.shell], id: $0, site: document["extends"])] } ?? []
        }
    }

    private static func references(_ ids: [String], _ kinds: [CatalogueName.Kind], _ list: Site) -> [Reference] {
        ids.enumerated().map { Reference(kinds: kinds, id: $1, site: list[$0]) }
    }

    private static func references(of milestone: LearningPath.Milestone, at site: Site) -> [Reference] {
        var references = references(milestone.questions, [.question], site["questions"])
        guard let selection = milestone.selection else { return references }
        let place = site["select"]
        for (kind, owner, part, partKey) in [
            (CatalogueName.Kind.channel, selection.channel, selection.subChannel, "subChannel"),
            (.certification, selection.certification, selection.domain, "domain"),
        ] {
            guard let owner else { continue }
            references.append(Reference(kinds: [kind], id: owner, site: place[kind.rawValue]))
            if let part { references.append(Reference(kinds: [kind], id: owner, part: part, site: place[partKey])) }
        }
        return references
    }
}

extension Pack.Subject {
    var name: CatalogueName {
        switch self {
        case .channel(let channel): CatalogueName(kind: .channel, id: channel.id)
        case .certification(let certification): CatalogueName(kind: .certification, id: certification.id)
        case .path(let path): CatalogueName(kind: .path, id: path.id)
        case .interview(let interview): CatalogueName(kind: .interview, id: interview.id)
        case .shell(let shell): CatalogueName(kind: .shell, id: shell.id)
        }
    }

    /// The ids of its sub-channels or domains.
    var parts: Set<String> {
        switch self {
        case .channel(let channel): Set(channel.subChannels.map(\.id))
        case .certification(let certification): Set(certification.domains.map(\.id))
        case .path, .interview, .shell: []
        }
    }
}
