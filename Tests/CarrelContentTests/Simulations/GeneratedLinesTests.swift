@testable import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Simulations under any line")
struct GeneratedLinesTests {
    @Test("Whatever is typed, nothing traps, and what is refused changes nothing", arguments: ShellFixture.names)
    func anyLine(name: String) throws {
        let shell = try ShellFixture.shell(name)
        let words =
            Array(Set(shell.commands.flatMap { $0.match.flatMap { $0.split(separator: " ").map(String.init) } }))
            .sorted() + [
                "g0/1", "10.0.0.1", "255.255.255.0", "-n", "--replicas=3", "|", ">", ">>", "/home/ada/x", "'", "\"",
                "$HOME",
                "-rf", "*", "../..", "web", "s3://b/k", "<", "é", "\u{1F600}", "--", "1-4", "99999999999999999999",
                "{{x}}", ";", "&&", "||", "$?", "${?}", "/*/../*/../*", "'a{50}{50}{50}'", "'.+++++x'", "-E",
                "'s/a/aaaaaaaaaa/g'", "+-9223372036854775808", "-9223372036854775808", "9223372036854775807",
                "--replicas=9223372036854775807", "((((", "[[[[", "<<<<", String(repeating: "x", count: 600),
                "1-9223372036854775807", "g0/1-999,g0/1-999,g0/1-999", "2>&1", "/dev/null", "sudo",
                "!!", "!-2", "!$", "!k", "web-",
            ]
        var random = SplitMix64(state: fnv1a64(name))
        var simulation = try ShellFixture.simulation(name, files: "{/home/ada/x: {owner: ada, text: hello}}")
        for _ in 0..<400 {
            let count = Int.random(in: 1...7, using: &random)
            let line = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
                .joined(separator: " ")
            let before = simulation
            let reply = simulation.run(line, on: "A")
            if !reply.isAccepted, simulation.state != before.state { Issue.record("\(line): \(reply.lines)") }
            _ = simulation.help(line, on: "A")
            _ = simulation.complete(line, on: "A")
            _ = simulation.prompt(of: "A")
        }
        var again = try ShellFixture.simulation(name, files: "{/home/ada/x: {owner: ada, text: hello}}")
        again.replay(simulation.entered)
        #expect(again.state == simulation.state && again.entered == simulation.entered)
    }

    @Test("Every command of every shell is reached by its own words", arguments: ShellFixture.names)
    func reachable(name: String) throws {
        let shell = try ShellFixture.shell(name)
        let least = ["ios": 100, "posix": 60, "kubectl": 100, "aws": 100]
        #expect(shell.commands.count >= least[name] ?? 0)
        #expect(SimulationProof.problems(of: shell, whole: shell) == [])
        let unreached = try ShellFixture.simulation(name).unreachedPatterns()
        #expect(unreached == [])
    }

    @Test("Another device than those of the world, and none, are refused")
    func devices() throws {
        var simulation = try ShellFixture.simulation("posix")
        #expect(!simulation.run("ls", on: "B").isAccepted)
        #expect(!simulation.run("ls", on: "").isAccepted)
        #expect(simulation.prompt(of: "B").isEmpty == false)
    }
}
