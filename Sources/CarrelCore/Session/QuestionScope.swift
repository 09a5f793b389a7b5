/// Which questions are meant: what a list shows and what a session draws from.
public indirect enum QuestionScope: Hashable, Sendable {
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
    /// Those a search finds, in catalogue order.
    case search(SearchQuery)
    /// Those of a scope that a filter admits, in the scope's order.
    case filtered(QuestionScope, QuestionFilter)
    case all

    /// What is typed to narrow it; only as many of such a scope are looked for as are asked for.
    public var typed: String {
        if case .filtered(_, let filter) = self { filter.typed } else { "" }
    }
}
