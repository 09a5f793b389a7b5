import CarrelCore

/// Whether a key must be there.
enum Presence { case required, optional }

/// Reads a mapping key by key, and so knows which keys there are: whatever was not asked for is unknown.
///
/// A schema is a sequence of reads that ends with `finish`. A read that fails reports why and gives nil; so does a
/// required key that is missing.
struct Fields {
    let site: Site
    let faults: FaultCollector
    private let entries: [YAMLNode.Entry]
    private var asked: [String] = []

    /// The fields of the mapping at `site`; nil, and reported, when it is none.
    init?(_ site: Site, faults: FaultCollector) {
        guard case .mapping(let entries) = site.node.content else {
            site.refuse(expecting: "a mapping of keys to values", faults)
            return nil
        }
        self.site = site
        self.faults = faults
        self.entries = entries
    }

    /// The value under `key`, read by `read`; nil when it is absent or refused.
    mutating func value<Value>(
        _ key: String, _ presence: Presence = .required, _ read: (Site, FaultCollector) -> Value?
    ) -> Value? {
        asked.append(key)
        guard let entry = entries.first(where: { $0.key == key }) else {
            if presence == .required { faults.error("this key is missing", at: site[key]) }
            return nil
        }
        return read(site.value(of: entry), faults)
    }

    /// The elements of the list under `key` that `read` takes; empty when the key is absent.
    mutating func list<Element>(
        _ key: String, _ presence: Presence = .optional, atLeast fewest: Int = 0, atMost most: Int = .max,
        _ read: (Site, FaultCollector) -> Element?
    ) -> [Element] {
        let elements = value(key, presence) { site, faults in site.list(atLeast: fewest, atMost: most, faults, read) }
        return elements ?? []
    }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// Reports every key nobody asked for; `whole` says what is being read, e.g. `a channel`.
    func finish(_ whole: String) {
        guard entries.count > asked.count || entries.contains(where: { !asked.contains($0.key) }) else { return }
        for entry in entries where !asked.contains(entry.key) {
            let hint =
                NearestName.to(entry.key, among: asked).map { "did you mean \"\($0)\"?" }
                ?? "\(whole) has: \(asked.joined(separator: ", "))"
            faults.error("unknown key; \(hint)", at: entry.position, key: site.value(of: entry).path)
        }
    }
}

extension Fields {
    mutating func text(_ key: String, _ presence: Presence = .required) -> String? {
        value(key, presence) { $0.text($1) }
    }

    mutating func slug(_ key: String, _ presence: Presence = .required) -> String? {
        value(key, presence) { $0.slug($1) }
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>, _ presence: Presence = .required) -> Int? {
        value(key, presence) { $0.integer(in: range, $1) }
    }

    /// `true` or `false`; false when the key is absent.
    mutating func flag(_ key: String) -> Bool {
        value(key, .optional) { $0.flag($1) } ?? false
    }

    mutating func name<Name: RawRepresentable<String> & CaseIterable>(
        _ key: String, of allowed: Name.AllCases = Name.allCases, _ presence: Presence = .required
    ) -> Name? {
        value(key, presence) { $0.name(of: allowed, $1) }
    }

    /// Texts, none of them twice.
    mutating func texts(_ key: String, _ presence: Presence = .optional, atLeast fewest: Int = 0) -> [String] {
        var seen = Distinct("value")
        return list(key, presence, atLeast: fewest) { site, faults in
            let text = site.text(faults)
            if let text { seen.add(text, at: site, faults) }
            return text
        }
    }

    /// Ids, none of them twice.
    mutating func slugs(_ key: String, _ presence: Presence = .optional, atLeast fewest: Int = 0) -> [String] {
        var seen = Distinct("id")
        return list(key, presence, atLeast: fewest) { site, faults in
            let slug = site.slug(faults)
            if let slug { seen.add(slug, at: site, faults) }
            return slug
        }
    }
}
