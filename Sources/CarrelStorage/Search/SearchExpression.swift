import CarrelCore

/// A search in the language of FTS5.
///
/// Every word stands in quotes, where only the quote itself has a meaning, and none of those is left in a term: nothing
/// that is typed can be a syntax error.
struct SearchExpression {
    /// What MATCH is given; nil where the search asks for nothing.
    let text: String?

    init(_ query: SearchQuery, in database: Database) throws {
        guard !query.isEmpty else {
            text = nil
            return
        }
        let filter = query.filter
        let vocabulary = Vocabulary(database: database)
        func phrase(_ term: SearchQuery.Term) throws -> String { try Self.phrase(term, vocabulary) }
        var wanted = try query.terms.map(phrase) + Self.facets(filter.wanted)
        let excluded = try query.excluded.map(phrase) + Self.each(filter.excluded)
        if wanted.isEmpty { wanted = [Self.quoted(FacetToken.every)] }
        // NOT binds tighter than AND, and takes one expression on either side.
        let all = wanted.joined(separator: " AND ")
        text = excluded.isEmpty ? all : "(\(all)) NOT (\(excluded.joined(separator: " OR ")))"
    }

    private static func phrase(_ term: SearchQuery.Term, _ vocabulary: Vocabulary) throws -> String {
        guard term.isPrefix else { return quoted(term.text) }
        let last = term.text.split(separator: " ").last.map(String.init) ?? ""
        guard let words = try vocabulary.words(beginning: last), !words.isEmpty else { return quoted(term.text) + " *" }
        let before = term.text.dropLast(last.count)
        return "(" + words.map { quoted(before + $0) }.joined(separator: " OR ") + ")"
    }

    /// FTS5 reads up to a NUL, and takes two quotes for one.
    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\0": out.append(" ")
            case "\"": out += "\"\""
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
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
