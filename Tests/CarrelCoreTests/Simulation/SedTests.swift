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
            ("-E 's/(.)(.)/\\2\\1/'", ["noe", "wto", "htree"]), ("-E 's/(x)|e/[\\1]/g'", ["on[]", "two", "thr[][]"]),
            ("'s/\\(.\\)\\(.\\)/\\2\\1/g;1q'", ["noe"]), ("-E 's/(.*)(e+)/\\2|\\1/'", ["e|on", "two", "e|thre"]),
            ("-E 's/((n)|e)+/<\\1>/'", ["o<e>", "two", "thr<e>"]), ("-n '/w/{p;q}'", ["two"]),
            ("'/w/{s/w/W/;s/o/O/}'", ["one", "tWO", "three"]), ("'2!{p;d}'", ["one", "two", "three"]),
            ("-n -e '2{' -e p -e '}'", ["two"]), ("'1{2{p}};$d'", ["one", "two"]),
            ("'2a x y'", ["one", "two", "x y", "three"]), ("'2i\\  x'", ["one", "  x", "two", "three"]),
            ("-e '2a x' -e 2d", ["one", "x", "three"]), ("'2c x\\ny'", ["one", "x", "y", "three"]),
            ("'1,2c x'", ["x", "three"]), ("'2,1c x'", ["one", "x", "three"]), ("'1,2!c x'", ["one", "two", "x"]),
            ("-e '$!{2,3c x' -e '}'", ["one", "three"]), ("'y/ot/01/'", ["0ne", "1w0", "1hree"]),
            ("'y/e\\/n/E\\nN/;1q'", ["oNE"]), ("2Q", ["one"]), ("-e '2a x' -e '$!d'", ["x", "three"]),
            ("-e 'p # twice' -e 1q", ["one", "one"]),
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
            ("'s/\\(o\\)/\\2/'", "char 11: invalid reference \\2 on `s' command's RHS"),
            ("-E 's/(o)\\1/x/'", "char 10: back-references are beyond this simulation"),
            ("-E 's/(o)\\2/x/'", "char 10: Invalid back reference"),
            (
                "1n",
                "char 2: `n' is beyond this simulated sed; it knows s y p d q Q a i c = { } behind lines and patterns"
            ),
            ("'{p'", "char 0: unmatched `{'"), ("'{p;}}'", "char 5: unexpected `}'"),
            ("'2{p}p'", "char 5: extra characters after command"), ("'1!!p'", "char 3: multiple `!'s"),
            ("'1}'", "char 2: unexpected `}'"), ("y/ab/x/", "char 7: strings for `y' command are different lengths"),
            ("y/ab/x", "char 6: unterminated `y' command"), ("1a", "char 2: expected \\ after `a', `c' or `i'"),
            ("1,2q", "char 4: command only uses one address"),
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
