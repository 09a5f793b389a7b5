import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The density of every screen")
struct DensityTests {
    /// How a screen's content stands between its rules.
    private struct Height {
        /// Rows from the first to the last that is drawn, without what only fills a tall screen.
        var rows = 0
        /// Empty ones among them.
        var spacers = 0

        /// - Parameter isPane: What stands beside a list is looked at by itself.
        init(_ probe: ScreenProbe, isPane: Bool) {
            let content = probe.lines.dropFirst(2).dropLast(2).compactMap { line in
                let parts = line.split(separator: "│", omittingEmptySubsequences: false)
                return (isPane ? parts.dropFirst().first : parts.first).map(String.init)
            }
            let runs = content.split(omittingEmptySubsequences: false) { line in
                !line.allSatisfy { $0 == " " }
            }
            // Three and more rows fill the screen; one or two part what is on it.
            let gaps = runs.dropLast().filter { $0.count < 3 }
            spacers = gaps.reduce(0) { $0 + $1.count }
            rows = content.count { !$0.allSatisfy { $0 == " " } } + spacers
        }
    }

    @Test(
        "Compact is never taller, and leaves out every blank row between the parts of a screen",
        arguments: AnyScreen.allCases, [(80, 60), (40, 60), (120, 60)])
    func compact(screen: AnyScreen, size: (columns: Int, rows: Int)) {
        let airy = screen.probe(columns: size.columns, rows: size.rows)
        var compact = airy
        compact.desk.layout.isCompact = true
        compact.desk.layOut(at: compact.now)
        for isPane in [false, true] {
            let before = Height(airy, isPane: isPane)
            let after = Height(compact, isPane: isPane)
            #expect(before.spacers == 0 ? after.rows <= before.rows : after.rows < before.rows, "\(compact.text)")
            #expect(after.spacers == 0, "\(compact.text)")
        }
    }
}
