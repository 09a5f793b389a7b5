import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("What a move changes on a slow link")
struct StylePointedTests {
    @Test("Only the marker, whatever is moved through")
    func marker() {
        for question in [Samples.ordering, Samples.matching, Samples.hotspot, Samples.multiple] {
            var probe = ScreenProbe(.session("s1"), on: Samples.store(question))
            probe.desk.layout.isSlow = true
            expectMarkersOnly(probe, "\(question.kind)")
        }
        var settings = ScreenProbe(.settings, on: ScriptedStore())
        settings.desk.layout.isSlow = true
        settings.resize(columns: 80, rows: 40)
        expectMarkersOnly(settings, "settings")
    }

    @Test("Where it is not slow, what is at the pointer looks selected")
    func usual() {
        #expect(Style.pointed(true, else: .key) == .selection)
        #expect(Style.pointed(false, else: .key) == .key)
        #expect(PageLayout(isSlow: true).inForce { Style.pointed(true, else: .key) } == .key)
    }

    /// Behind the first rows, whose keys may be others, a move draws two cells: where the marker was and where it is.
    private func expectMarkersOnly(_ probe: ScreenProbe, _ what: String) {
        var probe = probe
        probe.press("down")
        let before = probe.canvas
        probe.press(what == "settings" ? "down" : "up")
        let after = probe.canvas
        var changed = 0
        for row in 0..<probe.rows {
            let texts = (Array(before.line(row)), Array(after.line(row)))
            let styles = (before.styles(row: row), after.styles(row: row))
            for column in styles.0.indices {
                let old = texts.0.indices.contains(column) ? texts.0[column] : " "
                let new = texts.1.indices.contains(column) ? texts.1[column] : " "
                if old != new { changed += 1 }
                let isMarker = old == "▸" || new == "▸"
                #expect(isMarker || styles.0[column] == styles.1[column], "\(what): \(column), \(row)")
            }
        }
        #expect(changed == 2, "\(what)")
    }
}
