import Testing

@testable import CarrelCore

@Suite("Hostile numbers of a world")
struct HostileStateTests {
    private static let huge = World.Value.number(.max)

    @Test(
        "Sizes of any number are added up",
        arguments: [
            "du", "du -h", "du -a", "du -sh f g", "du -s /", "s3ls s3://b", "s3ls s3://b --summarize --recursive",
        ])
    func sizes(line: String) {
        var simulation = SimulationFixture.files([
            "file./home/g.text": .text("x"), "file./home/f.size": Self.huge, "file./home/g.size": Self.huge,
            "file./home.size": .number(.min), "bucket.b.created": .text("x"), "object.b/x.text": .text("x"),
            "object.b/x.size": Self.huge, "object.b/y.text": .text("y"), "object.b/y.size": Self.huge,
            "object.b/z.text": .text("z"), "object.b/z.size": .number(.min),
        ])
        #expect(simulation.run(line, on: "A").isAccepted)
    }

    @Test("Revisions of any number have a next one", arguments: [Int.max, .min, 0])
    func revisions(number: Int) {
        let scale = ShellCommand(
            match: ["image <name>"],
            outcomes: [ShellCommand.Outcome(set: [.init(key: "deploy.default/web.image", value: .text("<name>"))])])
        var simulation = SimulationFixture.files(
            [
                "deploy.default/web.replicas": Self.huge, "deploy.default/web.image": .text("x"),
                "rev-default/web.\(number).template": .text("x"),
            ], shell: SimulationFixture.shell(commands: [scale], settle: ["cluster"]))
        for image in ["a", "b", "c"] { #expect(simulation.run("image \(image)", on: "A").isAccepted) }
        #expect(simulation.state.members(of: "pod", on: "A").count == 100)
    }

    @Test(
        "Filters take numbers of any size",
        arguments: ["left", "right", "zero", "cut", "indent", "plus", "times", "hash", "spans", "with", "without"])
    func filters(name: String) {
        for number in ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "0"] {
            let print = ShellCommand(
                match: ["show"],
                outcomes: [
                    ShellCommand.Outcome(print: "{{\"9223372036854775807\" | \(name) \"\(number)\"}}{{n | \(name) n}}")
                ])
            var simulation = SimulationFixture.files(
                ["n": .text(number)], shell: SimulationFixture.shell(commands: [print]))
            _ = simulation.run("show", on: "A")
        }
    }

    @Test("A file of any depth is left out, not followed")
    func paths() {
        let deep = String(repeating: "/a", count: 50_000)
        var simulation = SimulationFixture.files(["file.\(deep).text": .text("x"), "file.\(deep).kind": .text("file")])
        #expect(simulation.run("find / ; ls -R /; du /; rm -rf /home; cp -r / /tmp", on: "A").lines.isEmpty == false)
    }

    @Test("A key of a file that names nothing of it makes no file")
    func keys() {
        for key in ["file./etc", "file./", "file./.", "file./.text", "file.//", "file./a/", "file./é.text"] {
            var simulation = SimulationFixture.files([key: .text("x")])
            #expect(simulation.says("cat f") == ["one", "two", "three"], "\(key)")
            _ = simulation.run("find / ; ls -R / ; du -a /", on: "A")
        }
    }

    @Test("A cluster of too many Deployments begins without settling without end")
    func cluster() {
        var state: [String: World.Value] = [:]
        for number in 0..<2_000 { state["deploy.default/w\(number).replicas"] = .number(0) }
        var simulation = SimulationFixture.files(state, shell: SimulationFixture.shell(settle: ["cluster"]))
        #expect(simulation.run("pwd", on: "A").lines == HostileLineTests.tooMuch)
    }

    @Test(
        "A template that prints nothing without end, and conditions over everything, are refused",
        arguments: [
            "{{include loop}}", "{{include wide}}{{include wide}}",
            "{{each a in m}}{{each b in m}}{{each c in m}}{{each d in m}}{{end}}{{end}}{{end}}{{end}}",
            "{{when every a in m (every b in m (every c in m (every d in m (a = a))))}}x{{end}}",
            "{{when some a in m (some b in m (some c in m (some d in m (\"1\" = \"2\"))))}}x{{end}}",
            "{{json}}{{\"[\" | zero 1000 | replace \"0\" \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\" | replace \"[\" \"[[[[[[[[[[\"}}{{end}}",
            "{{\"a\" | zero 1000 | replace \"0\" \"aaaaaaaaaaaaaaaaaaaa\" | replace \"a\" \"bbbbbbbbbbbbbbbbbbbb\" | replace \"b\" \"cccccccccccccccccccc\"}}",
            "{{lines | indent 1000 | indent 1000}}",
        ])
    func rendering(template: String) {
        let print = ShellCommand(match: ["show"], outcomes: [ShellCommand.Outcome(print: template)])
        var state: [String: World.Value] = ["lines": .text(String(repeating: "\n", count: 60_000))]
        for number in 0..<60 { state["m.\(number).x"] = .text("y") }
        let body = String(repeating: "{{include loop}}", count: 50)
        let shell = SimulationFixture.shell(
            fragments: ["loop": body, "wide": "{{each a in m}}{{each b in m}}{{include loop}}{{end}}{{end}}"],
            commands: [print])
        var simulation = SimulationFixture.files(state, shell: shell)
        simulation.stepsLeft = 20_000
        #expect(simulation.run("show", on: "A").lines == HostileLineTests.tooMuch)
    }

    @Test("A goal over everything is not reached, and a prompt ends")
    func goals() {
        var state: [String: World.Value] = [:]
        for number in 0..<60 { state["m.\(number).x"] = .text("y") }
        let body = String(repeating: "{{include loop}}", count: 50)
        let simulation = SimulationFixture.simulation(
            SimulationFixture.shell(prompt: "{{include loop}}$ ", fragments: ["loop": body]), state: state,
            goals: [
                World.Goal(
                    id: "g",
                    when: ["not some a in m (some b in m (some c in m (some d in m (some e in m (\"1\" = \"2\")))))"])
            ])
        #expect(simulation.goalsReached == [])
        #expect(simulation.prompt(of: "A").utf8.count < 65_536)
    }
}
