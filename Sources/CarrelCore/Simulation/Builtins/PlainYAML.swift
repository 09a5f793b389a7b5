/// As much of YAML as manifests are made of: mappings, lists and scalars by indentation.
indirect enum PlainYAML: Equatable, Sendable {
    case scalar(String)
    case list([PlainYAML])
    case map([(key: String, value: PlainYAML)])

    static func == (left: PlainYAML, right: PlainYAML) -> Bool { left.description == right.description }

    private var description: String {
        switch self {
        case .scalar(let text): LooseJSON.quoted(text)
        case .list(let elements): "[" + elements.map(\.description).joined(separator: ",") + "]"
        case .map(let entries):
            "{" + entries.map { LooseJSON.quoted($0.key) + ":" + $0.value.description }.joined(separator: ",") + "}"
        }
    }

    subscript(key: String) -> PlainYAML? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The value along a path: `spec.template.metadata`.
    func at(_ path: String) -> PlainYAML? {
        path.split(separator: ".").reduce(self as PlainYAML?) { $0?[String($1)] }
    }

    func text(_ path: String) -> String? {
        guard case .scalar(let text)? = at(path) else { return nil }
        return text
    }

    /// The entries of a mapping of scalars, as `key=value` lines.
    func lines(_ path: String, separator: String = "=") -> String? {
        guard case .map(let entries)? = at(path) else { return nil }
        return entries.compactMap { entry in
            if case .scalar(let text) = entry.value { entry.key + separator + text } else { nil }
        }.joined(separator: "\n")
    }

    var elements: [PlainYAML] {
        if case .list(let elements) = self { return elements }
        return []
    }

    /// The documents of a text.
    static func documents(in text: String) -> [PlainYAML] {
        var documents: [[Substring]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("---") {
                documents.append([])
            } else {
                documents[documents.count - 1].append(line)
            }
        }
        return documents.compactMap { lines in
            var reader = PlainYAMLReader(lines: lines)
            return reader.rows.isEmpty ? nil : reader.value(depth: 0)
        }
    }
}

private struct PlainYAMLReader {
    var rows: [(indent: Int, text: String)]
    var index = 0

    init(lines: [Substring]) {
        rows = lines.compactMap { line in
            let text = String(line).trimmedOfSpaces
            return text.isEmpty || text.hasPrefix("#") ? nil : (line.prefix { $0 == " " }.count, text)
        }
    }

    /// The value that begins at the next row.
    mutating func value(depth: Int) -> PlainYAML {
        guard index < rows.count, depth < 32 else {
            index = rows.count
            return .scalar("")
        }
        let indent = rows[index].indent
        if rows[index].text.hasPrefix("- ") || rows[index].text == "-" { return list(indent, depth) }
        guard Self.entry(rows[index].text) != nil else {
            index += 1
            return .scalar(Self.plain(rows[index - 1].text))
        }
        var entries: [(key: String, value: PlainYAML)] = []
        while index < rows.count, rows[index].indent == indent, let (key, rest) = Self.entry(rows[index].text),
            !rows[index].text.hasPrefix("- ")
        {
            index += 1
            entries.append((key, entryValue(rest, indent, depth)))
        }
        skip(below: indent)
        return .map(entries)
    }

    private mutating func entryValue(_ rest: String, _ indent: Int, _ depth: Int) -> PlainYAML {
        if rest.hasPrefix("|") || rest.hasPrefix(">") {
            var lines: [String] = []
            while index < rows.count, rows[index].indent > indent {
                lines.append(rows[index].text)
                index += 1
            }
            return .scalar(lines.joined(separator: "\n"))
        }
        if !rest.isEmpty { return Self.flow(rest) }
        guard index < rows.count else { return .scalar("") }
        let next = rows[index]
        let isList = next.text.hasPrefix("- ")
        guard next.indent > indent || (isList && next.indent == indent) else { return .scalar("") }
        return value(depth: depth + 1)
    }

    private mutating func list(_ indent: Int, _ depth: Int) -> PlainYAML {
        var elements: [PlainYAML] = []
        while index < rows.count, rows[index].indent == indent, rows[index].text.hasPrefix("-") {
            let text = String(rows[index].text.dropFirst())
            let space = text.prefix { $0 == " " }.count
            let rest = String(text.dropFirst(space))
            if rest.isEmpty {
                index += 1
                elements.append(
                    index < rows.count && rows[index].indent > indent ? value(depth: depth + 1) : .scalar(""))
            } else {
                // What stands behind the hyphen is indented by it.
                rows[index] = (indent + 1 + space, rest)
                elements.append(value(depth: depth + 1))
            }
        }
        skip(below: indent)
        return .list(elements)
    }

    /// Passes over rows that belong to nothing, so that reading always goes on.
    private mutating func skip(below indent: Int) {
        while index < rows.count, rows[index].indent > indent { index += 1 }
    }

    private static func entry(_ text: String) -> (key: String, rest: String)? {
        guard let colon = text.firstOccurrence(of: ":") else { return nil }
        let after = text[colon.upperBound...]
        guard after.isEmpty || after.first == " " else { return nil }
        return (plain(String(text[..<colon.lowerBound])), String(after).trimmedOfSpaces)
    }

    private static func flow(_ text: String) -> PlainYAML {
        if text.hasPrefix("["), text.hasSuffix("]") {
            return .list(text.dropFirst().dropLast().split(separator: ",").map { .scalar(plain(String($0))) })
        }
        if text.hasPrefix("{"), text.hasSuffix("}") {
            return .map(
                text.dropFirst().dropLast().split(separator: ",").compactMap { part in
                    entry(String(part).trimmedOfSpaces).map { ($0.key, .scalar(plain($0.rest))) }
                })
        }
        return .scalar(plain(text))
    }

    private static func plain(_ text: String) -> String {
        var text = text.trimmedOfSpaces
        if let comment = text.firstOccurrence(of: " #") { text = String(text[..<comment.lowerBound]).trimmedOfSpaces }
        for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast())
        }
        return text
    }
}
