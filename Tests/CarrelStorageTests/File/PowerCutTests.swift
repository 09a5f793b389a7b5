import CPowerCut
import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

/// A learner studies on a disk that tells what it was given, and the power is cut after any of the disk's operations.
@Suite("A power cut", .serialized)
struct PowerCutTests {
    let directory: TemporaryDirectory
    let clock = TestClock()

    init() throws { directory = try TemporaryDirectory() }

    /// What was acknowledged, and after how many of the disk's operations.
    private struct Acknowledged {
        var answer: String
        var operations: Int
    }

    private func path(in directory: String) -> String { directory + "/carrel.db" }

    /// Studies with all that is written and synced recorded.
    private func study(_ prepare: (Database) throws -> Void = { _ in }) throws -> [Acknowledged] {
        power_cut_forget()
        let studied = directory.file("studied")
        mkdir(studied, 0o700)
        guard power_cut_begin(studied) == 0 else { throw POSIXFault(code: errno) }
        defer { power_cut_end() }
        let store = try Store.open(.file(path(in: studied)), clock: clock.now, seed: 7)
        try prepare(store.database)
        try store.load(SampleCatalogue.channel((0..<4).map { SampleCatalogue.question("q\($0)") }))
        var acknowledged: [Acknowledged] = []
        for round in 0..<12 {
            let session = try store.start((0..<4).map { "q\($0)" })
            for question in 0..<4 {
                clock.advance(seconds: 20)
                let answer = try store.answer("q\(question)", in: session, isCorrect: question % 3 > 0)
                acknowledged.append(Acknowledged(answer: answer, operations: power_cut_operations()))
            }
            let note = BookmarkSet(note: String(repeating: "long ", count: 400) + "\(round)")
            try store.record(.bookmarkSet(note), questionId: "q\(round % 4)")
            // Taking the log into the file is when most goes through the disk's queue.
            if round % 3 == 2 { try store.database.execute("PRAGMA wal_checkpoint(RESTART)") }
        }
        try store.close()
        return acknowledged
    }

    /// Opens the file as it is left by a power cut after `operations`.
    ///
    /// - Returns: What was acknowledged by then and is gone, or why the file does not open.
    private func losses(after operations: Int, seed: UInt64, of acknowledged: [Acknowledged]) throws -> [String] {
        let left = try TemporaryDirectory()
        guard power_cut_leave(operations, seed, left.path) == 0 else { throw POSIXFault(code: errno) }
        do {
            let store = try Store.open(.file(path(in: left.path)), clock: clock.now, seed: 8)
            let there = Set(try store.database.rows("SELECT id FROM journal WHERE kind = 'answerGiven'") { $0.text(0) })
            let lost = acknowledged.filter { $0.operations <= operations && !there.contains($0.answer) }
            let drift = seed % 8 == 0 ? try store.drift() + store.integrity() : []
            return try lost.map(\.answer) + drift
                + store.database.rows("PRAGMA quick_check") { $0.text(0) }.filter { $0 != "ok" }
        } catch let error as StoreError {
            return ["\(error)"]
        }
    }

    private func cuts(_ count: Int, seed: UInt64) -> [(operations: Int, seed: UInt64)] {
        var random = SplitMix64(seed: seed)
        let last = power_cut_operations()
        return (0..<count).map { _ in (Int.random(in: 0...last, using: &random), random.next()) }
    }

    @Test(
        "At whatever moment, no acknowledged answer is lost, and the file is sound",
        arguments: [("wal", 150), ("delete", 70)])
    func nothingLost(mode: String, count: Int) throws {
        let acknowledged = try study { _ = try Opening.journal($0, mode: mode) }
        #expect(acknowledged.count == 48)
        for cut in cuts(count, seed: 21) {
            let losses = try losses(after: cut.operations, seed: cut.seed, of: acknowledged)
            #expect(losses == [], "after \(cut.operations) operations, seed \(cut.seed)")
        }
    }

    @Test(
        "That is because of the syncs: with fewer of them the same cuts lose answers",
        arguments: [
            ("wal", "OFF"), ("wal", "NORMAL"), ("delete", "OFF"),
            // The answer is in the file, and a journal that comes back takes it out again.
            ("delete", "FULL"),
        ])
    func provesSomething(mode: String, synchronous: String) throws {
        let acknowledged = try study {
            _ = try Opening.journal($0, mode: mode)
            try $0.execute("PRAGMA synchronous = \(synchronous)")
        }
        let losing = try cuts(20, seed: 21).filter {
            try !losses(after: $0.operations, seed: $0.seed, of: acknowledged).isEmpty
        }
        #expect(losing.count > 0)
    }
}

private struct POSIXFault: Error { var code: Int32 }
