extension PlainYAML {
    /// As Kubernetes' tools print an object: keys in order, lists as far in as their key.
    var text: String { lines(isText: false).asLines }

    /// Maps that hold texts only, and what holds one: a number among them stands in quotes.
    private static let textKeys: Set = [
        "data", "stringData", "labels", "annotations", "matchLabels", "nodeSelector", "command", "args", "value",
    ]

    private func lines(isText: Bool) -> [String] {
        switch self {
        case .scalar(let text): return [Self.printed(text, isText: isText)]
        case .list(let elements):
            return elements.isEmpty ? ["[]"] : elements.flatMap { Self.hung($0.lines(isText: isText)) }
        case .map(let entries):
            let sorted = entries.sorted { $0.key < $1.key }
            return sorted.isEmpty ? ["{}"] : sorted.flatMap { Self.entry($0, isText: isText) }
        }
    }

    private static func entry(_ entry: (key: String, value: PlainYAML), isText: Bool) -> [String] {
        let isText = isText || textKeys.contains(entry.key)
        let lines = entry.value.lines(isText: isText), head = printed(entry.key, isText: false) + ":"
        switch entry.value {
        case .scalar(let text) where text.utf8.contains(0x0A):
            return [head + " |"] + text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
        case .list(let elements) where !elements.isEmpty: return [head] + lines
        case .map(let entries) where !entries.isEmpty: return [head] + lines.map { "  " + $0 }
        default: return [head + " " + (lines.first ?? "")]
        }
    }

    /// A hyphen before the first line, the others as far in.
    private static func hung(_ lines: [String]) -> [String] {
        lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
    }

    private static func printed(_ text: String, isText: Bool) -> String {
        let looksOther = ["true", "false", "null", "yes", "no", "on", "off", ""].contains(text) || Double(text) != nil
        if isText, looksOther { return LooseJSON.quoted(text) }
        let needsQuotes =
            text.first.map { "-?:,[]{}#&*!|>'\"%@`".contains($0) } ?? false || text.last == ":"
            || text.firstOccurrence(of: ": ") != nil || text.firstOccurrence(of: " #") != nil
        return needsQuotes ? "'" + text.replacing("'", "''") + "'" : text
    }

    /// With a value for a key of the map along the path, where it has none.
    func completed(_ path: ArraySlice<String>, with value: String) -> PlainYAML {
        guard case .map(var entries) = self, let key = path.first else { return self }
        let rest = path.dropFirst()
        if let place = entries.firstIndex(where: { $0.key == key }) {
            entries[place].value = entries[place].value.completed(rest, with: value)
        } else if rest.isEmpty {
            entries.append((key, .scalar(value)))
        }
        return .map(entries)
    }
}
