import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("Restoring a backup")
struct RestoreTests {
    let directory: TemporaryDirectory
    let clock = TestClock("2026-11-21 10:00:00")
    let path: String
    let backup: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("carrel.db")
        backup = directory.file("mine.db")
        let store = try open()
        let session = try store.start(["q1", "q2"])
        try store.answer("q1", in: session)
        try OnlineBackup(of: store, to: backup).run()
        clock.advance(seconds: 3600)
        try store.answer("q2", in: session)
        try store.close()
    }

    private func open() throws -> Store { try Store.open(.file(path), clock: clock.now, seed: 7) }

    private func restore() throws -> Restoration {
        try Store.restore(from: backup, to: path, at: clock.moment.at)
    }

    private func entries(_ path: String) throws -> Int { try BackupContents(of: path).entries }

    @Test("The copy takes the file's place, which is kept beside, and what it holds is told")
    func restored() throws {
        let before = try FileBytes.read(path)
        let kept = path + ".before-restore-2026-11-21T110000"
        let done = try restore()
        #expect(done.kept == [kept])
        let first = try #require(Timestamp(text: "2026-11-21 10:00:00"))
        #expect(
            done.contents
                == BackupContents(schemaVersion: 1, entries: 2, answers: 1, sessions: 1, lastEntry: first))
        #expect(try FileBytes.read(kept) == before)
        #expect(FileBytes.mode(path) == 0o600)
        let store = try open()
        #expect(try store.integrity() == [] && store.drift() == [])
        #expect(try entries(path) == 2 && entries(kept) == 3 && entries(backup) == 2)
    }

    @Test("What a killed program left in the log is kept with the file")
    func keptWithItsLog() throws {
        let store = try open()
        try store.start(["q3"])
        let killed = directory.file("killed.db")
        for suffix in ["", "-wal"] { try FileBytes.write(try FileBytes.read(path + suffix), to: killed + suffix) }
        let done = try Store.restore(from: backup, to: killed, at: clock.moment.at)
        #expect(done.kept.map { $0.hasSuffix("-wal") } == [false, true])
        #expect(try entries(killed) == 2)
        #expect(try entries(done.kept[0]) == 4)
    }

    @Test("A copy made by hand with its log beside it is taken whole")
    func copyWithLog() throws {
        let store = try open()
        try store.start(["q3"])
        let copy = directory.file("by-hand.db")
        for suffix in ["", "-wal"] { try FileBytes.write(try FileBytes.read(path + suffix), to: copy + suffix) }
        let place = directory.file("new/carrel.db")
        let done = try Store.restore(from: copy, to: place, at: clock.moment.at)
        #expect(done.kept == [] && done.contents.entries == 4)
    }

    @Test("While a program has the file open, nothing is replaced")
    func inUse() throws {
        let store = try open()
        #expect(throws: StoreError.inUse(path: path)) { try restore() }
        #expect(try entries(path) == 3)
        try store.close()
    }

    @Test("What is no sound file of a learner is refused, and nothing changes")
    func refused() throws {
        let before = try FileBytes.read(path)
        let whole = try FileBytes.read(backup)
        func expectRefusal(_ isExpected: (StoreError) -> Bool) throws {
            let error = #expect(throws: StoreError.self) { try restore() }
            #expect(error.map(isExpected) == true, "\(String(describing: error))")
            #expect(try FileBytes.read(path) == before)
            let left = FileBytes.names(in: directory.path).filter { $0 != "carrel.db" && $0 != "mine.db" }
            #expect(left == [])
        }
        try FileBytes.damage(backup)
        try expectRefusal { if case .damaged(backup, _, nil) = $0 { true } else { false } }
        try FileBytes.write(Array(whole[..<(whole.count / 2)]), to: backup)
        try expectRefusal { if case .damaged(backup, _, nil) = $0 { true } else { false } }
        try FileBytes.write([], to: backup)
        try expectRefusal { $0 == .empty(path: backup) }
        try FileBytes.write(Array("Dear diary, ".utf8) + whole, to: backup)
        try expectRefusal { $0 == .notADatabase(path: backup) }
        unlink(backup)
        try expectRefusal { $0 == .inaccessible(path: backup, reason: "there is no such file") }
        try Database(path: backup).execute("CREATE TABLE letters(body TEXT)")
        try expectRefusal { $0 == .foreignFile(object: "table letters", path: backup) }
        try FileBytes.write(whole, to: backup)
        try Database(path: backup).execute("PRAGMA user_version = 99")
        try expectRefusal { $0 == .newerFile(version: 99, known: Schema.migrations.count, path: backup) }
        #expect(throws: StoreError.exists(path: path)) {
            try Store.restore(from: path, to: path, at: clock.moment.at)
        }
    }

    @Test("Two in the same second keep both files")
    func twice() throws {
        let first = try restore()
        let second = try restore()
        #expect(first.kept != second.kept && (first.kept + second.kept).allSatisfy(FileBytes.exists))
    }
}
