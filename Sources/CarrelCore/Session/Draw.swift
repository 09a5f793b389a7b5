/// Drawing a session: which order questions come in and how each one's options are shuffled.
public enum Draw {
    /// The order a session's questions are asked in.
    public enum Order: String, Codable, CaseIterable, Sendable {
        /// Similar topics interleaved.
        case mixed
        /// One topic after the other.
        case blocked
    }

    /// The ids of `options` in a random order in which fixed options keep their place.
    public static func shuffled(
        _ options: [AnswerOption], using generator: inout some RandomNumberGenerator
    ) -> [String] {
        let loose = options.filter { !$0.isFixed }.map(\.id).shuffled(using: &generator)
        var next = loose.makeIterator()
        return options.compactMap { $0.isFixed ? $0.id : next.next() }
    }

    /// `items` so that neighbours differ in `topic` as far as the numbers allow; within a topic their order stays.
    ///
    /// Takes from the topic with the most left, other than the one just taken; ties go to the topic met first.
    public static func interleaved<Item>(_ items: [Item], topic: (Item) -> String) -> [Item] {
        var names: [String] = []
        var waiting: [String: [Item]] = [:]
        for item in items {
            let name = topic(item)
            if waiting[name] == nil { names.append(name) }
            waiting[name, default: []].append(item)
        }
        var taken: [String: Int] = [:]
        var last: String?
        var out: [Item] = []
        while out.count < items.count {
            var best: (name: String, left: Int)?
            for name in names where name != last || names.count == 1 {
                let left = (waiting[name]?.count ?? 0) - (taken[name] ?? 0)
                if left > (best?.left ?? 0) { best = (name, left) }
            }
            let name = best?.name ?? last ?? ""
            let index = taken[name] ?? 0
            guard let items = waiting[name], index < items.count else { break }
            out.append(items[index])
            taken[name] = index + 1
            last = name
        }
        return out
    }
}
