import Testing

@testable import CarrelCore

@Suite("Variables and redirections of the shell")
struct ShellVariableTests {
    @Test(
        "A line of the shell",
        arguments: [
            ("x=5; echo $x", ["5"]), ("x=5 echo \"<$x>\"; echo \"<$x>\"", ["<>", "<>"]),
            ("x='a b'; export x; echo $x", ["a b"]), ("echo x=5", ["x=5"]), ("1x=5", ["1x=5: not understood"]),
            ("cat <<< 'one two'", ["one two"]), ("grep -c o <<< one", ["1"]),
            ("cat << EOF", ["bash: << is beyond this simulated shell"]),
            ("cat nope 2>&1 | grep -c such", ["1"]), ("cat nope f 2> err; cat err", Self.cut),
            ("cat nope > out 2>&1; cat out", ["cat: nope: No such file or directory"]),
            ("cat nope &> out; cat out; echo $?", ["cat: nope: No such file or directory", "0"]),
            ("cat nope f 2>/dev/null | wc -l", ["3"]), ("cat nope 2> /dev/null; echo $?", ["1"]),
            ("echo a >> out; echo b >> out; cat out", ["a", "b"]), ("> empty; wc -c empty", ["0 empty"]),
            ("ls > out; cat out", ["f", "long", "out"].filter { $0 != "out" }), ("echo a 1>&2", ["a"]),
            ("grep x nope; echo $?", ["grep: nope: No such file or directory", "2"]),
            ("grep one nope f; echo $?", ["f:one", "grep: nope: No such file or directory", "2"]),
            ("grep -q one nope f; echo $?", ["0"]), ("grep -s one nope; echo $?", ["2"]),
            ("ls nope; echo $?", ["ls: cannot access 'nope': No such file or directory", "2"]),
            ("sed p nope; echo $?", ["sed: can't read nope: No such file or directory", "2"]),
            ("wc -l nope f", [" 3 f", " 3 total", "wc: nope: No such file or directory"]),
            (
                "head -n 1 nope f",
                ["==> f <==", "one", "head: cannot open 'nope' for reading: No such file or directory"]
            ),
        ] as [(String, [String])])
    func lines(line: String, said: [String]) {
        var simulation = SimulationFixture.files()
        #expect(simulation.says(line) == said, "\(line)")
    }

    private static let cut = ["one", "two", "three", "cat: nope: No such file or directory"]
}
