import Testing

@testable import CarrelCore

@Suite("Hostile lines")
struct HostileLineTests {
    static let tooMuch = ["too much for this simulated shell"]

    @Test(
        "A line that asks for too much is refused, and changes nothing",
        arguments: [
            "ls /*/../*/../*/../*/../*/../*/../*/../*/../*/../*",
            "cat f" + String(repeating: " | sed 's/[a-z]/aaaaaaaaaa/g'", count: 9),
            "cat f | sed 's/.*/&&&&&&&&&&/' | sed 's/.*/&&&&&&&&&&/' | sed 's/.*/&&&&&&&&&&/' | sed 's/.*/&&&&&&&&&&/'"
                + " | sed 's/.*/&&&&&&&&&&/'", "cat" + String(repeating: " long", count: 100),
            "touch kept; cat" + String(repeating: " long", count: 100),
        ])
    func tooMuch(line: String) {
        var simulation = SimulationFixture.files(
            Dictionary(uniqueKeysWithValues: (0..<30).map { ("file./d\($0)/f.text", World.Value.text("x")) }))
        simulation.stepsLeft = 50_000
        let before = simulation.state
        let reply = simulation.run(line, on: "A")
        #expect(reply.lines == Self.tooMuch && !reply.isAccepted)
        let isSame = simulation.state == before
        #expect(isSame)
    }

    @Test(
        "Numbers of any size are taken or refused",
        arguments: [
            "tail -n +-9223372036854775808 f", "tail -n +9223372036854775807 f", "tail -n -9223372036854775808 f",
            "tail --lines=+99999999999999999999 f", "head -n -9223372036854775808 f", "head --9223372036854775808 f",
            "head -9223372036854775808 f", "head -n 99999999999999999999 f", "head -c -9223372036854775808 f",
            "tail -+5 f", "cut -c 9223372036854775807- f", "cut -c -9223372036854775808 f",
            "cut -f 1-9223372036854775807 f", "cut -c 99999999999999999999 f", "sort -k 9223372036854775807 f",
            "sort -k 1,9223372036854775807 f", "sort -n -k 99999999999999999999 f", "chmod 9223372036854775807 f",
            "chmod -9223372036854775808 f", "chmod 777777777777777777777777 f", "mkdir -m -7 x", "mkdir -m 99999 x",
            "find . -size +9223372036854775807k", "find . -size -9223372036854775807M",
            "find . -size 99999999999999999999",
            "find . -perm -777777777777777777777777", "find . -maxdepth -9223372036854775808",
            "find . -mindepth 9223372036854775807", "du -d -9223372036854775808", "du -d 9223372036854775807",
            "sed 9223372036854775807p f", "sed 1,9223372036854775807d f", "sed -9223372036854775808p f",
            "grep -m -9223372036854775808 o f", "grep -m 9223372036854775807 o f", "grep -E 'o{9223372036854775807}' f",
            "grep -E 'o{99999999999999999999,}' f", "grep -E 'o{5,2}' f", "grep -E 'o{-5}' f",
            "kill -9223372036854775808 1",
            "kill -9 9223372036854775807", "kill 99999999999999999999", "killall -9223372036854775808 x",
            "!9223372036854775807", "!-9223372036854775808", "!99999999999999999999", "!-0",
            "stat -c %9223372036854775807s f", "stat -c %-099999999999999999999a% f",
        ])
    func numbers(line: String) {
        var simulation = SimulationFixture.files()
        let before = simulation.state
        if !simulation.run(line, on: "A").isAccepted { #expect(simulation.state == before, "\(line)") }
    }

    @Test(
        "head and tail take what GNU's take",
        arguments: [
            ("head -n 2 f", ["one", "two"]), ("head -n -1 f", ["one", "two"]), ("tail -n 1 f", ["three"]),
            ("tail -n +2 f", ["two", "three"]), ("tail -n -1 f", ["three"]), ("tail -n +0 f", ["one", "two", "three"]),
            ("head -n +1 f", ["one"]), ("head -n x f", ["head: invalid number of lines: 'x'"]),
            ("tail -n +-1 f", ["tail: invalid number of lines: '+-1'"]),
            ("head -n 99999999999999999999 f", ["one", "two", "three"]), ("head -2 f", ["one", "two"]),
        ])
    func parts(line: String, said: [String]) {
        var simulation = SimulationFixture.files()
        #expect(simulation.says(line) == said)
    }

    @Test("A line has at most 1,000 characters, and at most 2,000 are run; others are not kept")
    func lengths() {
        var simulation = SimulationFixture.files()
        let long = "echo " + String(repeating: "x", count: 995)
        #expect(simulation.run(long, on: "A").isAccepted)
        #expect(!simulation.run(long + "x", on: "A").isAccepted)
        #expect(!simulation.run("e" + String(repeating: "\u{301}", count: 100_000), on: "A").isAccepted)
        #expect(simulation.entered.count == 1)
        for _ in 1..<2_000 { _ = simulation.run("pwd", on: "A") }
        #expect(simulation.entered.count == 2_000)
        let last = simulation.run("pwd", on: "A")
        #expect(!last.isAccepted && last.lines.count == 1)
        #expect(simulation.entered.count == 2_000)
        var again = SimulationFixture.files()
        again.replay([SimulationEntry](repeating: SimulationEntry(device: "A", command: "pwd"), count: 3_000))
        #expect(again.entered.count == 2_000)
    }

    @Test("A line that is made longer by the history than a line may be is refused, and not kept in it")
    func history() {
        var simulation = SimulationFixture.files()
        _ = simulation.says("echo " + String(repeating: "x", count: 900))
        let again = simulation.run(String(repeating: "!!", count: 500), on: "A")
        #expect(!again.isAccepted && again.lines == ["a line has at most 1000 characters here"])
        #expect(simulation.says("history | wc -l") == ["2"])
    }

    @Test("A copy into a link that leads back ends")
    func copies() {
        var simulation = SimulationFixture.files()
        _ = simulation.says("mkdir -p /d/a/b", "ln -s /d/a /d/l")
        #expect(!simulation.run("cp -r /d/a /d/l/x", on: "A").isAccepted)
    }

    @Test("Directories are as deep as a path may be long")
    func depth() {
        var simulation = SimulationFixture.files()
        let down = "mkdir -p " + String(repeating: "a/", count: 60)
        _ = simulation.says(down)
        #expect(
            simulation.says(down + "a/a/a/a/a/a") == [
                "mkdir: cannot create directory '\(down.dropFirst(9))a/a/a/a/a/a': File name too long"
            ])
    }

    @Test("What a world keeps grows no further than it may")
    func growth() {
        let double = ShellCommand(
            match: ["double"],
            outcomes: [ShellCommand.Outcome(set: [.init(key: "x", value: .text("{{x}}{{x}}"))])])
        var simulation = SimulationFixture.files(["x": .text("xx")], shell: SimulationFixture.shell(commands: [double]))
        for _ in 0..<40 { _ = simulation.run("double; cp f f2; echo $x", on: "A") }
        #expect((simulation.state.value(of: "x", on: "A") ?? "").utf8.count <= 65_536)
        for _ in 0..<40 { _ = simulation.run("export A=\"$A$A$A$A$A$A$A$A$A$A$A.\"", on: "A") }
        #expect((simulation.state.value(of: "env.A", on: "A") ?? "").utf8.count <= 65_536)
    }
}
