/// Numbers and spans of them, as `1,10-20`; `all` is every number.
struct NumberRanges: Equatable, Sendable {
    let spans: [ClosedRange<Int>]

    init(_ source: String) {
        if source == "all" {
            spans = [0...Int.max]
            return
        }
        spans = source.split { $0 == "," || $0 == " " }.compactMap { part in
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
                return nil
            }
            return first...last
        }
    }

    func contains(_ text: String) -> Bool {
        Int(text).map { number in spans.contains { $0.contains(number) } } ?? false
    }
}

extension NumberRanges {
    /// Spans of a list that is written as gear wants it, all of them within one: `10-5`, `10-` and `1,,2` are not.
    init?(strictly source: String, within bounds: ClosedRange<Int>) {
        var spans: [ClosedRange<Int>] = []
        for part in source.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).compactMap { end in
                end.utf8.allSatisfy(\.isDigit) ? Int(end) : nil
            }
            guard let first = ends.first, let last = ends.last, bounds.contains(first), bounds.contains(last),
                part == (ends.count == 1 ? "\(first)" : "\(first)-\(last)"), ends.count == 1 || first < last
            else { return nil }
            spans.append(first...last)
        }
        self.spans = spans
    }

    /// In their order, none of them twice, neighbours joined.
    private var merged: [ClosedRange<Int>] {
        spans.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, span in
            guard let last = merged.last, span.lowerBound <= last.upperBound.addingReportingOverflow(1).partialValue
            else { return merged.append(span) }
            merged[merged.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
        }
    }

    /// As gear prints them: two neighbours stand by themselves, three or more as a span.
    var canonical: String {
        merged.map { span in
            switch span.upperBound - span.lowerBound {
            case 0: "\(span.lowerBound)"
            case 1: "\(span.lowerBound),\(span.upperBound)"
            default: "\(span.lowerBound)-\(span.upperBound)"
            }
        }.joined(separator: ",")
    }

    func with(_ others: NumberRanges) -> NumberRanges { NumberRanges(spans: spans + others.spans) }

    /// What is left of these where others are taken away.
    func without(_ others: NumberRanges) -> NumberRanges {
        NumberRanges(
            spans: others.merged.reduce(merged) { left, other in
                left.flatMap { span -> [ClosedRange<Int>] in
                    guard span.overlaps(other) else { return [span] }
                    var parts: [ClosedRange<Int>] = []
                    if span.lowerBound < other.lowerBound { parts.append(span.lowerBound...other.lowerBound - 1) }
                    if span.upperBound > other.upperBound { parts.append(other.upperBound + 1...span.upperBound) }
                    return parts
                }
            })
    }

    private init(spans: [ClosedRange<Int>]) { self.spans = spans }
}
