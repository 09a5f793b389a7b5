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
        try terminal.sees("this link is slow: Settings")
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
}
