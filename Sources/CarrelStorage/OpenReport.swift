/// What was found and done when the learner's file was opened.
public struct OpenReport: Equatable, Sendable {
    public var path: String
    /// SQLite's word: `wal`, `delete` or `memory`.
    public var journalMode: String
    public var isNetworkFileSystem = false
    /// What others could read and no longer can, to be told to the learner.
    public var tightened: [String] = []
    /// The schema version the file was at before it was brought up to date.
    public var migratedFrom: Int?
    /// The copy made before a migration that rewrites data.
    public var backup: String?
    public var wasCreated: Bool
    /// A program had ended without closing the file; it was looked through and is sound.
    public var wasChecked = false
    /// The learner's tables were folded anew from the journal.
    public var rebuilt = false
}
