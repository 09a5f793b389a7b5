/// What the program makes of a typed answer. It only suggests: the learner decides, and both are kept.
public struct TypedAnswerGrade: Equatable, Sendable {
    /// One tick per keyword, in the author's order.
    public var keywords: [KeywordTick]
    /// Whether the answer is at least three of the keywords and nothing else but "and" and "or".
    public var isBareList: Bool
    /// Whether nothing was typed: the learner only thought of an answer.
    public var isEmpty: Bool

    public init(keywords: [KeywordTick], isBareList: Bool = false, isEmpty: Bool = false) {
        self.keywords = keywords
        self.isBareList = isBareList
        self.isEmpty = isEmpty
    }
}

extension TypedAnswerGrade {
    /// Whether an answer makes one of the author's points.
    public struct KeywordTick: Equatable, Sendable {
        /// The author's first alternative.
        public var text: String
        public var isRequired: Bool
        public var isMatched: Bool
        /// Whether the answer says the opposite; then it is not matched.
        public var isContradicted: Bool

        public init(text: String, isRequired: Bool, isMatched: Bool, isContradicted: Bool = false) {
            self.text = text
            self.isRequired = isRequired
            self.isMatched = isMatched
            self.isContradicted = isContradicted
        }
    }

    public enum Verdict: Equatable, Sendable {
        case likelyRight, partial, likelyWrong
    }

    /// How many of the keywords the answer has, and how many there are.
    public var coverage: (matched: Int, total: Int) { (keywords.count(where: \.isMatched), keywords.count) }

    /// Whether the answer says the opposite of at least one point.
    public var contradicts: Bool { keywords.contains(where: \.isContradicted) }

    /// Likely wrong under 35 % of the keywords; likely right from 80 % on, with every required one, no contradiction, and
    /// more than a bare list; else partial, as without any keyword to go by.
    public var verdict: Verdict {
        let (matched, total) = coverage
        if matched * 100 < total * 35 { return .likelyWrong }
        let lacksRequired = keywords.contains { $0.isRequired && !$0.isMatched }
        let isCovered = total > 0 && matched * 100 >= total * 80
        return isCovered && !lacksRequired && !contradicts && !isBareList ? .likelyRight : .partial
    }

    /// Good for likely right, hard for partial, again for likely wrong; nil where there is nothing to go by: no answer or
    /// no keywords. Easy is only ever said by the learner.
    public var suggestedRating: Rating? {
        if isEmpty || keywords.isEmpty { return nil }
        return switch verdict {
        case .likelyRight: .good
        case .partial: .hard
        case .likelyWrong: .again
        }
    }
}
