/// A full-text search: words and phrases that must occur, some that must not, and a filter.
public struct SearchQuery: Hashable, Sendable {
    /// A word or a phrase.
    public struct Term: Hashable, Sendable {
        /// One word or several, without quotes; holds at least one letter or digit.
        public var text: String
        /// Whether its last word is only the beginning of one.
        public var isPrefix: Bool

        public init(_ text: String, isPrefix: Bool) {
            self.text = text
            self.isPrefix = isPrefix
        }
    }

    /// All of them must occur.
    public var terms: [Term]
    /// None of them may occur.
    public var excluded: [Term]
    public var filter: QuestionFilter

    public init(terms: [Term] = [], excluded: [Term] = [], filter: QuestionFilter = QuestionFilter()) {
        self.terms = terms
        self.excluded = excluded
        self.filter = filter
    }

    /// Nothing is asked for, so nothing is found.
    public var isEmpty: Bool { terms.isEmpty && excluded.isEmpty && filter.isEmpty }
}

extension SearchQuery: CustomStringConvertible {
    /// The search in one form, whichever way it was typed: reading it gives the same search.
    public var description: String {
        (terms.map(\.description) + excluded.map { "-\($0)" } + filter.fields).joined(separator: " ")
    }

    /// Of the session that practises what is found: searches that ask for the same share it.
    public var sessionKey: SessionKey {
        let sorted = SearchQuery(
            terms: terms.sorted { $0.description < $1.description },
            excluded: excluded.sorted { $0.description < $1.description }, filter: filter)
        return .search(hash: String(fnv1a64(sorted.description), radix: 16))
    }
}

extension SearchQuery.Term: CustomStringConvertible {
    /// As it is typed: `router`, `"half open"`, `"half op"*`, `c*`.
    public var description: String {
        guard isPrefix else { return "\"\(text)\"" }
        let isPlain = !text.contains { $0.isWhitespace } && SearchReader.isPlainWord(text)
        guard isPlain else { return "\"\(text)\"*" }
        return text.count < SearchReader.wholeBelow ? text + "*" : text
    }
}
