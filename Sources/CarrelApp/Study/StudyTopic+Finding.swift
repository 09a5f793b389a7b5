import CarrelCore

// Topics that a learner makes by searching and filtering.

extension StudyTopic {
    private static let searchTitle = "Search: "

    /// What a search finds.
    ///
    /// - Parameter text: As it was typed.
    static func search(_ query: SearchQuery, text: String) -> StudyTopic {
        StudyTopic(scope: .search(query), key: query.sessionKey, type: .training, title: searchTitle + text)
    }

    /// The search that a session's title names; nil where it names none.
    static func search(titled title: String) -> StudyTopic? {
        guard title.hasPrefix(searchTitle) else { return nil }
        let text = String(title.dropFirst(searchTitle.count))
        return search(SearchQuery.read(text).query, text: text)
    }

    /// The part of the topic that a filter admits, with sessions of its own.
    func filtered(by filter: QuestionFilter) -> StudyTopic {
        guard !filter.isEmpty else { return self }
        var topic = self
        topic.scope = .filtered(scope, filter)
        topic.key = .filtered(key, by: "\(SearchQuery(filter: filter))")
        topic.subtitle = [subtitle, filter.words].compactMap { $0 }.joined(separator: ", ")
        return topic
    }
}

/// The searches made last, kept among what the program remembers.
enum RecentSearches {
    private static let key = SettingChanged.rememberedPrefix + "searches"
    static let kept = 5

    /// The latest first.
    ///
    /// - Parameter settings: The learner's, by key.
    static func read(_ settings: [String: String]) -> [String] {
        (settings[key] ?? "").split(separator: "\n").prefix(kept).map(String.init)
    }

    /// `searches` with `text` as the latest.
    static func adding(_ text: String, to searches: [String]) -> [String] {
        Array(([text] + searches.filter { $0 != text }).prefix(kept))
    }

    static func change(to searches: [String]) -> SettingChanged {
        SettingChanged(key: key, value: searches.joined(separator: "\n"))
    }
}
