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

    @Test("A region whose neighbour leaves the marker no room looks selected all the same")
    func withoutRoom() {
        var question = Samples.hotspot
        question.payload = .hotspot(regions: [
            Region(id: "type", label: "type", line: 2, from: 1, to: 4, isCorrect: false, why: "w"),
            Region(id: "bits", label: "bits", line: 2, from: 5, to: 10, isCorrect: true, why: "w"),
        ])
        var probe = ScreenProbe(.session("s1"), on: Samples.store(question))
        probe.desk.layout.isSlow = true
        probe.press("right")
        let row = probe.lines.firstIndex { $0.contains("b( )") } ?? 0
        #expect(!probe.lines[row].contains("▸"))
        #expect(probe.canvas.styles(row: row).contains(.selection))
    }

    @Test("A setting is explained behind the key for help, and no word of it is sent with a move")
    func explained() {
        var probe = ScreenProbe(.settings, on: ScriptedStore())
        probe.desk.layout.isSlow = true
        probe.resize(columns: 80, rows: 30)
        probe.press("down")
        #expect(probe.text.contains("? says what the selected row does."))
        #expect(!probe.text.contains("Until then"))
        let facts = SettingsFacts(learner: LearnerSettings(), machine: MachineSettings())
        probe.press("?")
        let words = LearnerSetting.dayStart.explanation(in: facts.learner)
        #expect(probe.lines[2] == "  Day starts at")
        #expect(probe.text.contains(words.prefix(20)))
        #expect(probe.text.contains("Keys in the settings"))
    }

    @Test("Neither in the map of an exam nor in the list of themes more than the marker moves")
    func sheets() {
        var exam = ScreenProbe(.exam(session: "s1"), on: Exams.store())
        exam.desk.layout.isSlow = true
        exam.press("v tab")
        expectMarkersOnly(exam, "overview")
        let store = ScriptedStore()
        store.reply(to: .themes, with: .themes(ThemesScreenTests.facts))
        var themes = ScreenProbe(.settings, .themes, on: store)
        themes.desk.layout.isSlow = true
        themes.resize(columns: 80, rows: 24)
        themes.press("down")
        for _ in 0..<3 {
            expectMarkersOnly(themes, "themes")
            themes.press("down")
        }
    }

    @Test("What is lifted stays where it is while it is carried, and its place is told by the marker")
    func carried() {
        var probe = ScreenProbe(.session("s1"), on: Samples.store(Samples.ordering))
        probe.desk.layout.isSlow = true
        probe.press("space")
        expectMarkersOnly(probe, "carried")
        let first = probe.lines.first { $0.contains("(lifted)") }
        probe.press("down down")
        #expect(probe.lines.contains { $0.hasPrefix("   1 ") && $0.contains("(lifted)") }, "\(first ?? "")")
        #expect(probe.hints.contains("drop") && !probe.hints.contains("answer"))
        probe.press("enter")
        #expect(probe.hints.contains("↵ answer"))
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ 3 ") && !$0.contains("(lifted)") })
    }

    /// Behind the first rows, whose keys may be others, a move draws two cells: where the marker was and where it is.
    private func expectMarkersOnly(_ probe: ScreenProbe, _ what: String) {
        var probe = probe
        probe.press("down")
        let before = probe.canvas
        probe.press(["settings", "themes", "carried"].contains(what) ? "down" : "up")
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
