/// Notices what must be unique among siblings and is not.
struct Distinct {
    /// What the values are, for the message: `id`, `text`.
    let what: String
    private var firstPath: [String: String] = [:]

    init(_ what: String) { self.what = what }

    var values: Set<String> { Set(firstPath.keys) }

    mutating func add(_ value: String, at site: Site, _ faults: FaultCollector) {
        if let first = firstPath[value] {
            faults.error("the same \(what) as \(first): \(value.quotedExcerpt)", at: site)
        } else {
            firstPath[value] = site.path
        }
    }
}
