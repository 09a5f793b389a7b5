// A filter in words and in the fields of a search.

extension QuestionFilter {
    /// What it asks for, for a screen: `advanced, wrong, tag tcp, not multiple`; empty where it admits everything.
    public var words: String {
        (wanted.words + excluded.words.map { "not \($0)" }).joined(separator: ", ")
    }

    /// The fields of a search that ask for the same, sorted: `difficulty:advanced`, `-is:right`.
    var fields: [String] {
        (wanted.pairs.map(Self.field) + excluded.pairs.map { "-" + Self.field($0) }).sorted()
    }

    private static func field(_ pair: (field: SearchField, value: String)) -> String {
        let opensOtherwise = pair.value.first.map { "/:\"".contains($0) } ?? false
        let needsQuotes = opensOtherwise || pair.value.contains { $0.isWhitespace }
        return "\(pair.field.rawValue):" + (needsQuotes ? "\"\(pair.value)\"" : pair.value)
    }
}

extension QuestionFilter.Conditions {
    fileprivate var words: [String] {
        pairs.map { field, value in field.isNamedByValue ? value : "\(field.word) \(value)" }
    }

    /// Every value with its field, in a fixed order.
    fileprivate var pairs: [(field: SearchField, value: String)] {
        func pairs(_ field: SearchField, _ values: some Sequence<String>) -> [(field: SearchField, value: String)] {
            values.sorted().map { (field, $0) }
        }
        return Difficulty.allCases.filter(difficulties.contains).map { (.difficulty, $0.rawValue) }
            + QuestionKind.allCases.filter(kinds.contains).map { (.kind, $0.rawValue) }
            + QuestionStatus.allCases.filter(statuses.contains).map { (.status, $0.rawValue) }
            + pairs(.tag, tags) + pairs(.company, companies) + pairs(.channel, channels)
            + pairs(.certification, certifications)
    }
}
