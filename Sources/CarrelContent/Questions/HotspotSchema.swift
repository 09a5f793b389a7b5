import CarrelCore

/// A question answered by choosing parts of its exhibit.
enum HotspotSchema {
    static func read(_ fields: inout Fields, exhibit: String?) -> QuestionBody? {
        var labels = LabelReader()
        let widths = exhibit.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(\.count) }
        var taken: [(region: Region, path: String)] = []
        let errorsBefore = fields.faults.errorCount
        let regions = fields.list("regions", .required, atLeast: 2) { site, faults -> Region? in
            guard let region = region(site, &labels, lineWidths: widths, faults) else { return nil }
            if let other = taken.first(where: { $0.region.overlaps(region) }) {
                faults.error("the region overlaps \(other.path)", at: site)
            }
            taken.append((region, site.path))
            return region
        }
        let correct = regions.filter(\.isCorrect)
        if fields.faults.errorCount == errorsBefore, correct.isEmpty || correct.count == regions.count {
            fields.faults.error(
                "\(correct.isEmpty ? "no region is" : "all regions are") correct; at least one must be, and one must not",
                at: fields.site["regions"])
        }
        guard !regions.isEmpty else { return nil }
        return QuestionBody(
            answer: correct.map { region in region.why.map { "\(region.label): \($0)" } ?? region.label }
                .joined(separator: "; "),
            payload: .hotspot(regions: regions), labels: labels.all)
    }

    /// - Parameter lineWidths: The graphemes of each line of the exhibit; nil when it could not be read.
    private static func region(
        _ site: Site, _ labels: inout LabelReader, lineWidths: [Int]?, _ faults: FaultCollector
    ) -> Region? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let label = fields.text("label"), id = labels.id(&fields, for: label)
        let line = fields.integer("line", in: 1...(lineWidths?.count ?? .max))
        let width = line.flatMap { line in lineWidths.map { $0[line - 1] } } ?? .max
        let from = fields.integer("from", in: 1...max(1, width)), to = fields.integer("to", in: 1...max(1, width))
        let isCorrect = fields.flag("correct"), why = fields.text("why", .optional)
        fields.finish("a region")
        labels.mark(label, at: site["label"], faults)
        guard let id, let label, let line, let from, let to else { return nil }
        if from > to { faults.error("the region ends in column \(to), before it begins in \(from)", at: site["to"]) }
        return Region(id: id, label: label, line: line, from: from, to: to, isCorrect: isCorrect, why: why)
    }
}

extension Region {
    /// Whether the two share a column of a line.
    fileprivate func overlaps(_ other: Region) -> Bool { line == other.line && from <= other.to && other.from <= to }
}
