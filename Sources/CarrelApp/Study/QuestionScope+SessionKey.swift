import CarrelCore

extension QuestionScope {
    /// What a session of `key` drew from; nil where it can be drawn from but once.
    ///
    /// - Parameter title: The session's, which says what was searched for: that cannot be read from a hash.
    init?(of key: SessionKey, titled title: String) {
        switch key {
        case .channel(let id, let subChannel): self = .channel(id, subChannel: subChannel)
        case .certification(let id, let domain): self = .certification(id, domain: domain)
        case .path(let id, let milestone): self = .path(id, milestone: milestone)
        case .tag(let tag): self = .tag(tag)
        case .bookmarks: self = .bookmarks
        case .wrong(nil): self = .wrong
        case .search:
            guard let search = StudyTopic.search(titled: title), search.key == key else { return nil }
            self = search.scope
        case .filtered(let whole, let fields):
            let query = SearchQuery.read(fields)
            guard query.faults.isEmpty, let scope = QuestionScope(of: whole, titled: title) else { return nil }
            self = .filtered(scope, query.query.filter)
        case .wrong, .exam, .review, .test: return nil
        }
    }
}
