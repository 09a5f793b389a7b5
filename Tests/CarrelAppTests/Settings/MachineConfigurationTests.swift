import CarrelContent
import CarrelCore
import CarrelStorage
import Glibc
import TestDirectory
import Testing

@testable import CarrelApp

@Suite("The file of this machine's settings")
struct MachineConfigurationTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.file("config.yaml") }

    init() throws { directory = try TemporaryDirectory() }

    private func holding(_ text: String) throws -> MachineConfiguration {
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
        return MachineConfiguration(path: path)
    }

    @Test("What it says is in force")
    func read() throws {
        let machine = try holding("theme: monochrome\nmouse: on\ntextWidth: 72\n")
        #expect(machine.faults.isEmpty)
        #expect(machine.settings.theme == .monochrome && machine.settings.usesMouse(isRemote: true))
        #expect(machine.settings.layout.readableColumns == 72)
    }

    @Test(
        "A fault is one line that names the place and what is allowed, and defaults stand in",
        arguments: [
            ("theme: purple\n", "config.yaml:1: there is no theme \"purple\"; carrel themes lists them"),
            ("theme: [a]\n", "config.yaml:1: theme cannot be that, only a name that carrel themes lists"),
            ("\ntextWidth: 300\n", "config.yaml:2: textWidth cannot be \"300\", only a number from 60 to 120"),
            ("bell: [on]\n", "config.yaml:1: bell cannot be that, only off or on"),
            ("\n\nthem: dark\n", "config.yaml:3: no setting is called \"them\"; did you mean theme?"),
            ("keys: 3\n", "config.yaml:1: keys: expected contexts, each with its actions, as in list: {practise: P}"),
        ])
    func faults(text: String, fault: String) throws {
        let machine = try holding(text)
        #expect(machine.faults == [fault])
        #expect(machine.settings == MachineSettings())
    }

    @Test("A theme is read from its file, changed to another, and both are undone")
    func themes() throws {
        let folder = try ThemeFolder()
        try folder.write("tide")
        var machine = MachineConfiguration(path: path, themes: folder.library)
        try machine.change(.theme, to: "tide", recorded: 0)
        #expect(machine.settings.theme.name == "tide")
        try machine.change(.theme, to: "paper", recorded: 0)
        let again = MachineConfiguration(path: path, themes: folder.library)
        #expect(again.line(of: .theme) == 1)
        #expect(again.settings.theme.name == "paper" && again.settings == machine.settings && again.faults.isEmpty)
        _ = try machine.undo()
        #expect(machine.settings.theme == folder.library.entry(named: "tide")?.theme)
        #expect(machine.themesFacts.inForce == "tide" && machine.themeNames.contains("paper"))
        #expect(throws: ConfigurationFile.Fault.self) { try machine.change(.theme, to: "nowhere", recorded: 0) }
        #expect(machine.settings[.theme] == "tide")
    }

    @Test("A theme's file that is wrong is told with its line, and the default stands in")
    func wrongTheme() throws {
        let folder = try ThemeFolder()
        try folder.write("torn", first: "red")
        _ = try holding("theme: torn\n")
        let machine = MachineConfiguration(path: path, themes: folder.library)
        #expect(
            machine.faults == [
                "config.yaml:1: torn.yaml:3: base00: a colour such as \"#1e2030\" is expected, found \"red\"; "
                    + "the default theme is used"
            ])
        #expect(machine.settings.theme == .terminal && machine.line(of: .theme) == nil)
        #expect(!machine.themeNames.contains("torn"))
    }

    @Test("What is wrong in one line leaves the others in force, and all are told in the order of their lines")
    func rest() throws {
        let machine = try holding("fuzure: [1]\nbell: on\nkeys:\n  list: {practise: P, opn: o}\nmouse: maybe\n")
        #expect(machine.settings.ringsBell)
        #expect(machine.keymap[.list, "practise"] == [.char("P")])
        #expect(machine.line(of: .bell) == 2 && machine.line(of: .mouse) == nil)
        #expect(machine.line(of: "practise", in: .list) == 4)
        #expect(machine.faults.count == 3)
        #expect(zip(machine.faults, [1, 4, 5]).allSatisfy { $0.hasPrefix("config.yaml:\($1): ") }, "\(machine.faults)")
    }

    @Test("A setting that is changed from the desk leaves the chosen keys as they stand")
    func keysStay() throws {
        var machine = try holding("keys:\n  list:\n    practise: [P, f5]  # mine\n")
        try machine.change(.bell, to: "on", recorded: 0)
        let again = MachineConfiguration(path: path)
        #expect(again.faults.isEmpty && again.settings.ringsBell)
        #expect(again.keymap[.list, "practise"] == [.char("P"), .function(5)])
    }

    @Test("A file that is no YAML is told and never written over")
    func broken() throws {
        var machine = try holding("theme: [\n")
        #expect(machine.faults.count == 1)
        #expect(throws: (any Error).self) { try machine.change(.bell, to: "on", recorded: 0) }
        #expect(machine.settings == MachineSettings())
    }

    @Test("A change is there at the next start, and so is its undoing")
    func changed() throws {
        var machine = MachineConfiguration(path: path)
        try machine.change(.theme, to: "monochrome", recorded: 0)
        try machine.change(.bell, to: "on", recorded: 3)
        #expect(MachineConfiguration(path: path).settings == machine.settings)
        #expect(machine.wasChanged(after: 2) && !machine.wasChanged(after: 3))
        let undone = [try machine.undo(), try machine.undo(), try machine.undo()]
        #expect(undone == [.bell, .theme, nil])
        #expect(machine.settings == MachineSettings())
        #expect(MachineConfiguration(path: path).settings == MachineSettings())
    }

    @Test("Undo takes back the learner's and the machine's changes in the order they were made")
    func order() throws {
        let performer = try Library.performer()
        performer.machine = MachineConfiguration(path: path)
        func change(_ key: LearnerSetting, _ value: String) throws {
            let event = JournalEvent.settingChanged(SettingChanged(key: key.rawValue, value: value))
            _ = try performer.perform(.record([NewEvent(event)])).get()
        }
        try change(.name, "Ada")
        _ = try performer.perform(.changeMachine(.theme, to: "monochrome")).get()
        try change(.grades, "two")
        _ = try performer.perform(.changeMachine(.bell, to: "on")).get()
        var undone: [String] = []
        while case .undone(.some(let thing)) = try performer.perform(.undo).get() { undone.append(thing.name) }
        #expect(undone == ["bell", "grades", "theme", "name"])
        #expect(try performer.perform(.fetch(.settings)).get() == .settings(SettingsFacts()))
    }
}
