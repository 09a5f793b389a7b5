import CarrelCore
import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("Copies that make themselves")
struct DailyBackupsTests {
    let directory: TemporaryDirectory
    let clock = TestClock("2026-11-21 10:00:00")
    let store: Store
    let backups: DailyBackups

    init() throws {
        directory = try TemporaryDirectory()
        let path = directory.file("carrel.db")
        store = try Store.open(.file(path), clock: clock.now, seed: 7)
        backups = DailyBackups(ofFileAt: path)
    }

    /// - Returns: Whether one was made.
    @discardableResult
    private func makeOne() throws -> Bool {
        let day = DailyBackups.day(of: clock.now())
        guard let backup = try backups.begin(of: store, on: day) else { return false }
        while try !backup.step(pages: 50) {}
        return true
    }

    private var names: [String] { FileBytes.names(in: backups.directory) }

    @Test("A day's copy lies in a directory of its owner's, named after the file and the day")
    func named() throws {
        try store.start(["q1"])
        #expect(try makeOne())
        #expect(names == ["carrel-2026-11-21.db"])
        #expect(FileBytes.mode(backups.directory) == 0o700)
        #expect(FileBytes.mode(backups.directory + "/carrel-2026-11-21.db") == 0o600)
        #expect(try BackupContents(of: backups.directory + "/carrel-2026-11-21.db").entries == 1)
    }

    @Test("There is one a day, and none while nothing has been done since the last one")
    func onlyNews() throws {
        #expect(try !makeOne(), "nothing was ever done")
        try store.start(["q1"])
        #expect(try makeOne())
        try store.start(["q2"])
        #expect(try !makeOne(), "that of the day is there")
        clock.advance(seconds: 86_400)
        #expect(try makeOne())
        clock.advance(seconds: 86_400)
        #expect(try !makeOne(), "nothing new")
    }

    @Test("The last seven are kept, and other files are let be")
    func pruned() throws {
        mkdir(backups.directory, 0o755)
        let others = ["carrel-work-2026-01-01.db", "carrel-2026-13-01.db", "letters.txt"]
        for name in others { try FileBytes.write([1], to: backups.directory + "/" + name) }
        for _ in 0..<9 {
            try store.start(["q1"])
            #expect(try makeOne())
            clock.advance(seconds: 86_400)
        }
        #expect(
            names.filter { !others.contains($0) } == (23...29).map { "carrel-2026-11-\($0).db" })
        #expect(Set(names).isSuperset(of: others))
        #expect(FileBytes.mode(backups.directory) == 0o700)
    }

    @Test("The day is the one on the learner's wall, and a clock set back does not cost the copy just made")
    func days() throws {
        clock.moment = Moment(at: Timestamp(milliseconds: 1_795_300_200_000), zone: 120)
        #expect(clock.moment.at.text.hasPrefix("2026-11-21 22:30"))
        try store.start(["q1"])
        try makeOne()
        #expect(names == ["carrel-2026-11-22.db"])
        for _ in 0..<7 {
            clock.advance(seconds: 86_400)
            try store.start(["q1"])
            try makeOne()
        }
        clock.advance(seconds: -30 * 86_400)
        try store.start(["q1"])
        #expect(try makeOne())
        #expect(names.count == 7 && names.first == "carrel-2026-10-30.db")
    }

    @Test("A copy that is not sound is removed, and does not cost the older ones")
    func unsound() throws {
        for _ in 0..<DailyBackups.kept {
            try store.start(["q1"])
            #expect(try makeOne())
            clock.advance(seconds: 86_400)
        }
        let sound = names
        try store.start(["q1"])
        let day = DailyBackups.day(of: clock.now())
        let backup = try #require(try backups.begin(of: store, on: day))
        while !backups.isMade(on: day) { #expect(try !backup.step(pages: 50)) }
        #expect(names.count == DailyBackups.kept + 1, "older ones stay until the new one was looked through")
        try FileBytes.damage(backup.path)
        #expect {
            while try !backup.step(pages: 50) {}
        } throws: {
            if case StoreError.damaged(backup.path, _, nil) = $0 { true } else { false }
        }
        #expect(names == sound)
    }

    @Test("A copy given up midway is no copy; the next one clears up after a killed one")
    func givenUp() throws {
        try store.start(["q1"])
        var backup = try backups.begin(of: store, on: CivilDate(year: 2026, month: 11, day: 21))
        #expect(try backup?.step(pages: 5) == false)
        backup = nil
        #expect(names == [])
        try FileBytes.write([1], to: backups.directory + "/carrel-2026-11-20.db.partial")
        #expect(try makeOne())
        #expect(names == ["carrel-2026-11-21.db"])
    }

    @Test("A damaged file is named with the newest sound backup and the command that restores it; it stays as it was")
    func offered() throws {
        for _ in 0..<3 {
            try store.start(["q1"])
            try makeOne()
            clock.advance(seconds: 86_400)
        }
        try FileBytes.damage(backups.directory + "/carrel-2026-11-23.db")
        let damaged = directory.file("carrel.db")
        try store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        let copy = try TemporaryDirectory()
        let path = copy.file("carrel.db")
        let whole = try FileBytes.read(damaged)
        try FileBytes.write(Array(whole[..<(whole.count / 2)]), to: path)
        rename(backups.directory, copy.file("backups"))
        let before = try FileBytes.read(path)
        let sound = copy.file("backups/carrel-2026-11-22.db")
        let error = #expect(throws: StoreError.self) { try Store.open(.file(path), clock: clock.now, seed: 1) }
        guard case .damaged(path, _, sound) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.hasSuffix("carrel restore \(sound) --db \(path)") == true)
        #expect(try FileBytes.read(path) == before)
        // Not even a header is left.
        try FileBytes.write([UInt8](repeating: 7, count: 8192), to: path)
        #expect {
            try Store.open(.file(path), clock: clock.now, seed: 1)
        } throws: {
            if case StoreError.damaged(path, _, sound) = $0 { true } else { false }
        }
    }
}
