/// A point that a good typed answer makes, as an author writes it: `!SYN-ACK|syn ack`.
public struct AnswerKeyword: Equatable, Sendable {
    /// Words that make the point, each of which is enough; never empty, and each with at least one letter or digit.
    public let alternatives: [String]
    /// Whether an answer without it is never likely to be right.
    public let isRequired: Bool

    /// The first alternative: how the keyword is shown.
    public var text: String { alternatives[0] }

    /// Reads `a|b` as alternatives and a leading `!` as required.
    ///
    /// Nil when no alternative has a letter or digit: such a keyword can be found in no answer.
    public init?(parsing source: String) {
        let source = source.trimmingSpace
        isRequired = source.hasPrefix("!")
        alternatives = source.drop { $0 == "!" }.split(separator: "|")
            .map { String($0.trimmingSpace) }
            .filter { !TextToken.tokens(in: $0).isEmpty }
        if alternatives.isEmpty { return nil }
    }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate var trimmingSpace: Substring {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
