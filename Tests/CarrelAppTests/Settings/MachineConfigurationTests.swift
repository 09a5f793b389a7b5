import CarrelCore
import CarrelStorage
import Glibc
import Testing

@testable import CarrelApp

@Suite("The file of this machine's settings")
struct MachineConfigurationTests {
    private let path: String

    init() throws {
        var template = Array("/tmp/carrel-machine-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/config.yaml"
    }

    private func holding(_ text: String) throws -> MachineConfiguration {
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
        return MachineConfiguration(path: path)
    }

    @Test("What it says is in force, and what others wrote in it is passed over")
    func read() throws {
        let machine = try holding("theme: monochrome\nmouse: on\ntextWidth: 72\nfuture: [1]\n")
        #expect(machine.faults.isEmpty)
        #expect(machine.settings.theme == .monochrome && machine.settings.usesMouse(isRemote: true))
        #expect(machine.settings.layout.readableColumns == 72)
    }

    @Test(
        "A fault is one line that names the place and what is allowed, and defaults stand in",
        arguments: [
            ("theme: purple\n", "config.yaml:1: theme cannot be \"purple\", only terminal or monochrome"),
            ("\ntextWidth: 300\n", "config.yaml:2: textWidth cannot be \"300\", only a number from 60 to 120"),
            ("bell: [on]\n", "config.yaml:1: bell cannot be that, only off or on"),
        ])
    func faults(text: String, fault: String) throws {
        let machine = try holding(text)
        #expect(machine.faults == [fault])
        #expect(machine.settings == MachineSettings())
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
