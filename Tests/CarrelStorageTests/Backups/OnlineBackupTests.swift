import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("Copying a file that is in use")
struct OnlineBackupTests {
    let directory: TemporaryDirectory
    let clock = TestClock()
    let store: Store
    let copy: String

    init() throws {
        directory = try TemporaryDirectory()
        store = try Store.open(.file(directory.file("carrel.db")), clock: clock.now, seed: 7)
        try store.load(SampleCatalogue.channel((0..<60).map { SampleCatalogue.question("q\($0)") }))
        copy = directory.file("copy.db")
    }

    private func entries(_ path: String) throws -> Int { try BackupContents(of: path).entries }

    @Test("The copy is one whole file, its owner's alone, that needs nothing beside it")
    func whole() throws {
        try store.start(["q1"])
        let backup = try OnlineBackup(of: store, to: copy)
        #expect(FileBytes.exists(copy + ".partial") && !FileBytes.exists(copy))
        #expect(FileBytes.mode(copy + ".partial") == 0o600)
        try backup.run()
        #expect(backup.progress.done == backup.progress.total && backup.progress.total > 20)
        let names = FileBytes.names(in: directory.path).filter { $0.hasPrefix("copy") }
        #expect(names == ["copy.db"])
        #expect(FileBytes.mode(copy) == 0o600)
        // The file format's versions: 1 is a rollback journal, 2 would be WAL.
        #expect(try FileBytes.read(copy)[18...19] == [1, 1])
        #expect(try entries(copy) == 1)
        let opened = try Store.open(.file(copy), clock: clock.now, seed: 1)
        #expect(try opened.integrity() == [] && opened.drift() == [])
        #expect(opened.learner == store.learner)
    }

    @Test("What is recorded between two steps goes into the copy")
    func changedMeanwhile() throws {
        let session = try store.start(["q1", "q2"])
        let backup = try OnlineBackup(of: store, to: copy)
        #expect(try !backup.step(pages: 10))
        try store.answer("q1", in: session)
        #expect(try !backup.step(pages: 10))
        try store.answer("q2", in: session)
        try backup.run()
        #expect(try entries(copy) == 3)
        #expect(try Store.open(.file(copy), clock: clock.now, seed: 1).drift() == [])
    }

    @Test("When another program writes in between, the copy still is of one moment")
    func writtenByAnother() throws {
        let backup = try OnlineBackup(of: store, to: copy)
        #expect(try !backup.step(pages: 30))
        let other = try Store.open(.file(directory.file("carrel.db")), clock: clock.now, seed: 8)
        try other.answer("q1", in: try other.start(["q1"]))
        try backup.run()
        #expect(try entries(copy) == 2)
        #expect(try Store.open(.file(copy), clock: clock.now, seed: 1).integrity() == [])
    }

    @Test("A copy that is given up leaves nothing")
    func givenUp() throws {
        var backup: OnlineBackup? = try OnlineBackup(of: store, to: copy)
        #expect(try backup?.step(pages: 10) == false)
        backup = nil
        #expect(FileBytes.names(in: directory.path).filter { $0.hasPrefix("copy") } == [])
    }

    @Test("Nothing is overwritten")
    func existing() throws {
        try FileBytes.write([1, 2, 3], to: copy)
        #expect(throws: StoreError.exists(path: copy)) { try OnlineBackup(of: store, to: copy) }
        #expect(try FileBytes.read(copy) == [1, 2, 3])
        unlink(copy)
        let backup = try OnlineBackup(of: store, to: copy)
        try FileBytes.write([1, 2, 3], to: copy)
        #expect(throws: StoreError.exists(path: copy)) { try backup.run() }
        #expect(try FileBytes.read(copy) == [1, 2, 3] && !FileBytes.exists(copy + ".partial"))
    }

    @Test("What a killed program left of a copy is replaced; a copy under way is not")
    func leftover() throws {
        try FileBytes.write([1, 2, 3], to: copy + ".partial")
        let backup = try OnlineBackup(of: store, to: copy)
        #expect(throws: StoreError.locked(path: copy + ".partial")) { try OnlineBackup(of: store, to: copy) }
        try backup.run()
        #expect(try entries(copy) == 0)
    }

    @Test("A copy in a directory that is not there is refused")
    func nowhere() {
        #expect {
            try OnlineBackup(of: store, to: directory.file("nowhere/copy.db"))
        } throws: { error in
            // It names the file that was asked for, not the one it grows in.
            if case StoreError.unwritable(directory.file("nowhere/copy.db"), _) = error { true } else { false }
        }
    }
}
