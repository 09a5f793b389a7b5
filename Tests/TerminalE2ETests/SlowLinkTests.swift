import Glibc
import Testing

@Suite("On a slow link")
struct SlowLinkTests {
    /// Redraws faster than anybody reads, and is read again after a while.
    private func stalls(_ terminal: UnreadTerminal) {
        for _ in 0..<12 {
            terminal.types("\u{0C}")
            usleep(20_000)
        }
        usleep(200_000)
        terminal.reads()
    }

    private func opens(_ learner: Learner, _ arguments: [String] = []) throws -> UnreadTerminal {
        // Wide enough that a frame or two fill what the system holds for a terminal that does not read.
        try UnreadTerminal(
            running: [Places.program] + arguments, environment: learner.environment, columns: 1_000, rows: 60)
    }

    @Test("Drawing less is proposed where the terminal was not read for a while, three times and not before")
    func proposed() throws {
        let learner = try Learner()
        let terminal = try opens(learner)
        try terminal.sees("Browse all channels")
        stalls(terminal)
        #expect(!terminal.text.contains("this link is slow"))
        for _ in 0..<4 { stalls(terminal) }
        terminal.types("\u{0C}")
        try terminal.sees("this link is slow: ^Y draws less, ^R leaves it so")
    }

    @Test("Who said that it stays so is not asked again, at the next start neither")
    func dismissed() throws {
        let learner = try Learner()
        let terminal = try opens(learner)
        try terminal.sees("Browse all channels")
        for _ in 0..<5 { stalls(terminal) }
        terminal.types("j")
        try terminal.sees("this link is slow:")
        terminal.types("\u{12}")
        try terminal.sees("slow link: off")
        let next = try opens(learner)
        try next.sees("Browse all channels")
        for _ in 0..<5 { stalls(next) }
        next.types("\u{0C}")
        next.reads()
        #expect(!next.text.contains("this link is slow"))
    }

    @Test("Whoever draws less already is not asked")
    func drawsLess() throws {
        let learner = try Learner()
        let terminal = try opens(learner, ["--slow"])
        try terminal.sees("Browse all channels")
        for _ in 0..<5 { stalls(terminal) }
        terminal.types("\u{0C}")
        terminal.reads()
        #expect(!terminal.text.contains("this link is slow"))
    }

    private static let down = "\u{1B}OB"
    private static let up = "\u{1B}OA"

    /// Goes to a screen, then says how many bytes each of `moves` costs.
    private func costs(
        of moves: [String], after ways: [(keys: String, words: String)], packs: String = Places.smallPacks,
        _ arguments: [String] = []
    ) throws -> [Int] {
        let learner = try Learner(packs: packs)
        let terminal = try UnreadTerminal(
            running: [Places.program] + arguments + ["--slow"], environment: learner.environment, columns: 80, rows: 30)
        for way in ways {
            terminal.types(way.keys)
            try terminal.sees(way.words)
        }
        return moves.map { terminal.bytes(after: $0) }
    }

    /// The most that a move of the selection may cost.
    private static let most = 30

    @Test("A move in the list of an exam's items sends the marker alone")
    func overview() throws {
        let ways = [("", "Begin the exam"), ("\r", "1/20"), ("v", "All items"), ("\t", "unseen")]
        let costs = try costs(
            of: Array(repeating: Self.down, count: 12) + [Self.up], after: ways, packs: Places.examPacks,
            ["exam", "trial"])
        #expect(costs.allSatisfy { (1...Self.most).contains($0) }, "\(costs)")
    }

    @Test("A move in the settings sends the marker alone")
    func settings() throws {
        let ways = [("", "Browse all channels"), (",", "Day starts at")]
        let costs = try costs(of: Array(repeating: Self.down, count: 14) + [Self.up], after: ways)
        #expect(costs.allSatisfy { (1...Self.most).contains($0) }, "\(costs)")
    }

    @Test("A move in the list of themes sends the marker alone")
    func themes() throws {
        let ways = [
            ("", "Browse all channels"), (",", "Day starts at"), ("/", " of "), ("theme\r", "show all"),
            ("\r", "monochrome"),
        ]
        let costs = try costs(of: Array(repeating: Self.down, count: 5) + [Self.up], after: ways)
        #expect(costs.allSatisfy { (1...Self.most).contains($0) }, "\(costs)")
    }

    @Test("A move on the filter sheet sends the marker alone, to the rows that are typed too")
    func filter() throws {
        let ways = [
            ("", "Browse all channels"), ("/", "Fields"), ("the", "found"), ("\t", "filter"), ("f", "Difficulty"),
        ]
        let costs = try costs(of: Array(repeating: Self.down, count: 4) + [Self.up], after: ways)
        #expect(costs.allSatisfy { (1...Self.most).contains($0) }, "\(costs)")
    }

    @Test("Carrying an item sends the marker alone")
    func carrying() throws {
        let ways = [("", "put in order"), (" ", "(lifted)")]
        let costs = try costs(
            of: [Self.down, Self.down, Self.up], after: ways, packs: Places.builtInPacks,
            ["practice", "net-tls13-message-order"])
        #expect(costs.allSatisfy { (1...Self.most).contains($0) }, "\(costs)")
    }
}
