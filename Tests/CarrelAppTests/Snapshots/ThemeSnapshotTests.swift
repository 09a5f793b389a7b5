import Testing

@testable import CarrelApp
@testable import CarrelTerminal

/// `Tests/Snapshots/themes/<theme>.txt`: what every role looks like on terminals of every number of colours.
@Suite("Snapshots of every theme")
struct ThemeSnapshotTests {
    private static let depths: [(name: String, depth: ColourDepth)] = [
        ("mono", .none), ("8", .eight), ("16", .sixteen), ("256", .indexed), ("direct", .direct),
    ]

    private static let library = ThemeLibrary(shipped: [ThemeFolder.shipped])

    @Test("It looks as it did", arguments: library.entries().map(\.name))
    func theme(name: String) throws {
        let theme = try #require(Self.library.entry(named: name)?.theme)
        let width = Role.allCases.map { "\($0)".count }.max() ?? 0
        var lines = ["foreground/background as ncurses numbers them, t is the terminal's own; emphasis behind them"]
        lines.append(Columns.pad("", to: width) + Self.depths.map { "  " + Columns.pad($0.name, to: 22) }.joined())
        for role in Role.allCases {
            lines.append(
                Columns.pad("\(role)", to: width)
                    + Self.depths.map { "  " + Columns.pad(Self.look(of: role, theme, $0.depth), to: 22) }.joined())
        }
        let text = lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n") + "\n"
        try SnapshotFile(path: "themes/\(name).txt").check(text)
    }

    private static func look(of role: Role, _ theme: Theme, _ depth: ColourDepth) -> String {
        let look = theme.fitted(to: depth).drawn(role)
        var traits = look.traits
        if ColourTable.isBrightByWeight(look.foreground, at: depth) { traits.insert(.bold) }
        let names: [(Traits, String)] = [
            (.bold, "bold"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
            (.strikethrough, "struck"),
        ]
        let emphasis = names.filter { traits.contains($0.0) }.map(\.1).joined(separator: "+")
        guard depth != .none else { return emphasis.isEmpty ? "-" : emphasis }
        func number(_ colour: Colour) -> String {
            let number = ColourTable.number(colour, at: depth)
            return number < 0 ? "t" : depth == .direct && number > 255 ? "#" + hex(number) : "\(number)"
        }
        let colours = "\(number(look.foreground))/\(number(look.background))"
        return emphasis.isEmpty ? colours : "\(colours) \(emphasis)"
    }

    private static func hex(_ number: Int32) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
