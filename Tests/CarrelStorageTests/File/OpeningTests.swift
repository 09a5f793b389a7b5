import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("Opening a file")
struct OpeningTests {
    let directory: TemporaryDirectory
    let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("carrel.db")
    }

    private func open() throws -> Store {
        try Store.open(.file(path), clock: { Moment(at: Timestamp(milliseconds: 1_790_000_000_000), zone: 0) }, seed: 7)
    }

    private func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    private func write(_ text: String, to path: String) throws {
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
    }

    private func bytes(of path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var out: [UInt8] = []
        while case let byte = getc(file), byte >= 0 { out.append(UInt8(byte)) }
        return out
    }

    private func sql(_ script: String) throws {
        let database = try Database(path: path)
        database.trustSchema()
        try database.execute(script)
    }

    @Test("A new file is kept by WAL, its owner's alone, with everything SQLite keeps beside it")
    func firstOpening() throws {
        let store = try open()
        #expect(store.openReport.wasCreated)
        #expect(store.openReport.journalMode == "wal")
        #expect(store.openReport.tightened == [])
        #expect([path, path + "-wal", path + "-shm"].map(mode) == [0o600, 0o600, 0o600])
        // 3 is EXTRA.
        #expect(try store.database.integer("PRAGMA synchronous") == 3)
        #expect(try store.database.integer("PRAGMA foreign_keys") == 1)
    }

    @Test("A file that moves to a network file system is brought from WAL to a rollback journal")
    func toRollbackJournal() throws {
        try open().close()
        let database = try Database(path: path)
        database.trustSchema()
        #expect(try database.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
        #expect(try Opening.journal(database, mode: "delete") == "delete")
        #expect(mode(path + "-wal") == nil)
    }

    @Test("Closing keeps what SQLite learned of the tables, and the file opens again")
    func closing() throws {
        let store = try open()
        try store.load(SampleCatalogue.channel((0..<50).map { SampleCatalogue.question("q\($0)") }))
        try store.close()
        #expect(try open().question("q7")?.id == "q7")
    }

    @Test("Directories on the way are made for the owner alone")
    func directories() throws {
        let deep = directory.file("share/carrel/carrel.db")
        _ = try Store.open(.file(deep), clock: { Moment(at: Timestamp(milliseconds: 0), zone: 0) }, seed: 1)
        #expect(mode(directory.file("share")) == 0o700)
        #expect(mode(directory.file("share/carrel")) == 0o700)
    }

    @Test("The learner stays the same from one opening to the next, and nothing is made twice")
    func secondOpening() throws {
        let learner = try open().learner
        let store = try open()
        #expect(store.learner == learner)
        #expect(!store.openReport.wasCreated && store.openReport.migratedFrom == nil && !store.openReport.wasChecked)
    }

    @Test("A file others can read is tightened, and the report says so")
    func tightened() throws {
        try open().close()
        chmod(path, 0o644)
        #expect(try open().openReport.tightened == [path])
        #expect(mode(path) == 0o600)
    }

    @Test("A file of a newer program is refused and left byte for byte as it was")
    func newer() throws {
        try open().close()
        try sql("PRAGMA user_version = 99")
        chmod(path, 0o644)
        let before = try bytes(of: path)
        #expect(throws: StoreError.newerFile(version: 99, known: Schema.migrations.count, path: path)) { try open() }
        #expect(try bytes(of: path) == before)
        #expect(mode(path) == 0o644)
    }

    @Test(
        "A file whose schema was altered is refused, and the object is named",
        arguments: [
            ("CREATE TRIGGER extra AFTER INSERT ON users BEGIN DELETE FROM journal; END", "trigger extra"),
            ("DROP VIEW botActivity; CREATE VIEW botActivity AS SELECT 1", "view botActivity"),
            ("DROP INDEX idx_questions_created", "index idx_questions_created"),
            ("ALTER TABLE bookmarks ADD COLUMN more TEXT", "table bookmarks"),
            ("CREATE TABLE questionSearch_more(x)", "table questionSearch_more"),
        ])
    func altered(script: String, object: String) throws {
        try open().close()
        try sql(script)
        let before = try bytes(of: path)
        #expect(throws: StoreError.altered(object: object, path: path)) { try open() }
        #expect(try bytes(of: path) == before)
    }

    @Test("What SQLite itself adds to a schema alters nothing")
    func analyzed() throws {
        let store = try open()
        try store.database.execute("ANALYZE")
        try store.close()
        _ = try open()
    }

    @Test("Another program's database is refused and left as it was")
    func foreign() throws {
        try sql("CREATE TABLE letters(body TEXT)")
        let before = try bytes(of: path)
        #expect(throws: StoreError.foreignFile(object: "table letters", path: path)) { try open() }
        #expect(try bytes(of: path) == before)
    }

    @Test("A file that is no database is refused and left as it was")
    func notADatabase() throws {
        try write(String(repeating: "Dear diary, ", count: 100), to: path)
        let before = try bytes(of: path)
        #expect(throws: StoreError.notADatabase(path: path)) { try open() }
        #expect(try bytes(of: path) == before)
    }

    @Test("A directory in place of the file is named as one")
    func isDirectory() throws {
        mkdir(path, 0o700)
        #expect(throws: StoreError.isDirectory(path: path)) { try open() }
    }

    @Test("A path that leads through a file cannot be opened, and the reason is told")
    func throughAFile() throws {
        try write("", to: directory.file("file"))
        let path = directory.file("file/carrel.db")
        #expect(throws: StoreError.inaccessible(path: path, reason: "Not a directory")) {
            try Store.open(.file(path), clock: { Moment(at: Timestamp(milliseconds: 0), zone: 0) }, seed: 1)
        }
    }

    @Test("A damaged file is named and left as it was")
    func damaged() throws {
        let store = try open()
        try store.close()
        try withExtendedLifetime(store) { try store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)") }
        let whole = try bytes(of: path)
        truncate(path, off_t(whole.count / 2))
        #expect { try open() } throws: { error in
            if case StoreError.damaged(path, _, nil) = error { true } else { false }
        }
        #expect(try bytes(of: path).count == whole.count / 2)
    }

    @Test("After a program that ended without closing, the file is looked through")
    func uncleanEnd() throws {
        let copy = directory.file("copy.db")
        let store = try open()
        try store.database.run("INSERT INTO meta(key, value) VALUES ('answered', 'yes')")
        // What a killed program leaves behind: a file and a journal with content, and nobody who holds them.
        for suffix in ["", "-wal"] {
            let source = try bytes(of: path + suffix)
            let file = try #require(fopen(copy + suffix, "w"))
            fwrite(source, 1, source.count, file)
            fclose(file)
        }
        let again = try Store.open(.file(copy), clock: store.clock, seed: 1)
        #expect(again.openReport.wasChecked)
        #expect(try again.database.integer("SELECT COUNT(*) FROM meta WHERE key = 'answered'") == 1)
        #expect(try !open().openReport.wasChecked, "somebody holds it: nothing has ended")
    }

    @Test("Sixty first starts, three at a time, make one file each three, with one learner")
    func together() async throws {
        for round in 0..<20 {
            let path = directory.file("together-\(round).db")
            let learners = try await withThrowingTaskGroup(of: String.self) { group in
                for seed in 0..<3 {
                    group.addTask {
                        let store = try Store.open(
                            .file(path), clock: { Moment(at: Timestamp(milliseconds: 0), zone: 0) }, seed: UInt64(seed))
                        return store.learner
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(learners.count == 1)
        }
    }

    @Test("Before a migration that rewrites data a copy is made, which only its owner can read")
    func migrated() throws {
        try open().close()
        let steps = Schema.migrations + [.init(sql: "UPDATE users SET name = 'renamed'", rewritesData: true)]
        let now = Timestamp(milliseconds: 1_790_000_000_000)
        let opening = try Opening(.file(path), now: now, migrations: steps)
        let copy = try #require(opening.report.backup)
        #expect(copy == path + ".v1-2026-09-21T141320.backup")
        #expect(mode(copy) == 0o600)
        #expect(opening.report.migratedFrom == 1 && !opening.report.wasCreated)
        let old = try Database(path: copy, access: .readOnly)
        #expect(try old.integer("PRAGMA user_version") == 1)
        #expect(try old.integer("SELECT COUNT(*) FROM users WHERE name IS NULL") == 1)
        #expect(try opening.database.integer("SELECT COUNT(*) FROM users WHERE name = 'renamed'") == 1)
    }

    @Test("A migration that fails leaves the file at the version it was at")
    func failedMigration() throws {
        try open().close()
        let steps = Schema.migrations + [.init(sql: "UPDATE users SET name = 'renamed'; SELECT nonsense")]
        #expect(throws: StoreError.self) {
            try Opening(.file(path), now: Timestamp(milliseconds: 0), migrations: steps)
        }
        let store = try open()
        #expect(try store.database.integer("SELECT COUNT(*) FROM users WHERE name IS NULL") == 1)
    }
}
