import Testing

@testable import CarrelCore

@Suite("sed")
struct SedTests {
    @Test(
        "Lines and patterns are meant as GNU's sed means them",
        arguments: [
            ("-n 5p", []), ("5d", ["one", "two", "three"]), ("-n '2,$p'", ["two", "three"]), ("'$d'", ["one", "two"]),
            ("-n 2,1p", ["two"]), ("-n 2,9p", ["two", "three"]), ("2,9d", ["one"]), ("-n '$p'", ["three"]),
            ("'$!d'", ["three"]), ("-n '/two/,$p'", ["two", "three"]), ("-n '/one/,/t/p'", ["one", "two"]),
            ("-n '/o/,1p'", ["one", "two"]), ("-n 1~2p", ["one", "three"]), ("-n 2,+1p", ["two", "three"]),
            ("0,/o/d", ["two", "three"]), ("'s/[^o]//g'", ["o", "o", ""]), ("2q", ["one", "two"]), ("-n '$='", ["3"]),
            ("'1d;s/t/T/'", ["Two", "Three"]),
            ("-e 1d -e 's/t/T/'", ["Two", "Three"]), ("2s/t/T/", ["one", "Two", "three"]),
            ("'s/e/E/2'", ["one", "two", "threE"]), ("-n s/o/0/gp", ["0ne", "tw0"]),
            ("'s/[/e]/-/'", ["on-", "two", "thr-e"]),
            ("'s|t|a/b|'", ["one", "a/bwo", "a/bhree"]), ("'s/t/\\//'", ["one", "/wo", "/hree"]),
            ("'s/.*/<&\\&>/'", ["<one&>", "<two&>", "<three&>"]), ("'s/x*/-/g;1q'", ["-o-n-e-"]),
            ("'s/n*/-/g;1q'", ["-o-e-"]), ("'/one/d;='", ["2", "two", "3", "three"]),
        ])
    func lines(script: String, said: [String]) {
        var simulation = SimulationFixture.files()
        #expect(simulation.says("sed \(script) f") == said)
    }

    @Test(
        "A script that is none, or asks for more, is refused",
        arguments: [
            ("5", "char 1: missing command"), ("'3,p'", "char 3: unexpected `,'"),
            ("k", "char 1: unknown command: `k'"),
            ("s/a/b/k", "char 7: unknown option to `s'"), ("s/a/b", "char 5: unterminated `s' command"),
            ("/a", "char 2: unterminated address regex"), ("'p x'", "char 3: extra characters after command"),
            ("0p", "char 2: invalid usage of line address 0"),
            (
                "'s/\\(o\\)/\\1/'",
                "char 11: `\\1' is beyond this simulated sed; it knows s, p, d, q and = behind lines and patterns"
            ),
            ("y/a/b/", "char 1: `y' is beyond this simulated sed; it knows s, p, d, q and = behind lines and patterns"),
        ])
    func refused(script: String, said: String) {
        var simulation = SimulationFixture.files()
        #expect(simulation.says("sed \(script) f") == ["sed: -e expression #1, " + said])
    }

    @Test(
        "A suffix behind -i is refused, and a file changed in its place", arguments: ["-i.bak", "-in", "--in-place=~"])
    func suffix(option: String) {
        var simulation = SimulationFixture.files()
        #expect(!simulation.run("sed \(option) s/o/0/ f", on: "A").isAccepted)
        #expect(simulation.says("sed -i -n 2p f", "cat f") == ["two"])
    }
}
