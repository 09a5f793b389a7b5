import Testing

@testable import CarrelCore

@Suite("Simulations of any shell and world")
struct GeneratedWorldTests {
    /// Makes texts of the small languages, most of them wrong: deep, long, with numbers of any size.
    private struct Author {
        var random: SplitMix64

        static let names = [
            "a", "m", "x", "deploy.d/w.replicas", "file./f.text", "<a>", "m.<a>.x", "rev-d/w", "cwd", ":s",
        ]
        static let numbers = ["0", "-1", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "4096"]
        static let words = [
            "show", "set", "cat", "ls", "grep", "sed", "du", "tail", "-n", "+-9223372036854775808", "|", ";", "&&", ">",
            "/*",
            "/f", "*", "$?", "'", "\"", "'s/a/aaaaaaaa/g'", "'.+++x'", "-E", "é\u{301}", "\u{0}", "{{a}}", "<<<", "((",
        ]

        mutating func pick(_ texts: [String]) -> String { texts[Int.random(in: 0..<texts.count, using: &random)] }

        mutating func repeated(_ text: String) -> String {
            String(repeating: text, count: [1, 2, 5, 31, 40, 3_000][Int.random(in: 0..<6, using: &random)])
        }

        mutating func condition() -> String {
            let name = pick(Self.names), number = pick(Self.numbers)
            return switch Int.random(in: 0..<8, using: &random) {
            case 0: repeated("(") + name
            case 1: repeated("not ") + name
            case 2: "\(name) < \(number)"
            case 3: repeated("some a in m (") + "a" + repeated(")")
            case 4: "every a in m (every b in m (every c in m (a = b or b != c)))"
            case 5: "\(name) | plus \(number) | times \(number) > \(number)"
            case 6: "a within \"1-\(number)\""
            default: name
            }
        }

        mutating func template() -> String {
            let name = pick(Self.names), number = pick(Self.numbers)
            return switch Int.random(in: 0..<10, using: &random) {
            case 0: repeated("{{when a}}") + repeated("{{end}}")
            case 1: repeated("{{each a in m}}") + "x" + repeated("{{end}}")
            case 2: "{{\(name) | left \(number) | right \(number) | cut \(number) | indent \(number)}}"
            case 3: repeated("{{include f}}")
            case 4: "{{when \(condition())}}x{{else}}y{{end}}"
            case 5: "{{\(repeated("<"))a}}"
            case 6: "{{x | replace \"a\" \"aaaaaaaaaaaaaaaaaaaa\"}}{{x}}"
            case 7: "{{table}}\(repeated("a | b"))\n{{end}}{{json}}\(repeated("["))\n{{end}}"
            case 8: "{{x | hash \(number)}}{{x | zero \(number) | \(name)}}"
            default: "{{\(name)}}\(number)"
            }
        }

        mutating func pattern() -> String {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: "set " + repeated("[")
            case 1: "set " + repeated("[a] [b] ")
            case 2: "set " + repeated("(a|b) ")
            case 3: "set <a:1-\(pick(Self.numbers))> [<x...>]"
            case 4: "set <a...>"
            default: "show [<a>]"
            }
        }

        mutating func state() -> [String: World.Value] {
            var state = SimulationFixture.files
            for number in 0..<Int.random(in: 0...60, using: &random) {
                state["m.\(number).x"] = .text(pick(Self.numbers))
            }
            state["x"] = .text(repeated("a\n"))
            state["deploy.d/w.replicas"] = .text(pick(Self.numbers))
            state["rev-d/w.\(pick(Self.numbers)).template"] = .text("t")
            state["file./f.size"] = .text(pick(Self.numbers))
            state["file.\(repeated("/d")).kind"] = .text("dir")
            state["file./f.mode"] = .text(pick(Self.numbers))
            state["file./l.to"] = .text(repeated("../l/"))
            return state
        }

        mutating func simulation() -> Simulation {
            let commands = (0..<4).map { _ in
                ShellCommand(
                    match: [pattern()], options: ["-a|--all", "-x <x>", "--ids <a>..."],
                    outcomes: [
                        ShellCommand.Outcome(
                            when: condition(), set: [.init(key: pick(Self.names), value: .text(template()))],
                            append: [.init(key: pick(Self.names), value: .text(template()))], print: template()),
                        ShellCommand.Outcome(
                            print: template(), instead: Bool.random(using: &random) ? "m: show {{a}}" : nil),
                    ])
            }
            let shell = SimulationFixture.shell(
                Bool.random(using: &random) ? .arguments : .words, prompt: template(),
                fragments: ["f": template() + template()], commands: commands, settle: ["cluster"])
            return SimulationFixture.simulation(
                shell, state: state(), goals: [World.Goal(id: "g", when: [condition(), condition()])])
        }

        mutating func line() -> String {
            (0..<Int.random(in: 1...8, using: &random)).map { _ in pick(Self.words + Self.numbers) }
                .joined(separator: " ")
        }
    }

    @Test("Reading ends with a fault or a world, running ends, and what is refused changes nothing", arguments: 1...24)
    func anyWorld(seed: UInt64) {
        var author = Author(random: SplitMix64(seed: seed))
        var simulation = author.simulation()
        simulation.stepsLeft = 60_000
        for _ in 0..<25 {
            let line = author.line(), before = simulation.state
            let reply = simulation.run(line, on: "A")
            if !reply.isAccepted, simulation.state != before { Issue.record("\(line): \(reply.lines)") }
            #expect(simulation.state.size <= max(SimulationState.largest, before.size))
        }
        _ = simulation.complete(author.line(), on: "A")
        _ = simulation.help(author.line(), on: "A")
        _ = simulation.prompt(of: "A")
        _ = simulation.grade
        #expect(simulation.entered.count == 25)
    }
}
