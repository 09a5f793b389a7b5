import CarrelCore

/// How much work a search may be.
public enum SearchMode: Equatable, Sendable {
    /// Ranks the first matches only (`Store.matchesAsYouType`), so that no key waits.
    case asYouType
    /// Ranks all matches.
    case all
}

/// What a search found, the best first.
public struct SearchResult: Equatable, Sendable {
    /// Of all matches that were ranked.
    public var ids: [String]
    /// There are more matches than these.
    public var hasMore: Bool

    /// For a screen: `0`, `37`, `500+`.
    public var count: String { hasMore ? "\(ids.count)+" : "\(ids.count)" }

    public init(ids: [String] = [], hasMore: Bool = false) {
        self.ids = ids
        self.hasMore = hasMore
    }
}

/// A question that was found, with the words it was found by.
public struct SearchHit: Equatable, Identifiable, Sendable {
    public var row: QuestionRow
    /// The beginning of the stem, in Markdown.
    public var stem: MarkedText
    /// Where else it matches; nil where only the stem does.
    public var excerpt: Excerpt?

    public var id: String { row.id }

    public init(row: QuestionRow, stem: MarkedText, excerpt: Excerpt? = nil) {
        self.row = row
        self.stem = stem
        self.excerpt = excerpt
    }

    /// A piece of a field, around the best match in it.
    public struct Excerpt: Equatable, Sendable {
        public enum Field: String, CaseIterable, Sendable { case answer, explanation, tags, options }

        public var field: Field
        public var text: MarkedText

        public init(field: Field, text: MarkedText) {
            self.field = field
            self.text = text
        }
    }
}

/// Text in which matches are marked.
public struct MarkedText: Equatable, Sendable {
    public var text: String
    /// What matched, in characters from the beginning; sorted, without overlaps.
    public var marks: [Range<Int>]

    public init(_ text: String, marks: [Range<Int>] = []) {
        self.text = text
        self.marks = marks
    }
}

/// A number that was counted only so far.
public struct BoundedCount: Equatable, Sendable, CustomStringConvertible {
    public var number: Int
    /// False where there are more.
    public var isExact: Bool

    public init(number: Int, isExact: Bool) {
        self.number = number
        self.isExact = isExact
    }

    /// `37`, or `1000+`.
    public var description: String { isExact ? "\(number)" : "\(number)+" }
}
