import CarrelCore
import CarrelStorage
import Glibc

/// Kills the program at random moments of a learner's work, and looks each time whether all is there that the screen
/// had said is kept: `make soak`.
struct Soak {
    private let program: Program
    private let rounds: Int
    private let seed: UInt64
    private let directory: TemporaryDirectory
    /// Rounds on one file; then a new one is begun, with a first start.
    private static let roundsAFile = 25
    /// The latest moment, in milliseconds after the start.
    private static let longest: Int64 = 1_500

    /// - Parameter place: A directory on the disk that matters.
    init(of path: String, rounds: Int, seed: UInt64, in place: String) throws {
        self.rounds = rounds
        self.seed = seed
        directory = try TemporaryDirectory(in: place)
        program = Program(
            path: path, database: directory.path + "/carrel.db", packs: directory.path + "/packs",
            home: directory.path + "/home")
        for folder in ["home", "packs", "packs/channels"] where mkdir("\(directory.path)/\(folder)", 0o755) != 0 {
            throw BenchError.system("cannot make \(folder)")
        }
        try TextFile.write(Self.pack, to: program.packs + "/channels/soak.yaml")
    }

    /// - Returns: Whether nothing was lost.
    func run() throws -> Bool {
        Report.print("kill -9 at \(rounds) random moments, seed \(seed)")
        var random = SplitMix64(seed: seed)
        var ledger = SoakLedger()
        var acknowledged = 0
        var faults = 0
        for round in 0..<rounds {
            if round % Self.roundsAFile == 0 {
                acknowledged += ledger.count
                ledger = SoakLedger()
                try removeFile()
            }
            let isOver = try study(&ledger, &random)
            let found = try look(&ledger)
            for fault in found { Report.print("round \(round): \(fault)") }
            faults += found.count
            if isOver {
                acknowledged += ledger.count
                ledger = SoakLedger()
                try removeFile()
            }
            if round % 25 == 24 || round == rounds - 1 {
                Report.print("\(round + 1) kills, \(acknowledged + ledger.count) things acknowledged, \(faults) faults")
            }
        }
        return faults == 0
    }

    /// - Returns: Whether the session came to its end.
    private func study(_ ledger: inout SoakLedger, _ random: inout SplitMix64) throws -> Bool {
        ledger.forgetHistory()
        let arguments = try hasSession() ? ["resume"] : ["practice", "soak", "--count", "all"]
        let terminal = try program.start(arguments)
        // In microseconds: a moment between two milliseconds is as likely as any.
        let moment = Int64.random(in: 0..<Self.longest * 1_000, using: &random) * 1_000
        var learner = SoakLearner(at: terminal, until: terminal.started + moment, seed: random.next())
        defer { terminal.kill9() }
        do {
            try learner.study(&ledger)
        } catch is SoakLearner.TimeIsUp {
            return false
        } catch is SoakLearner.SessionIsOver {
            return true
        }
    }

    private func hasSession() throws -> Bool {
        guard access(program.database, F_OK) == 0 else { return false }
        return try !GeneratedLibrary.open(program.database).activeSessions(limit: 1).isEmpty
    }

    /// What is wrong with the file, or missing in it.
    private func look(_ ledger: inout SoakLedger) throws -> [String] {
        guard access(program.database, F_OK) == 0 else { return ledger.count > 0 ? ["the file is gone"] : [] }
        let store = try GeneratedLibrary.open(program.database)
        return try ledger.losses(in: store) + store.integrity() + store.drift()
    }

    private func removeFile() throws {
        for suffix in ["", "-wal", "-shm"] where unlink(program.database + suffix) != 0 && errno != ENOENT {
            throw BenchError.system("cannot remove \(program.database)\(suffix)")
        }
    }

    private static var pack: String {
        let head = [
            "channel: soak", "title: Soak", "category: engineering", "description: Questions to be killed at.",
            "subChannels:", "  - {id: all, title: All}", "questions:",
        ]
        let questions = (0..<600).flatMap { number in
            [
                "  - id: soak-\(number)", "    subChannel: all", "    kind: single", "    difficulty: beginner",
                "    tags: [soak]", "    question: \(SoakLearner.stem)\(number), which of these is right?",
                "    options:",
                "      - {id: t, text: \"True, number \(number)\", correct: true, why: \"It is number \(number).\"}",
                "      - {id: f, text: \"False, not \(number)\", why: \"It is not number \(number).\"}",
                "    explanation: This is number \(number) of the questions to be killed at.",
            ]
        }
        return (head + questions).joined(separator: "\n") + "\n"
    }
}
