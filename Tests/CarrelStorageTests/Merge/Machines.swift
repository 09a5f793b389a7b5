import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

/// Machines of one learner, each with a file of its own in one directory.
struct Machines {
    static let learner = "11111111-1111-4111-8111-111111111111"

    let directory: TemporaryDirectory
    let clock = TestClock("2026-11-20 10:00:00")

    init() throws { directory = try TemporaryDirectory() }

    func path(_ name: String) -> String { directory.file(name + ".db") }

    /// Opens the file of a machine; a new one has the learner's id and some of the questions.
    func open(_ name: String, learner: String = Machines.learner) throws -> Store {
        let store = try Store.open(.file(path(name)), clock: clock.now, seed: fnv1a64(name))
        guard store.openReport.wasCreated else { return store }
        try store.become(learner)
        try store.loadQuestions()
        return store
    }

    /// Makes the file of a machine on which `entries` happened, and leaves it closed.
    func make(_ name: String, _ entries: [JournalEntry] = [], learner: String = Machines.learner) throws {
        try open(name, learner: learner).absorb(entries)
    }

    /// Runs a script on the file of a machine that is closed, whatever it does to the schema.
    func sql(_ name: String, _ script: String) throws {
        let database = try Database(path: path(name))
        database.trustSchema()
        try database.execute("PRAGMA writable_schema = OFF")
        try database.execute(script)
    }

    /// The file of a machine and all that lies beside it, to the last byte.
    func contents(of machine: String) throws -> [String: [UInt8]] {
        var out: [String: [UInt8]] = [:]
        let stream = try #require(opendir(directory.path))
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(machine + ".") { out[name] = try bytes(of: directory.file(name)) }
        }
        return out
    }

    func bytes(of path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var out = [UInt8](repeating: 0, count: 1 << 20)
        var all: [UInt8] = []
        while case let count = fread(&out, 1, out.count, file), count > 0 { all += out[..<count] }
        return all
    }

    func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}

extension JournalGenerator {
    /// Entries that a file from elsewhere may hold: in zones that there are, with times that there are, each once.
    mutating func history(_ count: Int) -> [JournalEntry] {
        var seen: Set<String> = []
        return arrivals(count).filter { seen.insert($0.id).inserted }.map { entry in
            var entry = entry
            entry.zone = min(entry.zone, 840)
            if case .answerGiven(var given) = entry.event {
                given.elapsedMs = min(max(given.elapsedMs, 0), BodyFault.longestAnswer)
                entry.event = .answerGiven(given)
            }
            return entry
        }
    }

    /// Some of `entries`, some of them with another place in the order.
    mutating func part(of entries: [JournalEntry]) -> [JournalEntry] {
        entries.filter { _ in chance(60) }.map { entry in
            var entry = entry
            if chance(10) { entry.ord = max(0, entry.ord - Int64(pick(0..<300))) }
            return entry
        }
    }
}

func expectEqual(_ left: Store, _ right: Store, _ seed: UInt64) throws {
    try Dump(of: left).expectEqual(Dump(of: right), "seed \(seed)")
}

/// All that a merge may change.
struct Dump {
    let tables: [String]
    let entries: [EntryRow]

    init(of store: Store) throws {
        tables = try store.foldedTables()
        entries = try store.entryRows()
    }

    func expectEqual(_ other: Dump, _ context: String) {
        let lines = difference(tables, other.tables)
        #expect(lines.isEmpty, "\(context):\n\(lines.joined(separator: "\n"))")
        #expect(entries == other.entries, "\(context)")
    }
}

extension Store {
    /// The journal's rows as they are stored, in order.
    func entryRows() throws -> [EntryRow] {
        try database.rows("SELECT \(EntryRow.columns) FROM journal ORDER BY ord, hlc, id") { EntryRow($0) }
    }
}

/// An entry of the given millisecond, whose id is made from `name`; `session` and `target` are such names too.
func entry(
    _ name: String, _ event: JournalEvent = .goalSet(GoalSet(key: "k", value: "v")), at milliseconds: Int64 = 1_000,
    session: String? = nil, question: String? = nil, target: String? = nil
) -> JournalEntry {
    JournalEntry(
        id: JournalGenerator.id(name), ord: milliseconds << 16, hlc: milliseconds << 16,
        at: Timestamp(milliseconds: milliseconds), zone: 0, sessionId: session.map(JournalGenerator.id),
        questionId: question, target: target.map(JournalGenerator.id), event: event)
}
