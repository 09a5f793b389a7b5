import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The settings")
struct SettingsScreenTests {
    let store = ScriptedStore()

    private var changes: [SettingChanged] {
        store.events.compactMap { if case .settingChanged(let change) = $0 { change } else { nil } }
    }

    @Test("Every setting stands with its value, and the selected one says what it does")
    func shown() {
        let probe = ScreenProbe(.settings, on: store)
        #expect(
            probe.text == """
                 Settings                                                                 saved
                ────────────────────────────────────────────────────────────────────────────────
                 Yours
                 ▸ Name                                                                   none
                   Day starts at                                                         04:00
                   Answer at once                                                          off
                   Grades                                                                 four
                   Ask how sure                                                            off
                   Show the time                                                           off

                 This machine
                   Theme                                                              terminal
                   Density                                                         comfortable
                   ASCII only                                                             auto
                   Mouse                                                                  auto
                   Text width                                                               90
                   Bell                                                                    off
                   Colour                                                                 auto
                   Slow link                                                              auto
                   Motion                                                                 full

                   Stands beside Carrel on Home. Nobody else sees it.
                ───────────────────────────────────────────────────────────────────── 1 ↓ more ─
                 ↵ edit   / find   u undo   ? help   esc back
                """)
    }

    @Test(
        "Space and the arrows change the learner's settings, each by one event",
        arguments: [
            ("down space", "dayStart", "5"), ("down left", "dayStart", "3"), ("down down right", "autoSubmit", "on"),
            ("down down down enter", "grades", "two"), ("down down down down l", "confidence", "on"),
            ("down down down down down h", "timer", "on"),
        ])
    func learner(keys: String, key: String, value: String) {
        var probe = ScreenProbe(.settings, on: store)
        probe.press(keys)
        #expect(changes == [SettingChanged(key: key, value: value)])
    }

    @Test("The day goes round from noon to midnight")
    func dayStart() {
        store.learner.dayStart = 12
        var probe = ScreenProbe(.settings, on: store)
        probe.press("down right")
        #expect(changes.last?.value == "0")
        #expect(probe.text.contains("00:00"))
    }

    @Test("They change this machine's too, and show the value that is in force")
    func machine() {
        var probe = ScreenProbe(.settings, on: store)
        probe.press("G up up up up space")
        #expect(store.machine[.bell] == "on")
        #expect(probe.lines.contains { $0.contains("▸ Bell") && $0.hasSuffix(" on") })
        probe.press("up left")
        #expect(store.machine[.textWidth] == "80")
    }

    @Test("Enter writes the name in place; Enter and Esc both keep it", arguments: ["enter", "esc"])
    func name(key: String) throws {
        var probe = ScreenProbe(.settings, on: store)
        probe.press("enter")
        probe.type("Ada q?u")
        #expect(probe.hints == " ↵ keep   esc back")
        #expect(probe.lines[3].contains("Ada q?u"))
        #expect(changes.isEmpty)
        probe.press(key)
        #expect(changes == [SettingChanged(key: "name", value: "Ada q?u")])
        #expect(probe.lines[3].hasSuffix("Ada q?u"))
        probe.press("enter enter")
        #expect(changes.count == 1, "what did not change is not written")
    }

    @Test("A name that is refused stays in its field")
    func refusedName() {
        var probe = ScreenProbe(.settings, on: store)
        probe.press("enter")
        probe.type("Ada")
        store.refusal = .locked
        probe.press("enter")
        #expect(probe.hints.contains(Refusal.locked.message))
        #expect(probe.lines[3].contains("Ada"))
        store.refusal = nil
        probe.press("enter")
        #expect(probe.lines[3].hasSuffix("Ada"))
    }

    @Test("A change that is refused is told and not shown")
    func refused() {
        var probe = ScreenProbe(.settings, on: store)
        store.refusal = Refusal(message: "config.yaml:1: broken", isRetriable: false)
        probe.press("G up up up up space")
        #expect(probe.hints.contains("config.yaml:1: broken"))
        #expect(probe.lines.contains { $0.contains("▸ Bell") && $0.hasSuffix("off") })
    }

    @Test("u undoes, and what stands then is fetched")
    func undo() {
        var probe = ScreenProbe(.settings, on: store)
        store.undone = UndoneThing(name: "theme")
        store.forget()
        probe.press("u")
        #expect(store.commands == [.undo, .fetch(.settings)])
        #expect(probe.hints == " undone: theme")
    }

    @Test("On a low screen the list scrolls and the explanation stays", arguments: [(40, 10), (200, 60), (41, 12)])
    func sizes(columns: Int, rows: Int) {
        var probe = ScreenProbe(.settings, columns: columns, rows: rows, on: store)
        for _ in 1..<LearnerSetting.allCases.count + MachineSettings.Key.allCases.count {
            #expect(probe.lines.contains { $0.hasPrefix(" ▸ ") })
            let last = probe.lines.dropLast(2).last ?? ""
            #expect(last.hasPrefix("   ") && last.hasSuffix("."), "an explanation is never cut")
            #expect(!probe.lines.dropLast(2).contains { $0.contains("more") })
            probe.press("down")
        }
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ Speak") })
    }

    @Test("A click selects a row, and a click on it changes it")
    func click() {
        var probe = ScreenProbe(.settings, on: store)
        let row = probe.lines.firstIndex { $0.contains("Mouse") } ?? 0
        probe.send(.mouse(Mouse(kind: .press, column: 5, row: row)))
        #expect(probe.lines[row].hasPrefix(" ▸ Mouse"))
        #expect(store.machine[.mouse] == "auto")
        probe.send(.mouse(Mouse(kind: .press, column: 5, row: row)))
        #expect(store.machine[.mouse] == "on")
    }

    @Test("The pointer stays on its row while the density takes blank rows away, here and on Home")
    func density() {
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(rows: 30, on: store)
        probe.press("G enter down down down down down down down space")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ Density") && $0.hasSuffix(" compact") })
        let blanks = probe.lines.count { $0.isEmpty }
        probe.desk.layout = store.machine.layout
        probe.desk.layOut(at: probe.now)
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ Density") })
        #expect(probe.lines.firstIndex { $0 == " This machine" } == 9)
        #expect(probe.lines.count { $0.isEmpty } == blanks)
        probe.press("esc")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ Settings") })
        #expect(probe.lines.firstIndex { $0 == " Library" } == 5)
    }

    @Test("Home leads here by its row and by a comma")
    func fromHome() {
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(on: store)
        probe.press(",")
        #expect(probe.desk.top is SettingsScreen)
        probe.press("esc G enter")
        #expect(probe.desk.top is SettingsScreen)
    }
}
