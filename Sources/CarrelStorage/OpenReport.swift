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
    public var wasCreated: Bool
    /// The learner's tables were folded anew from the journal.
    public var rebuilt = false
}
