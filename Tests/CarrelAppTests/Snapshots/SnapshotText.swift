import CarrelTerminal

/// A canvas as a reviewer reads it: its lines, and below them which role each column has.
enum SnapshotText {
    private static let sizes = [(1, 1), (20, 5), (40, 10), (80, 24), (200, 60)]
    /// A screen is drawn in styles and knows nothing of colours: what each of its styles becomes is all there is to
    /// a terminal's number of them.
    private static let looks = SnapshotLooks(.terminal, at: [("mono", .none), ("16", .sixteen), ("256", .indexed)])

    /// What is drawn at every size, and how its styles look with every number of colours.
    static func atEverySize(_ canvas: (Int, Int) -> Canvas) -> String {
        let canvases = sizes.map(canvas)
        let shown = canvases.map { of($0, title: "\($0.columns)×\($0.rows)") }
        let table = ["═══ looks"] + looks.table(of: styles(of: canvases))
        return (shown + [table.joined(separator: "\n") + "\n"]).joined(separator: "\n")
    }

    /// - Parameter title: Stands above: the size.
    static func of(_ canvas: Canvas, title: String) -> String {
        var out = ["═══ \(title)"]
        out += folded(canvas.lines)
        let styles = maps(of: canvas)
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

    /// Rows under each other that are the same are counted from the fourth on.
    private static func folded(_ lines: [String]) -> [String] {
        runs(of: lines).flatMap { line, rows in
            rows.count > 3 ? [line, "⋮ and \(rows.count - 1) rows like it"] : Array(repeating: line, count: rows.count)
        }
    }

    /// Maps of rows that are the same stand together.
    private static func maps(of canvas: Canvas) -> [String] {
        runs(of: (0..<canvas.rows).map { map(of: canvas, row: $0) }).compactMap { map, rows in
            guard let map else { return nil }
            let last = rows.count > 1 ? "–\(rows.upperBound - 1)" : ""
            return Columns.padStart("\(rows.lowerBound)\(last)", to: 2) + " " + map
        }
    }

    private static func runs<Row: Equatable>(of rows: [Row]) -> [(row: Row, places: Range<Int>)] {
        var runs: [(row: Row, places: Range<Int>)] = []
        for (place, row) in rows.enumerated() {
            if runs.last?.row == row {
                runs[runs.count - 1].places = runs[runs.count - 1].places.lowerBound..<place + 1
            } else {
                runs.append((row, place..<place + 1))
            }
        }
        return runs
    }

    /// Nil for a row that is plain text.
    private static func map(of canvas: Canvas, row: Int) -> String? {
        let styles = canvas.styles(row: row)
        var map = styles.map { $0.role == .text ? "." : letters[$0.role] ?? "?" }.joined()
        let isOneRole = Set(map).count == 1
        while map.last == "." { map.removeLast() }
        let traits = emphasis(of: styles)
        guard !map.isEmpty || !traits.isEmpty else { return nil }
        if isOneRole, !map.isEmpty { map = "\(map.prefix(1)) throughout" }
        return map + traits.map { " [\($0)]" }.joined()
    }

    /// Emphasis that a screen adds to its roles, by columns.
    private static func emphasis(of styles: [Style]) -> [String] {
        var out: [String] = []
        var start = 0
        while start < styles.count {
            let traits = styles[start].traits
            let end = styles[start...].firstIndex { $0.traits != traits } ?? styles.count
            if !traits.isEmpty { out.append("\(names(of: traits).joined(separator: " ")) \(start)–\(end - 1)") }
            start = end
        }
        return out
    }

    static func names(of traits: Traits) -> [String] {
        let all: [(Traits, String)] = [
            (.bold, "bold"), (.italic, "italic"), (.underline, "underlined"), (.reverse, "reverse"), (.dim, "dim"),
            (.strikethrough, "struck"),
        ]
        return all.filter { traits.contains($0.0) }.map(\.1)
    }

    /// Every style in which something is drawn on one of `canvases`, by its letter and what is added to its role.
    static func styles(of canvases: [Canvas]) -> [(name: String, style: Style)] {
        var found: Set<Style> = []
        for canvas in canvases {
            for row in 0..<canvas.rows { found.formUnion(canvas.styles(row: row)) }
        }
        return found.sorted { ($0.role.rawValue, $0.traits.rawValue) < ($1.role.rawValue, $1.traits.rawValue) }.map {
            ((["\($0.role)"] + names(of: $0.traits)).joined(separator: "+"), $0)
        }
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
