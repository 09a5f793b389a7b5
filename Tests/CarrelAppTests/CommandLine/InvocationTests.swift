import Testing

@testable import CarrelApp

@Suite("What is asked of the program")
struct InvocationTests {
    private func parse(_ line: String) throws(UsageError) -> Invocation {
        try Invocation(parsing: line.split(separator: " ").map(String.init))
    }

    @Test(
        "A good line is understood",
        arguments: [
            ("", Invocation(command: "")),
            ("practice networking", Invocation(command: "practice", operands: ["networking"])),
            (
                "practice networking/dns --count 5",
                Invocation(command: "practice", operands: ["networking/dns"], options: ["--count": "5"])
            ),
            ("--count=5 practice x", Invocation(command: "practice", operands: ["x"], options: ["--count": "5"])),
            ("resume", Invocation(command: "resume")), ("resume s1", Invocation(command: "resume", operands: ["s1"])),
            ("load a b c --json", Invocation(command: "load", operands: ["a", "b", "c"], options: ["--json": ""])),
            ("lint --fix", Invocation(command: "lint", options: ["--fix": ""])),
            ("lint -- --odd -x", Invocation(command: "lint", operands: ["--odd", "-x"])),
            ("lint -", Invocation(command: "lint", operands: ["-"])),
            ("doctor --rebuild --db f.db", Invocation(command: "doctor", options: ["--rebuild": "", "--db": "f.db"])),
            ("--db=a=b", Invocation(command: "", options: ["--db": "a=b"])),
            ("-h", Invocation(command: "", options: ["--help": ""])),
            ("practice --help", Invocation(command: "practice", options: ["--help": ""])),
            (
                "--ascii --no-color --data d",
                Invocation(command: "", options: ["--ascii": "", "--no-color": "", "--data": "d"])
            ),
        ])
    func good(line: String, expected: Invocation) throws { #expect(try parse(line) == expected) }

    @Test(
        "A bad line is answered with what was expected",
        arguments: [
            ("practise x", "unknown command \"practise\", did you mean practice?; see carrel --help"),
            ("frobnicate", "unknown command \"frobnicate\"; see carrel --help"),
            ("--asci", "unknown option \"--asci\", did you mean --ascii?; see carrel --help"),
            ("load --fix", "unknown option \"--fix\"; see carrel --help"),
            ("--fix load", "--fix is not an option of \"load\""), ("--json", "--json is not an option of \"carrel\""),
            ("practice", "ID is missing: carrel practice ID"),
            ("practice a b", "\"b\" is one operand too many: carrel practice ID"),
            ("resume a b", "\"b\" is one operand too many: carrel resume [SESSION]"),
            ("doctor x", "\"x\" is one operand too many: carrel doctor"),
            ("-- x", "\"x\" is one operand too many: carrel"),
            ("practice x --count", "--count needs a value: --count N"),
            ("--db=", "--db needs a value: --db FILE"), ("--ascii=yes", "--ascii takes no value"),
            ("-x", "unknown option \"-x\"; see carrel --help"),
        ])
    func bad(line: String, message: String) {
        #expect(throws: UsageError(message)) { try parse(line) }
    }

    @Test("An empty command is unknown too")
    func emptyCommand() {
        #expect(throws: UsageError("unknown command \"\"; see carrel --help")) { try Invocation(parsing: [""]) }
    }
}
