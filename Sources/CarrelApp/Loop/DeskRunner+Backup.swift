import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What the loop knows of the day's copy of the learner's file.
struct DeskBackup {
    /// Milliseconds without a key before a copy is begun.
    static let pause: Int64 = 2000
    /// Copied between two looks at the keyboard: 256 KiB.
    static let pages = 64

    private var backups: DailyBackups?
    /// The last day that was asked about.
    private var day: CivilDate?
    /// Whether that day's copy is still to be made, as far as can be told without reading anything.
    private(set) var isPending = false
    /// Since when no key was pressed; nil before anybody waited for that.
    var quietSince: Timestamp?
    var job: DailyBackup?

    /// Asks once a day whether its copy is there.
    mutating func consider(_ store: Store, at now: Moment) {
        let today = DailyBackups.day(of: now)
        guard day != today, job == nil else { return }
        day = today
        backups = backups ?? DailyBackups(of: store)
        guard let backups else { return }
        quietSince = nil
        isPending = !backups.isMade(on: today)
    }

    /// Begins the copy, unless it turns out not to be due.
    mutating func begin(of store: Store) throws {
        guard let backups, let day else { return }
        job = try backups.begin(of: store, on: day)
        isPending = job != nil
    }

    mutating func end() {
        job = nil
        isPending = false
    }
}

// The day's copy is made between two looks at the keyboard, once the learner pauses. Left midway, it is given up, and
// the next start makes it.
extension DeskRunner {
    /// Attends to the keyboard, then does the next step of the copy.
    mutating func stepBackup() {
        if backup.job != nil {
            attend(to: terminal.events(timeout: 0))
        } else if !awaitPause() {
            return
        }
        guard desk.exitStatus == nil else { return }
        do {
            if let job = backup.job {
                if try job.step(pages: DeskBackup.pages) { backup.end() }
            } else {
                try backup.begin(of: store)
            }
        } catch StoreError.locked {
            // Another terminal makes it, or keeps the file from being read: there is time.
            backup.job = nil
            backup.quietSince = nil
        } catch {
            backup.end()
            desk.say("today's backup was not made: \(error)")
            show()
        }
    }

    /// Waits for a key until the learner has paused for long enough; says whether that is so.
    private mutating func awaitPause() -> Bool {
        let quiet = backup.quietSince ?? clock().at
        backup.quietSince = quiet
        // A clock that is set back must not put the copy off for hours.
        let left = max(0, min(quiet.milliseconds + DeskBackup.pause - clock().at.milliseconds, DeskBackup.pause))
        let events = terminal.events(timeout: min(Int(left), desk.tick ?? .max))
        attend(to: events)
        if events != [.tick] {
            backup.quietSince = clock().at
            return false
        }
        return left == 0 || clock().at.milliseconds - quiet.milliseconds >= DeskBackup.pause
    }
}
