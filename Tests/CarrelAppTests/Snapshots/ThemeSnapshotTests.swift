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
        let table = SnapshotLooks(theme, at: Self.depths).table(of: Role.allCases.map { ("\($0)", Style($0)) })
        let text = ([SnapshotLooks.explanation] + table).joined(separator: "\n") + "\n"
        try SnapshotFile(path: "themes/\(name).txt").check(text)
    }
}
