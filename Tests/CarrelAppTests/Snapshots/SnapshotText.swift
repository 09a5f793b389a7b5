import CarrelTerminal

/// A canvas as a reviewer reads it: its lines, and below them which role each column has.
enum SnapshotText {
    /// - Parameter title: Stands above: the size.
    static func of(_ canvas: Canvas, title: String) -> String {
        var out = ["═══ \(title)"]
        out += folded(canvas.lines)
        let styles = (0..<canvas.rows).compactMap { styles(of: canvas, row: $0) }
        if !styles.isEmpty { out += ["─── styles"] + styles }
        if let cursor = canvas.cursor { out.append("─── cursor in column \(cursor.x) of row \(cursor.y)") }
        if let anchor = canvas.anchor { out.append("─── anchor in column \(anchor.x) of row \(anchor.y)") }
        return out.joined(separator: "\n") + "\n"
    }

    /// The letters of the roles, as they stand in the maps.
    static var legend: String {
        let named = Role.allCases.filter { $0 != .text }.map { "\(letters[$0] ?? "?") \($0)" }
        return named.joined(separator: ", ")
    }

    /// Many empty rows under each other are counted.
    private static func folded(_ lines: [String]) -> [String] {
        var out: [String] = []
        var empty = 0
        func close() {
            out += empty > 3 ? ["⋮ \(empty) empty rows"] : Array(repeating: "", count: empty)
            empty = 0
        }
        for line in lines {
            guard !line.isEmpty else {
                empty += 1
                continue
            }
            close()
            out.append(line)
        }
        close()
        return out
    }

    /// Nil for a row that is plain text.
    private static func styles(of canvas: Canvas, row: Int) -> String? {
        let styles = canvas.styles(row: row)
        var map = styles.map { $0.role == .text ? "." : letters[$0.role] ?? "?" }.joined()
        let isOneRole = Set(map).count == 1
        while map.last == "." { map.removeLast() }
        let traits = traits(of: styles)
        guard !map.isEmpty || !traits.isEmpty else { return nil }
        if isOneRole, !map.isEmpty { map = "\(map.prefix(1)) throughout" }
        return Columns.padStart("\(row)", to: 2) + " " + map + traits.map { " [\($0)]" }.joined()
    }

    /// Emphasis that a screen adds to its roles, by columns.
    private static func traits(of styles: [Style]) -> [String] {
        var out: [String] = []
        var start = 0
        while start < styles.count {
            let traits = styles[start].traits
            let end = styles[start...].firstIndex { $0.traits != traits } ?? styles.count
            if !traits.isEmpty { out.append("\(names(of: traits)) \(start)–\(end - 1)") }
            start = end
        }
        return out
    }

    private static func names(of traits: Traits) -> String {
        let all: [(Traits, String)] = [
            (.bold, "bold"), (.italic, "italic"), (.underline, "underlined"), (.reverse, "reverse"), (.dim, "dim"),
            (.strikethrough, "struck out"),
        ]
        return all.filter { traits.contains($0.0) }.map(\.1).joined(separator: " ")
    }

    /// The first letter of a role's name that no role before it has.
    private static let letters: [Role: String] = {
        var letters: [Role: String] = [:]
        for role in Role.allCases where role != .text {
            let name = "\(role)"
            let wanted = (name.lowercased() + name.uppercased() + "0123456789").map(String.init)
            letters[role] = wanted.first { !letters.values.contains($0) }
        }
        return letters
    }()
}
