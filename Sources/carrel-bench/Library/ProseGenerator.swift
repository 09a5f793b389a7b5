import CarrelCore

/// Sentences of about the length authors write, the same for the same seed.
struct ProseGenerator {
    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0..<elements.count)] }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &generator) }

    mutating func sentence() -> String {
        let opening = pick(Self.openings), actor = pick(Self.things), verb = pick(Self.verbs)
        let object = pick(Self.things), condition = pick(Self.conditions)
        return "\(opening) the \(actor) \(verb) the \(object) \(condition)."
    }

    mutating func paragraph(_ sentences: Int) -> String {
        (0..<sentences).map { _ in sentence() }.joined(separator: " ")
    }

    /// A few words, without a full stop.
    mutating func phrase() -> String { "the \(pick(Self.things)) that \(pick(Self.verbs)) the \(pick(Self.things))" }

    private static let openings = [
        "On most systems", "In a busy cluster", "After a restart", "During an outage", "By default", "In practice",
        "Under heavy load", "When a client connects", "On the first request", "Once the lease has ended",
    ]
    private static let things = [
        "scheduler", "resolver", "load balancer", "kernel", "write-ahead log", "index", "cache", "replica", "router",
        "socket", "certificate", "queue", "partition", "leader", "page table", "transaction", "session", "firewall",
        "token", "container", "snapshot", "journal", "lock manager", "query planner", "name server", "proxy",
    ]
    private static let verbs = [
        "rejects", "forwards", "caches", "locks", "rewrites", "acknowledges", "retries", "drops", "signs", "splits",
        "merges", "delays", "counts", "verifies", "replaces", "announces", "compresses", "closes",
    ]
    private static let conditions = [
        "before the timeout ends", "without telling the client", "only when both sides agree", "in constant time",
        "unless a newer version exists", "while the disk is being synced", "for every connection", "in the background",
        "as soon as a quorum answers", "even if the address has changed", "at the end of each epoch",
    ]
}
