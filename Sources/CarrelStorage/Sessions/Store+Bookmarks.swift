import CarrelCore

/// A bookmarked question as the list shows it.
public struct BookmarkRow: Equatable, Identifiable, Sendable {
    public var questionId: String
    public var note: String?
    public var createdAt: Timestamp
    /// Nil where no pack installed here has the question.
    public var stem: String?

    public var id: String { questionId }
}

extension Store {
    /// One page of bookmarks, the newest first.
    /// - Parameter last: The last row of the page before; nil for the first page.
    public func bookmarks(after last: BookmarkRow? = nil, limit: Int) throws -> [BookmarkRow] {
        // Both bounds admit everything on the first page.
        let bound = last.map { ($0.createdAt.text, $0.questionId) } ?? ("9999-99", "")
        return try database.rows(
            """
            SELECT b.questionId, b.note, b.createdAt, \(Self.shownStem(learner: "b.userId"))
              FROM bookmarks b LEFT JOIN questions q ON q.id = b.questionId
             WHERE b.userId = ? AND (b.createdAt, b.questionId) < (?, ?)
             ORDER BY b.createdAt DESC, b.questionId DESC LIMIT ?
            """, learner, bound.0, bound.1, limit
        ) {
            BookmarkRow(
                questionId: $0.text(0), note: $0.optionalText(1), createdAt: try $0.timestamp(2),
                stem: $0.optionalText(3))
        }
    }

    /// The stem of `q` as the learner has it, in SQL; `learner` names them there.
    static func shownStem(learner: String) -> String {
        """
        COALESCE((SELECT value FROM errata WHERE userId = \(learner) AND questionId = q.id AND field = 'question'),
                 q.question)
        """
    }

    public func bookmarkCount() throws -> Int {
        Int(try database.integer("SELECT count(*) FROM bookmarks WHERE userId = ?", learner))
    }

    public func isBookmarked(_ question: String) throws -> Bool {
        try database.integer("SELECT count(*) FROM bookmarks WHERE id = ?", "\(learner)/\(question)") > 0
    }

    /// The note of a bookmarked question; nil without a bookmark or a note.
    public func note(of question: String) throws -> String? {
        try database.first("SELECT note FROM bookmarks WHERE id = ?", "\(learner)/\(question)") { $0.optionalText(0) }
            ?? nil
    }
}
