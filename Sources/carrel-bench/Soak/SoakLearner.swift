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
        // What was chosen before an undo may still be.
        if !screen.contains("(•)") { try press(Bool.random(using: &random) ? "a" : "b") }
        try wait("a choice") { $0.contains("(•)") }
        try act("\r", "the verdict", { $0.contains("✓ Right") || $0.contains("✗ Wrong") }, &ledger) {
            $0.begin(question) { $0.isAnswered = true }
        }
    }

    private mutating func note(_ question: String, _ ledger: inout SoakLedger) throws {
        guard ledger.work(on: question).note == nil, !ledger.work(on: question).isBookmarked else { return }
        let words = "note \(random.next() % 1_000_000)"
        try press(";")
        try wait("the note") { $0.contains("▸ Note") }
        try press(words)
        try wait("what was typed") { $0.contains(words) }
        try act("\u{1b}", "the note kept", { $0.contains("note kept") }, &ledger) {
            $0.begin(question) {
                $0.note = words
                $0.isBookmarked = true
            }
        }
    }

    private mutating func bookmark(_ question: String, _ ledger: inout SoakLedger) throws {
        guard !ledger.work(on: question).isBookmarked else { return }
        try act("*", "the bookmark", { $0.contains("bookmarked for good") }, &ledger) {
            $0.begin(question) { $0.isBookmarked = true }
        }
    }

    private mutating func undo(_ ledger: inout SoakLedger) throws {
        try act("u", "the undo", { $0.contains("undone: ") }, &ledger, isUndo: true) { $0.beginUndo() }
    }

    /// Presses a key that changes the file, and waits until the screen says so. What it said of an earlier key has to
    /// be gone before, else that would be taken for it.
    private mutating func act(
        _ key: String, _ what: String, _ isSaid: (ScreenModel) -> Bool, _ ledger: inout SoakLedger,
        isUndo: Bool = false, begin: (inout SoakLedger) -> Void
    ) throws {
        try wait("the end of \(what) before") { !isSaid($0) }
        begin(&ledger)
        try press(key)
        try wait(what, isSaid)
        ledger.acknowledge(isUndo: isUndo)
    }

    // MARK: The terminal

    private func press(_ keys: String) throws { try terminal.send(keys) }

    /// Milliseconds without output after which a frame is taken for whole.
    private static let pause: Int32 = 3

    /// Reads until the screen is as wanted, and whole.
    private mutating func wait(_ what: String, _ isSo: (ScreenModel) -> Bool) throws {
        let patience = Stopwatch.now + 20_000_000_000
        while true {
            if isSo(screen) {
                guard let more = terminal.burst(quiet: Self.pause, within: Self.pause) else { return }
                screen.take(more.bytes)
                continue
            }
            let left = end - Stopwatch.now
            guard left > 0 else { throw TimeIsUp() }
            guard Stopwatch.now < patience else {
                throw BenchError("waited in vain for \(what):\n" + screen.lines.joined(separator: "\n"))
            }
            if let burst = terminal.burst(quiet: Self.pause, within: Int32(min(left / 1_000_000, 1_000))) {
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
