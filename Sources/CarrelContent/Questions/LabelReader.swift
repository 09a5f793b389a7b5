import CarrelCore

/// Reads the things of a question that bear a label on the screen, and keeps them apart: each has an id of its own,
/// and no two look alike.
struct LabelReader {
    /// Labels a side, at most: they are chosen with the keys 1–9.
    static let mostLabels = 9

    private var ids = Distinct("id")
    private var texts = Distinct("text")
    private var derivedFrom: [String: String] = [:]

    var all: Set<String> { ids.values }

    /// The id under `id`, or the one derived from `text` when the author gave none.
    mutating func id(_ fields: inout Fields, for text: String?) -> String? {
        let written = fields.slug("id", .optional)
        if let written { ids.add(written, at: fields.site["id"], fields.faults) }
        guard !fields.has("id"), let text else { return written }
        let id = DerivedID.of(text)
        // Equal texts are reported as such; their ids need no second fault.
        if derivedFrom.updateValue(text, forKey: id) != text { ids.add(id, at: fields.site, fields.faults) }
        return id
    }

    /// Reports a text two labels share.
    mutating func mark(_ text: String?, at site: Site, _ faults: FaultCollector) {
        if let text { texts.add(text, at: site, faults) }
    }

    /// An item or a distractor: `{id, text, why}`.
    mutating func label(_ site: Site, _ faults: FaultCollector) -> Label? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let text = fields.text("text"), id = id(&fields, for: text), why = fields.text("why", .optional)
        fields.finish("a label")
        mark(text, at: site["text"], faults)
        guard let id, let text else { return nil }
        return Label(id: id, text: text, why: why)
    }

    /// The list under `distractors`, which fills one side up to nine labels.
    mutating func distractors(_ fields: inout Fields, beside count: Int) -> [Label] {
        let labels = fields.list("distractors") { label($0, $1) }
        if count + labels.count > Self.mostLabels, !labels.isEmpty {
            fields.faults.error(
                "\(count) + \(labels.count) labels on one side; at most \(Self.mostLabels) are allowed",
                at: fields.site["distractors"])
        }
        return labels
    }
}
