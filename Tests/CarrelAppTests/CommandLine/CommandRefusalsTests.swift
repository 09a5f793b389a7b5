import Testing

@testable import CarrelApp
@testable import CarrelStorage

/// Commands as they are run on a machine that has nothing of Carrel's.
@Suite("Commands that cannot do what they were asked")
struct CommandRefusalsTests {
    private func run(_ words: String, home: String?) throws -> Int32 {
        let invocation = try Invocation(parsing: words.split(separator: " ").map(String.init))
        let places = Places(invocation, environment: home.map { ["HOME": $0] } ?? [:], executable: nil) { _ in false }
        return try CommandLineEntry.command(invocation.command).init(invocation, places).run()
    }

    private static let noFile = "/nowhere/carrel.db: no such file; carrel makes it when it is first started"

    @Test(
        "What is wrong, and what is expected, is said in one line",
        arguments: [
            ("backup --db /nowhere/carrel.db", noFile), ("doctor --db /nowhere/carrel.db", noFile),
            ("export all --db /nowhere/carrel.db", noFile), ("show q1 --db /nowhere/carrel.db", noFile),
            ("search dns --db /nowhere/carrel.db", noFile), ("list sessions --db /nowhere/carrel.db", noFile),
            ("restore copy.db", "no place for the learner's file: set HOME, or name a file with --db"),
            ("config", "there is no place for config.yaml: set HOME or XDG_CONFIG_HOME"),
            ("lint --data /nowhere", "no packs found in /nowhere: carrel lint PATH"),
            ("lint /nowhere", "/nowhere: no such file or directory"),
            ("list channels --in dns", "--in goes with carrel list questions"),
        ])
    func refused(words: String, message: String) {
        #expect(throws: UsageError(message)) { try run(words, home: nil) }
    }

    @Test("A question that is nowhere, words that cannot be searched for and a limit that is none are wrong use")
    func nowhere() {
        for words in ["show no-such-question", "search kind:nothing", "list questions --limit none"] {
            #expect(throws: UsageError.self, "\(words)") { try run(words, home: "/nowhere") }
        }
    }

    @Test("What a copy holds is counted, with the last thing done in it")
    func contents() {
        var contents = BackupContents(schemaVersion: 1, entries: 3, answers: 1, sessions: 2)
        #expect(BackupCommand.words(contents) == "1 answer in 2 sessions")
        contents.lastEntry = .init(milliseconds: 1_780_000_000_000)
        #expect(BackupCommand.words(contents).hasPrefix("1 answer in 2 sessions, the last thing done at 2026-05-2"))
    }
}
