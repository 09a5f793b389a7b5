/// What stands behind a bar on network gear: `| include up|down`.
struct LineFilter {
    enum Kind: String, CaseIterable { case include, exclude, begin, section }

    /// Why there is none.
    enum Fault: Error { case word, expression }

    let kind: Kind
    let pattern: SearchPattern

    init(_ source: String) throws(Fault) {
        let parts = source.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Kind.allCases.first(where: { $0.rawValue.hasPrefix(parts[0].lowercased()) })
        else { throw .word }
        self.kind = kind
        do throws(SearchPattern.Fault) {
            pattern = try SearchPattern(parts[1].trimmedOfSpaces, isExtended: true)
        } catch {
            throw .expression
        }
    }

    func apply(to text: String, _ budget: StepBudget) -> String {
        var isInside = false
        return text.outputLines.filter { line in
            let isHit = pattern.firstMatch(in: line, budget) != nil
            switch kind {
            case .include: return isHit
            case .exclude: return !isHit
            case .begin:
                isInside = isInside || isHit
                return isInside
            case .section:
                isInside = isHit || (isInside && line.hasPrefix(" "))
                return isInside
            }
        }.joined(separator: "\n").withLineEnd
    }
}
