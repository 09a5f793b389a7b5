@testable import CarrelTerminal

/// What styles look like on terminals of several depths, as a table: a row a style, a column a depth.
struct SnapshotLooks {
    static let explanation =
        "foreground/background as ncurses numbers them, t is the terminal's own; emphasis behind them"

    private static let columnWidth = 25

    private let themes: [(depth: ColourDepth, theme: Theme)]
    private let heading: [String]

    init(_ theme: Theme, at depths: [(name: String, depth: ColourDepth)]) {
        themes = depths.map { ($0.depth, theme.fitted(to: $0.depth)) }
        heading = depths.map(\.name)
    }

    /// - Parameter styles: Each with the name of its row.
    func table(of styles: [(name: String, style: Style)]) -> [String] {
        let width = styles.map(\.name.count).max() ?? 0
        let rows =
            [("", heading)] + styles.map { name, style in (name, themes.map { Self.words(style, $0.theme, $0.depth) }) }
        return rows.map { name, columns in
            let padded = columns.map { "  " + Columns.pad($0, to: Self.columnWidth) }
            let row = ([Columns.pad(name, to: width)] + padded).joined()
            return String(row.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func words(_ style: Style, _ theme: Theme, _ depth: ColourDepth) -> String {
        let rendition = Rendition(theme.drawn(style.role), at: depth)
        let emphasis = SnapshotText.names(of: rendition.traits.union(style.traits)).joined(separator: "+")
        guard depth != .none else { return emphasis.isEmpty ? "-" : emphasis }
        func number(_ number: Int32) -> String {
            guard number >= 0 else { return "t" }
            return depth == .direct && number > 255 ? TrueColour(UInt32(number)).hex : "\(number)"
        }
        let colours = "\(number(rendition.foreground))/\(number(rendition.background))"
        return emphasis.isEmpty ? colours : "\(colours) \(emphasis)"
    }
}
