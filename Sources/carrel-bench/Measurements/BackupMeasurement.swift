import CarrelStorage
import Glibc

/// What a copy of the learner's file costs, taken as the program takes it: between two looks at the keyboard.
struct BackupMeasurement {
    /// Milliseconds of each step but the last.
    private(set) var steps = Samples()
    /// Of the last one, which waits for the disk.
    private(set) var lastStep = 0.0
    private(set) var milliseconds = 0.0

    /// - Parameter copy: Is made and removed again.
    init(of database: String, copy: String, pages: Int) throws {
        let store = try GeneratedLibrary.open(database)
        milliseconds = try Stopwatch.milliseconds {
            let backup = try OnlineBackup(of: store, to: copy)
            var isDone = false
            while !isDone {
                let step = try Stopwatch.milliseconds { isDone = try backup.step(pages: pages) }
                if isDone { lastStep = step } else { steps.add(step) }
            }
        }
        guard unlink(copy) == 0 else { throw BenchError.system("cannot remove \(copy)") }
    }

    /// Makes the day's copy, so that the program under test has none to make.
    static func makeToday(of database: String) throws {
        let store = try GeneratedLibrary.open(database)
        let day = DailyBackups.day(of: SystemMoment.now())
        guard let backup = try DailyBackups(ofFileAt: database).begin(of: store, on: day) else { return }
        while try !backup.step(pages: 4_096) {}
    }
}
