import CarrelCore

/// A search in the language of FTS5.
///
/// Every word stands in quotes, where only the quote itself has a meaning, and none of those is left in a term: nothing
/// that is typed can be a syntax error.
struct SearchExpression {
    /// What MATCH is given; nil where the search asks for nothing.
    let text: String?

    init(_ query: SearchQuery) {
        guard !query.isEmpty else {
            text = nil
            return
        }
        let filter = query.filter
        var wanted = query.terms.map(Self.phrase) + Self.facets(filter.wanted)
        let excluded = query.excluded.map(Self.phrase) + Self.each(filter.excluded)
        if wanted.isEmpty { wanted = [Self.quoted(FacetToken.every)] }
        // NOT binds tighter than AND, and takes one expression on either side.
        let all = wanted.joined(separator: " AND ")
        text = excluded.isEmpty ? all : "(\(all)) NOT (\(excluded.joined(separator: " OR ")))"
    }

    private static func phrase(_ term: SearchQuery.Term) -> String { quoted(term.text) + (term.isPrefix ? " *" : "") }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Expressions of which all must hold.
    private static func facets(_ conditions: QuestionFilter.Conditions) -> [String] {
        let places = tokens(.channel, conditions.channels) + tokens(.certification, conditions.certifications)
        let alternatives = [
            tokens(.kind, conditions.kinds.map(\.rawValue)),
            tokens(.difficulty, conditions.difficulties.map(\.rawValue)), places,
        ]
        let needed =
            tokens(.tag, conditions.tags) + tokens(.company, conditions.companies) + marks(conditions.statuses)
        return alternatives.filter { !$0.isEmpty }.map { "(" + $0.joined(separator: " OR ") + ")" } + needed
    }

    /// Expressions of which none may hold.
    private static func each(_ conditions: QuestionFilter.Conditions) -> [String] {
        tokens(.kind, conditions.kinds.map(\.rawValue))
            + tokens(.difficulty, conditions.difficulties.map(\.rawValue)) + tokens(.channel, conditions.channels)
            + tokens(.certification, conditions.certifications) + tokens(.tag, conditions.tags)
            + tokens(.company, conditions.companies) + marks(conditions.statuses)
    }

    private static func tokens(_ field: FacetToken.Field, _ values: some Sequence<String>) -> [String] {
        values.sorted().map { quoted(FacetToken.token(field, $0)) }
    }

    private static func marks(_ statuses: Set<QuestionStatus>) -> [String] {
        tokens(.mark, statuses.filter { QuestionMarks($0) != nil }.map(\.rawValue))
    }
}
