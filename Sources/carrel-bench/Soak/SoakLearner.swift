import CarrelCore
import Glibc

/// A learner at a terminal: answers, notes down, bookmarks and takes back, until the moment the program is killed.
struct SoakLearner {
    /// The moment has come.
    struct TimeIsUp: Error {}
    /// All questions of the session are answered.
    struct SessionIsOver: Error {}

    private let terminal: PseudoTerminal
    private let end: Int64
    private var screen = ScreenModel(columns: 80, rows: 24)
    private var random: SplitMix64

    /// - Parameter end: When the program is killed, as `Stopwatch.now`.
    init(at terminal: PseudoTerminal, until end: Int64, seed: UInt64) {
        self.terminal = terminal
        self.end = end
        random = SplitMix64(seed: seed)
    }

    /// What stands before a question's number in its text.
    static let stem = "Soak question "

    /// - Returns: Only by throwing.
    mutating func study(_ ledger: inout SoakLedger) throws -> Never {
        while true {
            try wait("a question") { $0.question != nil }
            let question = screen.question ?? ""
            if !ledger.work(on: question).isAnswered { try answer(question, &ledger) }
            if Int.random(in: 0..<3, using: &random) == 0 { try note(question, &ledger) }
            if Int.random(in: 0..<4, using: &random) == 0 { try bookmark(question, &ledger) }
            if Int.random(in: 0..<4, using: &random) == 0, ledger.canUndo { try undo(&ledger) }
            // Taken back, it is asked again.
            if !ledger.work(on: question).isAnswered { continue }
            try press("\r")
            try wait("the next question") { $0.isOver || $0.question != question && $0.question != nil }
            if screen.isOver { throw SessionIsOver() }
        }
    }

    private mutating func answer(_ question: String, _ ledger: inout SoakLedger) throws {
        try press(Bool.random(using: &random) ? "a" : "b")
        try wait("a choice") { $0.contains("(•)") }
        ledger.begin(question) { $0.isAnswered = true }
        try press("\r")
        try wait("the verdict") { $0.contains("✓ Right") || $0.contains("✗ Wrong") }
        ledger.acknowledge()
    }

    private mutating func note(_ question: String, _ ledger: inout SoakLedger) throws {
        guard ledger.work(on: question).note == nil, !ledger.work(on: question).isBookmarked else { return }
        let words = "note \(random.next() % 1_000_000)"
        try press(";")
        try wait("the note") { $0.contains("▸ Note") }
        try press(words)
        try wait("what was typed") { $0.contains(words) }
        ledger.begin(question) {
            $0.note = words
            $0.isBookmarked = true
        }
        try press("\u{1b}")
        try wait("the note kept") { $0.contains("note kept") }
        ledger.acknowledge()
    }

    private mutating func bookmark(_ question: String, _ ledger: inout SoakLedger) throws {
        guard !ledger.work(on: question).isBookmarked else { return }
        ledger.begin(question) { $0.isBookmarked = true }
        try press("*")
        try wait("the bookmark") { $0.contains("bookmarked for good") }
        ledger.acknowledge()
    }

    private mutating func undo(_ ledger: inout SoakLedger) throws {
        ledger.beginUndo()
        try press("u")
        try wait("the undo") { $0.contains("undone: ") }
        ledger.acknowledge(isUndo: true)
    }

    // MARK: The terminal

    private func press(_ keys: String) throws { try terminal.send(keys) }

    /// Reads until the screen is as wanted.
    private mutating func wait(_ what: String, _ isSo: (ScreenModel) -> Bool) throws {
        let patience = Stopwatch.now + 20_000_000_000
        while !isSo(screen) {
            let left = end - Stopwatch.now
            guard left > 0 else { throw TimeIsUp() }
            guard Stopwatch.now < patience else {
                throw BenchError("waited in vain for \(what):\n" + screen.lines.joined(separator: "\n"))
            }
            if let burst = terminal.burst(quiet: 0, within: Int32(min(left / 1_000_000, 1_000))) {
                screen.take(burst.bytes)
            } else if left < 1_000_000 {
                usleep(UInt32(left / 1_000))
            }
        }
    }
}

extension ScreenModel {
    /// The id of the question on screen.
    var question: String? {
        for line in lines {
            guard let place = line.firstOccurrence(of: SoakLearner.stem) else { continue }
            return "soak-" + line[place.upperBound...].prefix { $0.isNumber }
        }
        return nil
    }

    /// Whether the session has come to its end.
    var isOver: Bool { contains("▸ Summary") }
}
