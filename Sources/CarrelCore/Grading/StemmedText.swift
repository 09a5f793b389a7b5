/// A word and its stem, ready to be compared.
struct StemmedWord: Equatable {
    let text: String
    let stem: String
    let letters: [Unicode.Scalar]
    let stemLetters: [Unicode.Scalar]
    let hasDigit: Bool
}

extension StemmedWord {
    /// Whether this is `word` with a slip or two: the same first letter, no digit in either, and an edit distance, of the
    /// words or of their stems, of at most 0, 1 or 2 for a word of at most 4, at most 8, or more letters.
    func isMisspelling(of word: StemmedWord) -> Bool {
        guard letters.first == word.letters.first, !hasDigit, !word.hasDigit else { return false }
        return Self.isMisspelling(letters, of: word.letters) || Self.isMisspelling(stemLetters, of: word.stemLetters)
    }

    private static func isMisspelling(_ typed: [Unicode.Scalar], of letters: [Unicode.Scalar]) -> Bool {
        let limit =
            switch letters.count {
            case ...4: 0
            case ...8: 1
            default: 2
            }
        return limit > 0 && EditDistance.optimalStringAlignment(typed, letters, atMost: limit) != nil
    }
}

/// A text as stemmed words in order.
struct StemmedText {
    let words: [StemmedWord]
    /// For each word, whether a break parts it from the word before it.
    let opensClause: [Bool]
}

/// Stems texts, each word once.
struct TextStemming {
    private let stem: (String) -> String
    private var words: [String: StemmedWord] = [:]

    init(stem: @escaping (String) -> String) { self.stem = stem }

    mutating func text(_ source: String) -> StemmedText {
        let tokens = TextToken.tokens(in: source)
        return StemmedText(words: tokens.map { word($0.text) }, opensClause: tokens.map(\.opensClause))
    }

    /// A word with a digit is a name or a number, not a form of a word: it is its own stem.
    mutating func word(_ text: String) -> StemmedWord {
        if let known = words[text] { return known }
        let hasDigit = text.contains(where: \.isNumber)
        let stem = hasDigit ? text : stem(text)
        let word = StemmedWord(
            text: text, stem: stem, letters: Array(text.unicodeScalars), stemLetters: Array(stem.unicodeScalars),
            hasDigit: hasDigit)
        words[text] = word
        return word
    }
}
