import CarrelStorage
import Testing

@Suite("Wrong use of the command line")
struct CommandLineTests {
    /// Arguments that are wrong, and what the one line about them has to say.
    struct Misuse: CustomTestStringConvertible, Sendable {
        var arguments: [String]
        var says: [String]

        var testDescription: String { (["carrel"] + arguments).joined(separator: " ") }

        init(_ arguments: String..., says: [String]) {
            self.arguments = arguments
            self.says = says
        }
    }

    @Test(
        "Is answered in one line that says what was expected, with exit status 2",
        arguments: [
            Misuse("--hepl", says: ["unknown option \"--hepl\"", "did you mean --help?"]),
            Misuse("practise", says: ["unknown command \"practise\"", "did you mean practice?"]),
            Misuse("frobnicate-everything", says: ["unknown command", "see carrel --help"]),
            Misuse("practice", says: ["ID is missing", "carrel practice ID"]),
            Misuse("practice", "networking", "--count", "many", says: ["--count many", "1 to 10000"]),
            Misuse("manual", "--json", says: ["unknown option \"--json\""]),
            Misuse("--json", "manual", says: ["--json is not an option of \"manual\""]),
            Misuse("doctor", "extra", says: ["\"extra\" is one operand too many"]),
            Misuse("lint", "/no/such/pack.yaml", says: ["/no/such/pack.yaml: no such file"]),
            Misuse("load", "/no/such/packs", says: ["/no/such/packs: no such directory"]),
            Misuse("lint", "--data", "/no/such/data", says: ["--data /no/such/data"]),
            Misuse("doctor", "--db", "/tmp", says: ["/tmp"]),
            Misuse("doctor", "--db", "/etc/passwd", says: ["/etc/passwd"]),
            Misuse("resume", says: ["no session to go on with", "carrel practice ID"]),
            Misuse("practice", "netwroking", says: ["did you mean networking?"]),
            Misuse("merge", "/no/such/file", says: ["/no/such/file cannot be read"]),
            Misuse("restore", "/etc/passwd", says: ["/etc/passwd is not a SQLite database"]),
        ])
    func misuse(misuse: Misuse) throws {
        let output = try Learner().runs(misuse.arguments)
        #expect(output.status == 2)
        #expect(output.lines.count == 1, "\(output.text)")
        #expect(output.text.hasPrefix("carrel: "))
        for words in misuse.says { #expect(output.text.contains(words), "\(output.text)") }
    }

    @Test("In a terminal an unknown topic or session is said before the screen is taken")
    func misuseInTerminal() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal(columns: 200)
        func says(_ words: String, _ line: String) throws {
            let lines = try app.prints("\(line); echo status $?")
            #expect(lines.count == 2, "\(lines)")
            #expect(lines.first?.contains(words) == true, "\(lines)")
            #expect(lines.last == "status 2")
        }
        try says("did you mean networking?", Learner.commandLine("practice netwroking"))
        try says("did you mean networking/dns?", Learner.commandLine("practice networking/dsn"))
        try says("no session to go on with", Learner.commandLine("resume"))
        try says("no such session", Learner.commandLine("resume 01ARZ3NDEKTSV4RRFFQ69G5FAV"))
    }

    @Test("Help and version are printed without a terminal and without a file")
    func help() throws {
        let learner = try Learner()
        let help = try learner.runs("--help")
        #expect(help.status == 0)
        for word in ["practice", "resume", "load", "lint", "doctor", "Exit status"] {
            #expect(help.text.contains(word))
        }
        let version = try learner.runs("--version")
        #expect(version.status == 0)
        #expect(version.lines.count == 1)
        #expect(!TextFile.exists(learner.home + "/data/carrel/carrel.db"))
    }

    @Test("Every command says how it is used, from wherever --help stands and whatever is missing")
    func helpOfEach() throws {
        let learner = try Learner()
        let commands = try learner.commands()
        #expect(Set(["practice", "resume", "list", "show", "search", "stats", "load", "lint"]).isSubset(of: commands))
        for command in commands {
            let help = try learner.runs(command, "--help")
            #expect(help.status == 0)
            #expect(help.text.hasPrefix("Usage: carrel \(command)"), "\(help.text)")
            #expect(help.text.contains("--profile NAME"))
            #expect(try learner.runs("--help", command).text == help.text)
            #expect(try learner.runs(command, "-h").text == help.text)
        }
    }

    @Test("Exit statuses are those that the help names")
    func statuses() throws {
        let learner = try Learner()
        func status(_ arguments: String...) throws -> Int32 { try learner.runs(arguments).status }
        #expect(try status("load") == 0)
        #expect(try status("doctor") == 0)
        #expect(try status("search", "port") == 0)
        #expect(try status("search", "nothing-has-this-word") == 1)
        #expect(try status("show", "no-such-question") == 2)
        #expect(try status("search", "kind:nonsense") == 2)
        try learner.addsPack("channel: [", as: "channels/broken.yaml")
        #expect(try status("load") == 1)
        #expect(try status("lint", learner.home + "/data/carrel/packs") == 1)
        #expect(try status("list", "channels") == 0, "a broken pack keeps nothing else from being listed")
        let damaged = try learner.runsLine(
            "dd if=/dev/urandom of=data/carrel/carrel.db bs=4096 seek=1 count=20 conv=notrunc 2> /dev/null; ./carrel stats"
        )
        #expect(damaged.status == 3, "\(damaged.text)")
        #expect(damaged.text.hasPrefix("carrel: "))
    }

    @Test("The manual is the same every time, and the page of every command")
    func manual() throws {
        let learner = try Learner()
        let page = try learner.runs("manual")
        #expect(page.status == 0)
        #expect(try learner.runs("manual").text == page.text)
        for command in try learner.commands() { #expect(page.text.contains("\n.B carrel \(command)")) }
    }
}
