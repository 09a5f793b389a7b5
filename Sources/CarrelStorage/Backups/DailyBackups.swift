import CarrelCore
import Glibc

/// The copies of a learner's file that are made by themselves, one a day, in `backups/` beside it.
///
/// `carrel.db` has `backups/carrel-2026-11-21.db`. The day is the learner's own, from midnight to midnight.
public struct DailyBackups: Equatable, Sendable {
    /// How many are kept.
    public static let kept = 7

    /// One of them.
    public struct Copy: Equatable, Sendable {
        public var path: String
        public var day: CivilDate
    }

    public let directory: String
    /// What the names of the copies begin with, before the day.
    private let prefix: String

    /// - Parameter path: The learner's file; it need not be there.
    public init(ofFileAt path: String) {
        let parent = StoreFile.parent(of: path)
        directory = (parent == "/" ? "" : parent) + "/backups"
        let name = path.split(separator: "/").last ?? ""
        prefix = (name.hasSuffix(".db") ? name.dropLast(3) : name) + "-"
    }

    /// Nil for a store that is in no file.
    public init?(of store: Store) {
        guard store.openReport.journalMode != "memory" else { return nil }
        self.init(ofFileAt: store.openReport.path)
    }

    /// The date on the learner's wall.
    public static func day(of moment: Moment) -> CivilDate {
        CivilDate(day: StudyDay(moment.at, zone: moment.zone, start: 0).number)
    }

    public func path(on day: CivilDate) -> String { "\(directory)/\(prefix)\(Self.text(day)).db" }

    /// Those there are, the newest first.
    public func all() throws -> [Copy] {
        try names().compactMap { name in
            day(in: name, ending: ".db").map { Copy(path: "\(directory)/\(name)", day: $0) }
        }
        .sorted { $0.day > $1.day }
    }

    /// The newest that is whole; those after it are damaged. Reads as many as it takes to find it, all of each.
    public func newestSound() throws -> Copy? {
        try all().first { copy in
            do {
                _ = try BackupContents(of: copy.path)
                return true
            } catch is StoreError {
                // What is wrong with a copy is said by whoever wants that one; here it is passed over.
                return false
            }
        }
    }

    /// Whether there is today's: no more than a look at its name.
    public func isMade(on day: CivilDate) -> Bool { access(path(on: day), F_OK) == 0 }

    /// Makes the directory where it is missing, for its owner alone.
    public func makeDirectory() throws {
        try StoreFile.makeDirectories(directory)
        _ = StoreFile.tighten(directory, to: 0o700)
    }

    /// Begins today's copy.
    ///
    /// - Returns: Nil when it is there, or the newest one has all that is in the journal.
    /// - Throws: `StoreError.locked` while another program makes it, or when the directory cannot be used.
    public func begin(of store: Store, on day: CivilDate) throws -> DailyBackup? {
        guard !isMade(on: day), try isNews(in: store) else { return nil }
        try makeDirectory()
        for name in try names() where self.day(in: name, ending: ".db" + PartialFile.suffix) != nil {
            try PartialFile.removeLeftover("\(directory)/\(name)")
        }
        let copy = try OnlineBackup(of: store, to: path(on: day))
        return DailyBackup(copy: copy, among: self, day: day)
    }

    /// Removes those beyond the last seven, but never that of `day`, which a clock set back makes an old one.
    func prune(keeping day: CivilDate) throws {
        for copy in try all().filter({ $0.day != day }).dropFirst(Self.kept - 1) {
            guard unlink(copy.path) == 0 || errno == ENOENT else { throw StoreFile.inaccessible(copy.path) }
        }
    }

    private func isNews(in store: Store) throws -> Bool {
        let mark = try JournalMark(of: store.database)
        guard mark.rows > 0 else { return false }
        guard let newest = try all().first else { return true }
        do {
            return try JournalMark(of: BackupContents.opened(newest.path)) != mark
        } catch is StoreError {
            // One that cannot be read is no backup, and what is wrong with it is no reason to make none.
            return true
        }
    }

    private func names() throws -> [String] {
        guard let entries = opendir(directory) else {
            if errno == ENOENT { return [] }
            throw StoreFile.inaccessible(directory)
        }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }

    private func day(in name: String, ending suffix: String) -> CivilDate? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
        let text = String(name.dropFirst(prefix.count).dropLast(suffix.count))
        guard text.utf8.count == 10, let moment = Timestamp(text: text) else { return nil }
        return Self.day(of: Moment(at: moment, zone: 0))
    }

    private static func text(_ day: CivilDate) -> String {
        String(Timestamp(milliseconds: Int64(day.dayNumber) * 86_400_000).text.prefix(10))
    }
}

/// A day's copy under way.
public final class DailyBackup {
    public var path: String { copy.path }
    public var progress: OnlineBackup.Progress { copy.progress }
    private let copy: OnlineBackup
    private let backups: DailyBackups
    private let day: CivilDate
    /// Nil while it is copied.
    private var check: BackupCheck?

    init(copy: OnlineBackup, among backups: DailyBackups, day: CivilDate) {
        self.copy = copy
        self.backups = backups
        self.day = day
    }

    /// Copies up to `pages` more, then looks through a table of the copy; older copies are removed once this one was
    /// found sound.
    ///
    /// - Returns: Whether all is done.
    /// - Throws: As `OnlineBackup.step`; `StoreError.damaged` for a copy that is not sound: it is removed, being no
    ///   backup, and all older ones stay.
    public func step(pages: Int) throws -> Bool {
        guard let check else {
            if try copy.step(pages: pages) { check = try BackupCheck(of: path) }
            return false
        }
        do {
            guard try check.step() else { return false }
        } catch StoreError.damaged(let path, let detail, let backup) {
            self.check = nil
            unlink(path)
            throw StoreError.damaged(path: path, detail: detail, backup: backup)
        }
        try backups.prune(keeping: day)
        return true
    }
}

/// Tells whether a journal has changed since it was copied: entries are only ever added.
private struct JournalMark: Equatable {
    var rows: Int64
    var order: Int64

    init(of database: Database) throws {
        rows = try database.integer("SELECT max(rowid) FROM journal")
        order = try database.integer("SELECT max(ord) FROM journal")
    }
}
