import Testing

@testable import CarrelCore

@Suite("Lines of several commands")
struct CompoundLineTests {
    private static let scale = ShellCommand(
        match: ["scale <count:number>"],
        outcomes: [ShellCommand.Outcome(set: [.init(key: "deploy.d/web.replicas", value: .text("<count>"))])])

    private func cluster() -> Simulation {
        SimulationFixture.files(
            ["deploy.d/web.replicas": .number(1), "deploy.d/web.image": .text("web:1")],
            shell: SimulationFixture.shell(commands: [Self.scale], settle: ["cluster"]))
    }

    @Test(
        "What is kept is settled, whatever comes of the parts behind it",
        arguments: ["scale 3; nothing", "scale 3 && cat missing", "scale 3; cat missing | wc -l", "scale 3"])
    func settles(line: String) {
        var simulation = cluster()
        let reply = simulation.run(line, on: "A")
        #expect(reply.isAccepted)
        #expect(simulation.state.members(of: "pod", on: "A").count == 3)
    }

    @Test("A line of which nothing was accepted changes nothing", arguments: ["nothing; cat missing", "cat missing"])
    func refused(line: String) { expectNothing(of: line) }

    private func expectNothing(of line: String) {
        var simulation = cluster()
        let before = simulation.state
        #expect(!simulation.run(line, on: "A").isAccepted, "\(line)")
        #expect(simulation.state == before, "\(line)")
    }

    @Test(
        "A line that cannot be read is not begun",
        arguments: ["scale 3; cat |", "scale 3 && ", "scale 3; echo 'a", "scale 3; | wc", "scale 3; cat <"])
    func syntax(line: String) { expectNothing(of: line) }

    @Test(
        "$? says how the last command went",
        arguments: [
            (["echo $?"], "0"), (["cat missing", "echo $?"], "1"), (["cat missing; echo $?"], "1"),
            (["grep x f", "echo $?"], "1"), (["grep one f", "echo $?"], "0"), (["nothing", "echo $?"], "127"),
            (["cat |", "echo $?"], "2"), (["cat missing || echo $?"], "1"),
            (["cat missing", "pwd", "echo \"$?\""], "0"),
            (["cat missing", "echo '$?' ${?}"], "$? 1"),
        ] as [([String], String)])
    func status(lines: [String], said: String) {
        var simulation = SimulationFixture.files()
        var last: [String] = []
        for line in lines { last = simulation.run(line, on: "A").lines }
        #expect(last.last == said)
    }

    @Test(
        "The shell's own language is refused by name",
        arguments: [
            ("for i in 1 2; do echo $i; done", "for"), ("while true; do pwd; done", "while"), ("pwd; if true", "if"),
            ("[ -f f ] && echo yes", "["), ("[[ -f f ]]", "[["), ("(cat f)", "(…)"), ("if (( 1 ))", "if"),
            ("pwd && ! cat f", "!"), ("{ pwd; }", "{"),
        ])
    func language(line: String, word: String) {
        var simulation = SimulationFixture.files()
        #expect(simulation.run(line, on: "A").lines == ["bash: \(word) is beyond this simulated shell"])
    }

    @Test("A word of the shell's language is a word like others behind a command, or in quotes")
    func noLanguage() {
        var simulation = SimulationFixture.files()
        #expect(simulation.run("echo for if [ ! {", on: "A").lines == ["for if [ ! {"])
        #expect(simulation.run("'for'", on: "A").lines != ["bash: for is beyond this simulated shell"])
    }

    @Test("A variable is filled in when its command begins, not when the line is read")
    func variables() {
        var simulation = SimulationFixture.files()
        #expect(simulation.says("cd / && echo $PWD") == ["/"])
        #expect(simulation.says("export N=2; echo \"<$N>\" ${N}x") == ["<2> 2x"])
    }
}
