import CarrelTerminal
import Testing

@testable import CarrelApp

/// `Tests/Snapshots/screens/<screen>/<content>.txt`: what every screen shows, at every size and every
/// number of colours.
@Suite("Snapshots of every screen")
struct ScreenSnapshotTests {
    private static let folder = "screens"

    private static func path(_ screen: AnyScreen, _ content: SampleContent) -> String {
        "\(folder)/\(screen.rawValue)/\(content.rawValue).txt"
    }

    @Test("It is drawn as it was", arguments: AnyScreen.allCases, SampleContent.allCases)
    func screen(_ screen: AnyScreen, content: SampleContent) throws {
        let text = SnapshotText.atEverySize { screen.probe(columns: $0, rows: $1, content: content).canvas }
        try SnapshotFile(path: Self.path(screen, content)).check(text)
    }

    @Test("The letters of the style maps are told once")
    func legend() throws {
        try SnapshotFile(path: "legend.txt").check(
            "Roles in the style maps:\n. text, \(SnapshotText.legend)\nLooks:\n\(SnapshotLooks.explanation)\n")
    }

    @Test("There is a screen of every destination")
    func everyDestination() {
        let shown = Set(AnyScreen.allCases.map { DestinationKind($0.destination ?? .home) })
        let missing = DestinationKind.allCases.filter { !shown.contains($0) }
        #expect(missing.isEmpty, "AnyScreen has no screen of: \(missing)")
    }

    @Test("None is kept of a screen that is no more")
    func leftOver() throws {
        let wanted = AnyScreen.allCases.flatMap { screen in SampleContent.allCases.map { Self.path(screen, $0) } }
        let left = SnapshotFile.all(in: Self.folder).subtracting(wanted)
        if SnapshotFile.isWriting {
            for path in left { try SnapshotFile(path: path).remove() }
        } else {
            #expect(left.isEmpty, "make snapshots removes these")
        }
    }
}
