import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Shells in the catalogue")
struct StoreShellsTests {
    typealias Sample = SampleCatalogue

    private func pack(_ shell: Shell, hash: String = "1") -> Pack {
        Pack(file: Sample.file(shell.id), subject: .shell(shell), subjectHash: hash, questions: [])
    }

    private var base: Shell {
        Shell(
            id: "base", title: "Base", syntax: .arguments, modes: [.init(id: "m", prompt: "$ ")],
            state: ["a": .text("1"), "b": .number(2)],
            commands: [ShellCommand(match: ["hello"], outcomes: [.init(print: "hi")])])
    }

    @Test("A shell is stored, fetched with what it is based on, changed and taken away")
    func lifeCycle() throws {
        let store: Store = try .temporary()
        var shell = Shell(
            id: "own", title: "Own", base: "base", syntax: .arguments, modes: [], state: ["a": .flag(true)],
            commands: [ShellCommand(match: ["bye"], outcomes: [.init(print: "so long")])])
        #expect(try store.load(pack(shell)).shells.added == ["own"])
        #expect(try store.shell("own") == nil)
        #expect(try store.load(pack(base)).shells.added == ["base"])
        #expect(try store.shell("base") == base)

        let whole = try #require(try store.shell("own"))
        #expect(whole.commands.map(\.match) == [["bye"], ["hello"]])
        #expect(whole.state == ["a": .flag(true), "b": .number(2)] && whole.modes == base.modes)
        var simulation = Simulation(
            world: World(
                shell: "own", devices: [.init(id: "d")], goals: [.init(id: "g", when: ["a = 1"])], solution: []),
            shell: whole)
        #expect(simulation.run("hello", on: "d") == .init(lines: ["hi"], isAccepted: true))

        shell.title = "Changed"
        #expect(try store.load(pack(shell, hash: "2")).shells.changed == ["own"])
        #expect(try store.load(pack(shell, hash: "2")).shells.unchanged == 1)
        #expect(try store.catalogueNames().shells.keys.sorted() == ["base", "own"])
        #expect(try store.shell("none") == nil)
    }

    @Test("Shells that are based on each other are none")
    func circle() throws {
        let store: Store = try .temporary()
        var other = base
        (other.id, other.base) = ("other", "base")
        var first = base
        first.base = "other"
        try store.load(pack(first))
        try store.load(pack(other))
        #expect(try store.shell("base") == nil)
    }
}
