import CarrelCore
import CarrelStorage
import Testing

@Suite("The day's copy")
struct DailyBackupTests {
    @Test("Is made while the learner pauses, and is there once a day")
    func made() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/tcp-ip")
        _ = try app.options()
        try app.answersRight()
        let backups = DailyBackups(ofFileAt: learner.home + "/data/carrel/carrel.db")
        try Waiting.until("a copy is made") { try !backups.all().isEmpty }
        let copy = try #require(try backups.all().first)
        #expect(try BackupContents(of: copy.path).sessions == 1)
        // The program is as it was.
        try app.continues()
        try app.leaves()
        #expect(try backups.all().count == 1)
    }
}
