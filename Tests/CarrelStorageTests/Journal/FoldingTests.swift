import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Folding the journal")
struct FoldingTests {
    @Test("However entries arrive, the tables are those of a rebuild", arguments: 0..<12 as Range<UInt64>)
    func liveIsRebuilt(seed: UInt64) throws {
        var generator = JournalGenerator(seed: seed)
        let store = try Store.withQuestions()
        try arrive(generator.arrivals(160), &generator, at: store)
        let live = try store.foldedTables()
        try store.rebuild()
        expectEqual(live, try store.foldedTables(), seed)
        #expect(try store.database.integer("SELECT count(*) FROM userAnswers") > 0)
    }

    @Test("The order in which entries arrive leaves no trace", arguments: 1000..<1012 as Range<UInt64>)
    func orderOfArrival(seed: UInt64) throws {
        var generator = JournalGenerator(seed: seed)
        let arrivals = generator.arrivals(160)
        let one = try Store.withQuestions()
        try one.absorb(arrivals)
        for _ in 0..<2 {
            let other = try Store.withQuestions()
            try arrive(generator.shuffled(arrivals), &generator, at: other)
            expectEqual(try one.foldedTables(), try other.foldedTables(), seed)
        }
    }

    @Test(
        "Two machines that study, undo and exchange what they did come to the same tables",
        arguments: 0..<6 as Range<UInt64>)
    func twoMachines(seed: UInt64) throws {
        var generator = JournalGenerator(seed: seed)
        let clock = TestClock()
        let machines = try [1, 2].map { try Store.ticking(clock, seed: $0) }
        try machines[1].become(machines[0].learner)
        for _ in 0..<60 {
            clock.advance(seconds: Int64(generator.pick(-50..<40_000)))
            try generator.pick(machines).study(&generator)
            if generator.chance(15) { try exchange(machines, &generator) }
        }
        try exchange(machines, &generator)
        expectEqual(try machines[0].foldedTables(), try machines[1].foldedTables(), seed)
        try machines[0].rebuild()
        expectEqual(try machines[0].foldedTables(), try machines[1].foldedTables(), seed)
    }

    private func exchange(_ machines: [Store], _ generator: inout JournalGenerator) throws {
        let journals = try machines.map { try $0.journal() }
        try arrive(generator.shuffled(journals[1]), &generator, at: machines[0])
        try arrive(generator.shuffled(journals[0]), &generator, at: machines[1])
    }

    private func expectEqual(_ left: [String], _ right: [String], _ seed: UInt64) {
        let lines = difference(left, right)
        #expect(lines.isEmpty, "seed \(seed):\n\(lines.joined(separator: "\n"))")
    }

    private func arrive(_ entries: [JournalEntry], _ generator: inout JournalGenerator, at store: Store) throws {
        var rest = entries[...]
        while !rest.isEmpty {
            let batch = rest.prefix(generator.pick(1..<9))
            try store.absorb(Array(batch))
            rest = rest.dropFirst(batch.count)
        }
    }
}
