import CarrelCore

/// `userSessions.sessionData`: the draw, what was done to it beside answering, and the result.
struct SessionData: Codable, Equatable {
    /// Where in the journal a session was completed: timed sessions and exams are reviewed as of there.
    struct Completion: Codable, Equatable {
        var ord: Int64
        var hlc: Int64
        var id: String
        var at: Timestamp
        /// Minutes east of UTC.
        var zone: Int

        var position: JournalPosition { JournalPosition(ord: ord, hlc: hlc, id: id) }
    }

    var items: [DrawnItem]
    /// The items that do not count, named once more so that sums need not read the whole draw; nil for none.
    var unscored: [String]?
    var marks = SessionMarks()
    var result: SessionResult?
    var completion: Completion?
    /// Since when it stands still.
    var pausedAt: Timestamp?
    /// How long it stood still before that.
    var pausedMs: Int64 = 0

    init(items: [DrawnItem]) {
        self.items = items
        let unscored = items.filter { !$0.isScored }.map(\.questionId).sorted()
        self.unscored = unscored.isEmpty ? nil : unscored
    }
}
