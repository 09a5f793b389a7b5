import CarrelCore

/// Checks packs against each other: no id twice, no reference to nothing.
///
/// Faults are added to the packs' own, so a pack that was whole may not be afterwards.
struct CrossCheck {
    /// What was loaded before.
    private let known: KnownIDs
    private let builtInRoots: Set<String>
    /// Files whose earlier content no longer counts: they were read anew and are whole, or they are gone.
    private let replaced: Set<String>
    /// Who defines what, of the packs that were whole by themselves; channels and certifications share a namespace.
    private var definitions: [CatalogueName: Definition] = [:]
    /// Ids that packs with faults seem to define: references to them wait, so that one bad pack never refuses others.
    private var awaited: Set<CatalogueName> = []
    /// Whether a file could not even be parsed: then any unknown id may be one of its.
    private var awaitsAnything = false
    /// By file, the ids of questions that repeat the built-in root's.
    private var repeated: [String: Set<String>] = [:]

    /// - Parameter readings: Earlier ones have precedence: of two packs that define an id, the later has the fault.
    init(_ readings: [PackReading], known: KnownIDs, gone: Set<String>, builtInRoots: Set<String>) {
        self.known = known
        self.builtInRoots = builtInRoots
        replaced = gone.union(readings.filter(\.isWhole).map(\.file.path))
        for reading in readings where reading.isWhole { define(reading) }
        for reading in readings where !reading.isWhole {
            awaitsAnything = awaitsAnything || reading.document == nil
            awaited.formUnion(reading.apparentNames)
        }
        for reading in readings where reading.isWhole {
            for reference in reading.references { resolve(reference, reading.faults) }
        }
    }

    /// What is to be loaded of the pack: not what repeats the built-in root, nor relations that have to wait.
    func pack(of reading: PackReading) -> Pack? {
        let left = repeated[reading.file.path] ?? []
        var waits = false
        var pack = reading.pack { question in
            guard !left.contains(question.id) else { return nil }
            var question = question
            let relations = question.related.count
            question.related.removeAll { !isLoaded(CatalogueName(kind: .question, id: $0.target)) }
            waits = waits || question.related.count != relations
            return question
        }
        if waits { pack?.file.hash = "" }
        return pack
    }

    /// Enters all of a pack's ids, or none when one of them is taken.
    private mutating func define(_ reading: PackReading) {
        let own = reading.definitions
        for definition in own {
            guard let first = definitions[definition.name.unique] else { continue }
            if isRepetition(definition, of: first) {
                if definition.name.kind == .question {
                    repeated[reading.file.path, default: []].insert(definition.name.id)
                }
                continue
            }
            let place = "\(first.reading.file.path):\(first.site.node.position.line)"
            reading.faults.error(
                "the id \(definition.name.id.quotedExcerpt) is already taken, with other content, at \(place)",
                at: definition.site)
        }
        guard reading.isWhole else {
            awaited.formUnion(own.map(\.name))
            return
        }
        for definition in own where definitions[definition.name.unique] == nil {
            definitions[definition.name.unique] = definition
        }
    }

    /// A learner's pack may hold what the built-in root holds, word for word.
    private func isRepetition(_ later: Definition, of first: Definition) -> Bool {
        later.content == first.content && builtInRoots.contains(first.reading.file.root)
            && !builtInRoots.contains(later.reading.file.root)
    }

    private func resolve(_ reference: Reference, _ faults: FaultCollector) {
        let owner = reference.names.first { definitions[$0.unique]?.name == $0 || isKnown($0) }
        guard let owner else {
            if !awaitsAnything, awaited.isDisjoint(with: reference.names) {
                faults.error(message(for: reference), at: reference.site)
            }
            return
        }
        guard let part = reference.part, let parts = parts(of: owner), !parts.contains(part) else { return }
        faults.error(
            "\(owner.id.quotedExcerpt) has no \(part.quotedExcerpt); it has \(parts.sorted().joined(separator: ", "))",
            at: reference.site)
    }

    private func message(for reference: Reference) -> String {
        let ids = reference.kinds.flatMap { kind in
            definitions.values.filter { $0.name.kind == kind }.map(\.name.id) + known[kind].keys
        }
        let guess = NearestName.to(reference.id, among: ids).map { "; did you mean \"\($0)\"?" } ?? ""
        let kinds = reference.kinds.map(\.rawValue).joined(separator: " or ")
        return "no \(kinds) has the id \(reference.id.quotedExcerpt)\(guess)"
    }

    /// The sub-channels or domains; nil when they are not known.
    private func parts(of owner: CatalogueName) -> Set<String>? {
        if case .subject(let subject)? = definitions[owner.unique]?.content { return subject.parts }
        return known.parts[owner.id]
    }

    private func isKnown(_ name: CatalogueName) -> Bool {
        known[name.kind][name.id].map { !replaced.contains($0) } ?? false
    }

    /// Whether the catalogue holds the name once every whole pack is loaded.
    private func isLoaded(_ name: CatalogueName) -> Bool {
        isKnown(name) || definitions[name.unique]?.reading.isWhole == true
    }
}
