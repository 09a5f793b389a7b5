/// Which questions are meant: what a list shows and what a session draws from.
public enum QuestionScope: Hashable, Sendable {
    case channel(String, subChannel: String? = nil)
    case certification(String, domain: String? = nil)
    /// The questions of a learning path, or of one of its milestones, in the path's order.
    case path(String, milestone: String? = nil)
    case tag(String)
    case bookmarks
    /// Those whose last answer was wrong.
    case wrong
    /// These, in this order.
    case ids([String])
    case all
}
