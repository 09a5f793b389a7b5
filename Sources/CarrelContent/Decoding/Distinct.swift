/// Notices what must be unique among siblings and is not.
struct Distinct {
    /// What the values are, for the message: `id`, `text`.
    let what: String
    private var first: [String: Site] = [:]

    init(_ what: String) { self.what = what }

    var values: Set<String> { Set(first.keys) }

    mutating func add(_ value: String, at site: Site, _ faults: FaultCollector) {
        if let first = first[value] {
            faults.error("the same \(what) as \(first.path): \(value.quotedExcerpt)", at: site)
        } else {
            first[value] = site
        }
    }
}
