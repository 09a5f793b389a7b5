import CarrelTerminal
import Testing

@testable import CarrelApp

/// `Tests/Snapshots/overlays/<overlay>/<content>.txt`: what stands over a screen, as the screens themselves are kept.
@Suite("Snapshots of what stands over a screen")
struct OverlaySnapshotTests {
    enum Overlay: String, CaseIterable, Sendable {
        case palette, paletteTyped, paletteEmpty, paletteOnQuestion, places

        fileprivate func probe(columns: Int, rows: Int, content: SampleContent) -> ScreenProbe {
            let screen: AnyScreen = self == .paletteOnQuestion ? .choosing : .home
            var probe = screen.probe(columns: columns, rows: rows, content: content)
            probe.press(self == .places ? "'" : ":")
            switch self {
            case .palette, .paletteOnQuestion, .places: break
            case .paletteTyped:
                probe.type("gse")
                probe.press("down")
            case .paletteEmpty: probe.type("zzz")
            }
            return probe
        }
    }

    @Test("It is drawn as it was", arguments: Overlay.allCases, SampleContent.allCases)
    func overlay(_ overlay: Overlay, content: SampleContent) throws {
        let path = "overlays/\(overlay.rawValue)/\(content.rawValue).txt"
        try SnapshotFile(path: path).check(
            SnapshotText.atEverySize { overlay.probe(columns: $0, rows: $1, content: content).canvas })
    }
}
