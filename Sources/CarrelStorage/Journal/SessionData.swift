import CarrelCore

/// `userSessions.sessionData`: the draw, what was done to it beside answering, and the result.
struct SessionData: Codable, Equatable {
    var items: [DrawnItem]
    /// The items that do not count, named once more so that sums need not read the whole draw; nil for none.
    var unscored: [String]?
    /// What an exam is sat under.
    var rules: ExamRules?
    var marks = SessionMarks()
    var result: SessionResult?
    /// Since when it stands still.
    var pausedAt: Timestamp?
    /// How long it stood still before that.
    var pausedMs: Int64 = 0

    init(items: [DrawnItem], rules: ExamRules? = nil) {
        self.items = items
        self.rules = rules
        let unscored = items.filter { !$0.isScored }.map(\.questionId).sorted()
        self.unscored = unscored.isEmpty ? nil : unscored
    }
}
