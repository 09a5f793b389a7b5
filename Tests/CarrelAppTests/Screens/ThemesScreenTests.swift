import CarrelContent
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The list of themes")
struct ThemesScreenTests {
    let store = ScriptedStore()

    private static func entry(_ name: String, _ origin: ThemeEntry.Origin, isFaulty: Bool = false) -> ThemeEntry {
        let fault = ColourScheme.Fault("\(name).yaml:7: palette.base0A: a colour such as \"#1e2030\" is expected")
        return ThemeEntry(
            name: name, title: name == "tide" ? "Tide" : name, author: origin == .learner ? "Ada" : "Carrel",
            variant: isFaulty ? nil : .dark, origin: origin, path: "/\(name).yaml",
            content: isFaulty ? .failure(fault) : .success(Theme(name: name, background: .ansi(4)) { _ in .init() }))
    }

    static let facts = ThemesFacts(
        entries: ThemeEntry.builtIn + [
            entry("tide", .learner), entry("torn", .learner, isFaulty: true), entry("dusk", .shipped),
            entry("dawn", .shipped),
        ])

    private func probe(columns: Int = 80, rows: Int = 24, _ facts: ThemesFacts = facts) -> ScreenProbe {
        store.reply(to: .themes, with: .themes(facts))
        return ScreenProbe(.settings, .themes, columns: columns, rows: rows, on: store)
    }

    @Test("Going elsewhere ends the trial, and the way back leads to the settings")
    func jump() {
        var probe = probe()
        probe.press("down")
        #expect(probe.desk.previewed?.name == "monochrome")
        probe.press("' h")
        #expect(probe.desk.previewed == nil && probe.desk.top is HomeScreen)
        probe.press("^O")
        #expect(probe.desk.previewed == nil && probe.desk.top is SettingsScreen)
    }

    @Test("Come back to under its help, it shows the selected one again")
    func jumpFromHelp() {
        var probe = probe()
        probe.press("down ? ' h")
        #expect(probe.desk.previewed == nil)
        probe.press("^O esc")
        #expect(probe.desk.top is ThemesScreen && probe.desk.previewed?.name == "monochrome")
        probe.press("esc")
        #expect(probe.desk.previewed == nil)
    }

    @Test("Names stand with what they are, above a sample of everything a theme draws")
    func shown() {
        #expect(
            probe().text == """
                 Settings ▸ Themes                                                        saved
                ────────────────────────────────────────────────────────────────────────────────
                 In your terminal's colours
                 ▸ terminal                                                in use  own colours
                   monochrome                                                      own colours

                 Yours
                   tide                                                              Ada  dark
                   torn                                                    Ada  cannot be used

                 Carrel's
                   dusk                                                                   dark
                   dawn                                                                   dark
                ────────────────────────────────────────────────────────────────────────────────
                  ✓ right  ✗ wrong  ◐ partly  ⚑ ★ alert
                  Which port does DNS use?  (choose 1)
                  ▸ a (•) Port 53
                    b ( ) Port 80  · unseen
                  Explanation   ███ 60 %
                  A found word, code, example.org
                  if port == 53: "DNS"  # both
                  typed here  ? help
                ────────────────────────────────────────────────────────────────────────────────
                 ↵ keep   ↓ next   / find   ? help   esc back
                """)
    }

    @Test("Moving shows each on the whole screen, Esc ends that and nothing is written")
    func preview() {
        var probe = probe()
        #expect(probe.desk.previewed == nil)
        probe.press("down down")
        #expect(probe.desk.previewed?.name == "tide")
        probe.press("?")
        #expect(probe.desk.previewed?.name == "tide")
        probe.press("esc")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ tide") })
        probe.press("esc")
        #expect(probe.desk.previewed == nil && probe.desk.top is SettingsScreen)
        #expect(!store.commands.contains { if case .changeMachine = $0 { true } else { false } })
    }

    @Test("Enter keeps the one that is shown, and goes back to where it was asked for", arguments: ["enter", "space"])
    func keep(key: String) {
        var probe = probe()
        probe.press("G \(key)")
        #expect(store.machine[.theme] == "dawn")
        #expect(probe.desk.previewed == nil && probe.desk.top is SettingsScreen)
    }

    @Test("Keeping what is in use writes nothing")
    func same() {
        var probe = probe()
        store.forget()
        probe.press("down up enter")
        #expect(probe.desk.top is SettingsScreen && probe.desk.previewed == nil)
        #expect(store.commands == [.fetch(.settings)])
    }

    @Test("A change that is refused is told, and the theme still shown")
    func refused() {
        var probe = probe()
        store.refusal = Refusal(message: "config.yaml: read-only", isRetriable: false)
        probe.press("G enter")
        #expect(probe.hints.contains("config.yaml: read-only") && probe.desk.top is ThemesScreen)
        #expect(probe.desk.previewed?.name == "dawn")
    }

    @Test("A faulty file says what is wrong with it, is shown in what is in use, and cannot be kept")
    func faulty() {
        var probe = probe()
        probe.press("down down down")
        #expect(probe.text.contains("torn.yaml:7: palette.base0A: a colour such as \"#1e2030\" is expected"))
        #expect(probe.desk.previewed == nil && !probe.hints.contains("keep"))
        probe.press("enter")
        #expect(probe.desk.top is ThemesScreen)
    }

    @Test("Of faults that have no room the last line says that there are more")
    func manyFaults() {
        let fault = ColourScheme.Fault(
            String(repeating: "base00: a colour such as \"#1e2030\" is expected; ", count: 20))
        var entry = Self.entry("torn", .learner)
        entry.content = .failure(fault)
        var probe = probe(rows: 16, ThemesFacts(entries: ThemeEntry.builtIn + [entry]))
        probe.press("down down")
        #expect(probe.lines[13].hasSuffix(" …"), "\(probe.lines)")
    }

    @Test("On a slow link a theme is shown when Space asks for it, and kept by Enter")
    func slow() {
        var probe = probe()
        probe.desk.layout.isSlow = true
        probe.resize(columns: 80, rows: 24)
        probe.press("down down")
        #expect(probe.desk.previewed == nil && probe.hints.hasPrefix(" ␣ try   ↵ keep"))
        probe.press("space")
        #expect(probe.desk.previewed?.name == "tide")
        probe.press("down")
        #expect(probe.desk.previewed?.name == "tide" && !probe.text.contains("torn.yaml:7"))
        probe.press("space")
        #expect(probe.desk.previewed == nil && probe.text.contains("torn.yaml:7"))
        probe.press("down enter")
        #expect(store.machine[.theme] == "dusk" && probe.desk.top is SettingsScreen)
    }

    @Test("It opens on the one in use")
    func inForce() {
        var facts = Self.facts
        facts.inForce = "dusk"
        let probe = probe(facts)
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ dusk") && $0.contains("in use") })
    }

    @Test("On a wide screen the sample stands beside the list, with its title and author")
    func wide() {
        var probe = probe(columns: 200, rows: 60)
        probe.press("down down")
        #expect(probe.lines.contains { $0.contains("│ Tide, by Ada") })
        #expect(probe.lines.contains { $0.contains("│ ✓ right") })
    }

    @Test(
        "On a small one the list and the most telling lines of the sample have room", arguments: [(40, 10), (41, 16)])
    func small(columns: Int, rows: Int) {
        var probe = probe(columns: columns, rows: rows)
        for _ in Self.facts.entries {
            #expect(probe.lines.contains { $0.hasPrefix(" ▸ ") })
            #expect(probe.text.contains("✓ right") || probe.text.contains("torn.yaml:7"))
            probe.press("down")
        }
    }

    @Test("A click selects and shows, and a click on it keeps")
    func mouse() {
        var probe = probe()
        let row = probe.lines.firstIndex { $0.contains("dusk") } ?? 0
        probe.send(.mouse(Mouse(kind: .press, column: 5, row: row)))
        #expect(probe.desk.previewed?.name == "dusk")
        probe.send(.mouse(Mouse(kind: .press, column: 5, row: row)))
        #expect(store.machine[.theme] == "dusk")
    }

    @Test("The settings lead here from their row by Enter, and Space still steps through all names")
    func fromSettings() {
        store.reply(to: .themes, with: .themes(Self.facts))
        var probe = ScreenProbe(.settings, on: store)
        probe.press("down down down down down down")
        #expect(probe.hints == " ↵ list   ␣ change   / find   u undo   ? help   esc back")
        probe.press("space")
        #expect(store.machine[.theme] == "monochrome")
        probe.press("enter")
        #expect(probe.desk.top is ThemesScreen)
    }
}
