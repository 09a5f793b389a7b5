/// What changed between two texts, line by line, with the lines around it.
struct LineDifference {
    private enum Line {
        case same(String)
        case gone(String)
        case new(String)

        var isChange: Bool { if case .same = self { false } else { true } }

        var text: String {
            switch self {
            case .same(let line): "  " + line
            case .gone(let line): "- " + line
            case .new(let line): "+ " + line
            }
        }
    }

    /// Lines shown before and after a change.
    private static let context = 2
    private static let longest = 80

    private let lines: [Line]

    init(from old: String, to new: String) {
        let old = Self.lines(of: old)
        let new = Self.lines(of: new)
        // Compared scalar by scalar, as the files are.
        let changes = new.difference(from: old) { $0.unicodeScalars.elementsEqual($1.unicodeScalars) }
        var gone: [Int: String] = [:]
        var come: [Int: String] = [:]
        for change in changes {
            switch change {
            case .remove(let offset, let line, _): gone[offset] = line
            case .insert(let offset, let line, _): come[offset] = line
            }
        }
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if let line = gone[left] {
                lines.append(.gone(line))
                left += 1
            } else if let line = come[right] {
                lines.append(.new(line))
                right += 1
            } else {
                lines.append(.same(old[left]))
                left += 1
                right += 1
            }
        }
        self.lines = lines
    }

    /// `-` before a line that is gone, `+` before one that is new; empty where nothing changed.
    var text: String {
        var shown: [String] = []
        var isSkipping = false
        for (index, line) in lines.enumerated() {
            let near = lines[max(0, index - Self.context)..<min(lines.count, index + Self.context + 1)]
            guard near.contains(where: \.isChange) else {
                isSkipping = true
                continue
            }
            if isSkipping, !shown.isEmpty { shown.append("  …") }
            isSkipping = false
            shown.append(line.text)
        }
        let rest = shown.count - Self.longest
        return (shown.prefix(Self.longest) + (rest > 0 ? ["… and \(rest) lines more"] : [])).joined(separator: "\n")
    }

    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
