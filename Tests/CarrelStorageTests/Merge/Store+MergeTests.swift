import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Merging another file")
struct StoreMergeTests {
    private let machines: Machines

    init() throws { machines = try Machines() }

    @Test(
        "Any two histories come to the same tables, whichever file is merged into the other",
        arguments: 0..<8 as Range<UInt64>, [MergeFolding.touched, .touchedInBulk, .sessions, .everything])
    func bothDirections(seed: UInt64, folding: MergeFolding) throws {
        var generator = JournalGenerator(seed: seed)
        let history = generator.history(120)
        let (one, other) = (try machines.open("one"), try machines.open("other"))
        try one.absorb(generator.part(of: history))
        try other.absorb(generator.part(of: history))
        let report = try one.merge(other.database.path, folding: folding)
        #expect(report.entriesAdded > 0 && report.alreadyHere > 0)
        try other.merge(one.database.path, folding: folding)
        try expectEqual(one, other, seed)
        for store in [one, other] {
            #expect(try store.drift() == [])
            #expect(try store.integrity() == [])
        }
        #expect(try one.merge(other.database.path, folding: folding).bringsNothing)
        try expectEqual(one, other, seed)
    }

    /// A file is told by whose histories came to it: were each merge of any two such files to come to the same tables
    /// as every other merge that unites the same histories, so would every order of merges, however long.
    @Test(
        "In whatever order and direction three machines merge, again and again, the same histories are the same tables",
        arguments: 70..<73 as Range<UInt64>)
    func everyOrder(seed: UInt64) throws {
        var generator = JournalGenerator(seed: seed)
        let history = generator.history(60)
        var holdings: [Holding] = []
        var tables: [Set<Int>: Dump] = [:]
        for machine in 0..<3 {
            let holding = Holding(machine: machine, histories: [machine])
            try machines.make(holding.name, generator.part(of: history))
            tables[holding.histories] = try Dump(of: machines.open(holding.name))
            holdings.append(holding)
        }
        // Holdings that arise are gone through too.
        var (merges, next) = (0, 0)
        while next < holdings.count {
            let newcomer = holdings[next]
            next += 1
            for other in holdings[..<next] where other.machine != newcomer.machine {
                for (into, from) in [(newcomer, other), (other, newcomer)] {
                    let folding = generator.pick([MergeFolding.touched, .touchedInBulk, .sessions, .everything])
                    let united = Holding(machine: into.machine, histories: into.histories.union(from.histories))
                    let dump = try merge(from, into: into, folding: folding)
                    merges += 1
                    if let known = tables[united.histories] {
                        dump.expectEqual(known, "seed \(seed): \(from) into \(into), \(folding)")
                    } else {
                        tables[united.histories] = dump
                    }
                    guard !holdings.contains(united) else { continue }
                    try machines.write(try machines.bytes(of: machines.path("merged")), to: machines.path(united.name))
                    holdings.append(united)
                }
            }
        }
        #expect(holdings.count == 3 * 4 && tables.count == 7)
        #expect(merges == 3 * 4 * 2 * 4)
    }

    /// What a machine has after some merges.
    private struct Holding: Equatable, CustomStringConvertible {
        var machine: Int
        /// The machines whose histories it has.
        var histories: Set<Int>

        var name: String { "\(machine)-" + histories.sorted().map(String.init).joined() }
        var description: String { name }
    }

    /// Merges into a copy of a machine's file.
    private func merge(_ from: Holding, into: Holding, folding: MergeFolding) throws -> Dump {
        try machines.write(try machines.bytes(of: machines.path(into.name)), to: machines.path("merged"))
        let store = try machines.open("merged")
        let report = try store.merge(machines.path(from.name), folding: folding)
        #expect(report.bringsNothing == from.histories.isSubset(of: into.histories))
        return try Dump(of: store)
    }

    @Test(
        "Two machines on which somebody studies, undoes and merges now and then stay together",
        arguments: 0..<4 as Range<UInt64>)
    func studying(seed: UInt64) throws {
        var generator = JournalGenerator(seed: seed)
        let stores = try ["laptop", "server"].map { try machines.open($0) }
        for _ in 0..<50 {
            machines.clock.advance(seconds: Int64(generator.pick(-50..<40_000)))
            try generator.pick(stores).study(&generator)
            if generator.chance(10) { try stores[0].merge(stores[1].database.path) }
            if generator.chance(10) { try stores[1].merge(stores[0].database.path) }
        }
        try stores[0].merge(stores[1].database.path)
        try stores[1].merge(stores[0].database.path)
        try expectEqual(stores[0], stores[1], seed)
        #expect(try stores[0].drift() == [])
        #expect(try stores[1].integrity() == [])
    }

    @Test("After a merge, what was studied on both machines is listed and counted, and active sessions of one key stay")
    func shown() throws {
        let (laptop, server) = (try machines.open("laptop"), try machines.open("server"))
        for (store, isCorrect) in [(laptop, true), (server, false)] {
            machines.clock.advance(seconds: 60)
            try store.answer("alpha", in: try store.start(["alpha", "beta"]), isCorrect: isCorrect)
        }
        try server.record(.errataSet(ErrataSet(field: "answer", value: "zebra")), questionId: "beta")
        try laptop.merge(server.database.path)
        #expect(try laptop.activeSessions(limit: 9).count == 2)
        #expect(try laptop.database.integer("SELECT answers FROM itemFacts WHERE questionId = 'alpha'") == 2)
        #expect(
            try laptop.database.integer("SELECT count(*) FROM questionSearch WHERE questionSearch MATCH 'zebra'") == 1)
        #expect(try laptop.integrity() == [])
    }

    @Test("A dry run tells what the merge then does, and writes nothing to either file", arguments: [0, 1, 2])
    func dryRun(seed: UInt64) throws {
        var generator = JournalGenerator(seed: seed)
        let history = generator.history(100)
        try machines.make("one", generator.part(of: history))
        try machines.make("other", generator.part(of: history))
        let one = try machines.open("one")
        let before = try machines.contents(of: "other")
        let (tables, rows) = (try one.foldedTables(), try one.entryRows())
        let told = try one.merge(machines.path("other"), dryRun: true)
        #expect(try machines.contents(of: "other") == before)
        #expect(try one.foldedTables() == tables && one.entryRows() == rows)
        let done = try one.merge(machines.path("other"))
        #expect(done == told && !done.bringsNothing)
        #expect(try machines.contents(of: "other") == before)
    }

    @Test("A dry run does not wait for another program that is writing")
    func dryRunBesideWriter() throws {
        try machines.make("other", [entry("a")])
        let one = try machines.open("one")
        let writer = try Database(path: machines.path("one"))
        writer.trustSchema()
        let report = try writer.transaction { try one.merge(machines.path("other"), dryRun: true) }
        #expect(report.entriesAdded == 1)
    }

    @Test("Somebody else's file is refused and both are named, unless both are the same person")
    func learners() throws {
        let small = "00000000-0000-4000-8000-000000000000"
        let (mine, theirs) = (try machines.open("mine"), try machines.open("theirs", learner: small))
        try theirs.database.run("UPDATE users SET username = 'anna'")
        try mine.absorb([entry("m", .bookmarkSet(BookmarkSet()), question: "alpha")])
        try theirs.absorb([entry("t", .bookmarkSet(BookmarkSet()), question: "beta")])
        let before = try mine.foldedTables()
        let error = MergeError.otherLearner(
            path: machines.path("theirs"), theirs: LearnerName(id: small, username: "anna"),
            ours: LearnerName(id: Machines.learner, username: "learner"))
        #expect(throws: error) { try mine.merge(machines.path("theirs")) }
        #expect(throws: error) { try mine.merge(machines.path("theirs"), dryRun: true) }
        #expect(try mine.foldedTables() == before)

        let told = try mine.merge(machines.path("theirs"), asMe: true, dryRun: true)
        #expect(mine.learner == Machines.learner)
        #expect(try mine.merge(machines.path("theirs"), asMe: true) == told)
        #expect(told.learnerAdopted == small)
        #expect(mine.learner == small)
        #expect(try mine.drift() == [])
        #expect(try mine.integrity() == [])
        // The ids are the same by now, so that nobody has to be asked again.
        #expect(try theirs.merge(machines.path("mine")).learnerAdopted == nil)
        try expectEqual(mine, theirs, 0)
        #expect(try mine.isBookmarked("alpha") && mine.isBookmarked("beta"))
        #expect(try machines.open("mine").learner == small)
    }

    @Test("The one whose id is the smaller keeps it, and the other adopts it in turn")
    func keepsTheSmaller() throws {
        let large = "99999999-9999-4999-8999-999999999999"
        let (mine, theirs) = (try machines.open("mine"), try machines.open("theirs", learner: large))
        try theirs.absorb([entry("t", .bookmarkSet(BookmarkSet()), question: "beta")])
        #expect(try mine.merge(machines.path("theirs"), asMe: true).learnerAdopted == nil)
        #expect(mine.learner == Machines.learner)
        #expect(try theirs.merge(machines.path("mine"), asMe: true).learnerAdopted == Machines.learner)
        try expectEqual(mine, theirs, 0)
    }

    @Test("A program that has the file open while another one adopts an id goes on as that learner")
    func adoptedElsewhere() throws {
        let small = "00000000-0000-4000-8000-000000000000"
        let terminal = try machines.open("mine")
        try machines.make("theirs", [entry("t", .bookmarkSet(BookmarkSet()), question: "beta")], learner: small)
        try machines.open("mine").merge(machines.path("theirs"), asMe: true)
        try terminal.record(.bookmarkSet(BookmarkSet()), questionId: "alpha")
        #expect(terminal.learner == small)
        #expect(try terminal.drift() == [])
        #expect(try terminal.bookmarkCount() == 2)
    }

    @Test("A file more than 24 hours ahead of this clock is refused, and told by how much")
    func clockAhead() throws {
        let hour: Int64 = 3_600_000
        let now = machines.clock.moment.at.milliseconds
        try machines.make("just", [entry("j", at: now + 24 * hour)])
        try machines.make("far", [entry("f", at: now + 49 * hour)])
        let mine = try machines.open("mine")
        #expect(throws: MergeError.clockAhead(path: machines.path("far"), milliseconds: 49 * hour)) {
            try mine.merge(machines.path("far"))
        }
        #expect(try mine.journal().isEmpty)
        #expect(try mine.merge(machines.path("just")).entriesAdded == 1)
    }

    @Test("Kinds and versions of a newer program are kept as they came, and folded after an upgrade")
    func newer() throws {
        let body = "{ \"z\" : 1,  \"a\": [2] }"
        let future = entry("f", .unknown(kind: "futureKind", version: 3, body: body), question: "alpha")
        let answer = try EventCodec().stored(.bookmarkSet(BookmarkSet(note: "later")))
        let later = entry(
            "l", .unknown(kind: answer.kind, version: 2, body: answer.body), question: "alpha")
        try machines.make("other", [future, later, entry("k", .bookmarkSet(BookmarkSet()), question: "beta")])
        let mine = try machines.open("mine")
        let report = try mine.merge(machines.path("other"))
        #expect(report.keptForUpgrade == 2)
        #expect(report.added == ["futureKind": 1, "bookmarkSet": 2])
        #expect(try mine.entryRows().first { $0.kind == "futureKind" }?.body == body)
        #expect(try !mine.isBookmarked("alpha"))
        // An upgrade: the version is known from now on.
        try mine.database.run("UPDATE journal SET v = 1 WHERE kind = 'bookmarkSet'")
        try mine.rebuild()
        #expect(try mine.note(of: "alpha") == "later")
    }

    @Test("Of an entry that both have, the lower order stands, and what depends on it is folded anew")
    func lowered() throws {
        var set = entry("s", .bookmarkSet(BookmarkSet()), at: 2_000, question: "alpha")
        let cleared = entry("c", .bookmarkCleared(BookmarkCleared()), at: 1_000, question: "alpha")
        let mine = try machines.open("mine")
        try mine.absorb([set, cleared])
        #expect(try mine.isBookmarked("alpha"))
        set.ord = 500 << 16
        try machines.make("other", [set])
        let report = try mine.merge(machines.path("other"))
        #expect(report.ordersLowered == 1 && report.alreadyHere == 1 && report.added.isEmpty)
        #expect(try !mine.isBookmarked("alpha"))
        #expect(try mine.merge(machines.path("other")).bringsNothing)
    }

    @Test("One id with two contents is refused, and the entry is named")
    func contradicting() throws {
        let mine = try machines.open("mine")
        try mine.absorb([entry("e", .bookmarkSet(BookmarkSet(note: "mine")), question: "alpha")])
        try machines.make(
            "other",
            [
                entry("new"), entry("e", .bookmarkSet(BookmarkSet(note: "theirs")), question: "alpha"),
            ])
        let error = MergeError.contradicting(
            path: machines.path("other"), entry: JournalGenerator.id("e"), column: "body")
        #expect(throws: error) { try mine.merge(machines.path("other")) }
        #expect(try mine.entryRows().count == 1)
    }

    @Test("The report counts what came, by kind, and the days it was studied on")
    func report() throws {
        let start = SessionStarted(
            type: .channel, mode: .practice, key: "k", title: "T", items: [DrawnItem(questionId: "alpha", options: [])])
        let day: Int64 = 86_400_000
        let noon = Timestamp(text: "2026-05-01 12:00:00")?.milliseconds ?? 0
        var session = entry("s", .sessionStarted(start), at: noon)
        session.sessionId = session.id
        try machines.make(
            "other",
            [
                session, entry("a", .bookmarkSet(BookmarkSet()), at: noon + day, question: "alpha"),
                entry("b", .bookmarkSet(BookmarkSet()), at: noon + 2 * day, question: "alpha"),
                entry("c", .bookmarkSet(BookmarkSet()), at: noon + 3 * day, question: "beta"),
            ])
        let mine = try machines.open("mine")
        try mine.absorb([entry("c", .bookmarkSet(BookmarkSet()), at: noon + 3 * day, question: "beta")])
        let report = try mine.merge(machines.path("other"))
        #expect(report.added == ["sessionStarted": 1, "bookmarkSet": 2])
        #expect(report.entriesAdded == 3 && report.alreadyHere == 1 && report.sessionsAdded == 1)
        #expect(report.questionsTouched == 1)
        #expect(report.firstDay == "2026-05-01" && report.lastDay == "2026-05-03")
    }

    @Test("A merge that is cancelled, wherever it is, leaves the file as it was", arguments: 0..<6)
    func cancelled(steps: Int) throws {
        struct Cancelled: Error {}
        var generator = JournalGenerator(seed: 5)
        let history = generator.history(700)
        try machines.make("other", history)
        let mine = try machines.open("mine")
        try mine.absorb(generator.part(of: history))
        let (tables, rows) = (try mine.foldedTables(), try mine.entryRows())
        for folding in [MergeFolding.touched, .everything] {
            var left = steps
            #expect(throws: Cancelled.self) {
                try mine.merge(machines.path("other"), folding: folding) { _, _ in
                    if left == 0 { throw Cancelled() }
                    left -= 1
                }
            }
            #expect(try mine.foldedTables() == tables && mine.entryRows() == rows)
        }
        #expect(try mine.integrity() == [])
    }

    @Test("Progress never goes back, and ends with all of it")
    func progress() throws {
        var generator = JournalGenerator(seed: 5)
        try machines.make("other", generator.history(700))
        for folding in [MergeFolding.touched, .everything] {
            var told: [(done: Int, total: Int)] = []
            try machines.open("mine-\(folding)").merge(machines.path("other"), folding: folding) {
                told.append(($0, $1))
            }
            #expect(told.map(\.done) == told.map(\.done).sorted())
            #expect(Set(told.map(\.total)).count == 1)
            #expect(told.last.map { $0.done == $0.total } ?? false)
        }
    }
}
