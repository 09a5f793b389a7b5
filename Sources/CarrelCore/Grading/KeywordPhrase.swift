/// One alternative of a keyword, ready to be looked for in a text.
struct KeywordPhrase {
    /// Words between those of a phrase that still leave it a phrase.
    static let slack = 3

    /// A word of the phrase that stands in it, in any form, `count` times.
    private struct Term {
        var word: StemmedWord
        var isAcronym: Bool
        var count: Int

        /// Whether `typed` is a form of the word. An acronym loses no letter: `IP` is no form of `IPS`, though both have
        /// the stem `ip`.
        func isMatched(by typed: StemmedWord) -> Bool {
            if typed.text == word.text { return true }
            guard isAcronym else { return typed.stem == word.stem }
            return typed.text == word.text + "s" || (typed.stem == word.stem && typed.text.hasPrefix(word.text))
        }
    }

    private let terms: [Term]
    /// In words, repeated ones counted.
    private let length: Int
    private let acronym: Acronym

    init(_ source: String, stemming: inout TextStemming) {
        // A phrase reads the same in either case, but what the author wrote in capitals is matched to the letter.
        let acronyms = Acronym.written(in: source)
        let words = stemming.text(source).words
        var terms: [Term] = []
        for word in words {
            let acronym = acronyms[word.text]
            let term = Term(word: acronym.map { stemming.word($0) } ?? word, isAcronym: acronym != nil, count: 1)
            if let known = terms.firstIndex(where: { $0.isMatched(by: term.word) }) {
                terms[known].count += 1
            } else {
                terms.append(term)
            }
        }
        self.terms = terms
        length = words.count
        acronym =
            if words.count == 1, let term = terms.first {
                term.isAcronym ? Acronym(of: term.word) : .neither
            } else {
                Acronym(ofPhrase: words)
            }
    }

    /// The stems of its words.
    var stems: some Sequence<String> { terms.lazy.map(\.word.stem) }

    /// Where the phrase stands in `text`.
    ///
    /// All its words stand within a window of its length and `slack` more, in any order and form; or its initials stand
    /// for it; or it is an acronym and the words stand for its letters. A word whose stem is in `vocabulary` is never
    /// taken for a misspelling of another.
    func occurrences(in text: StemmedText, vocabulary: Set<String>) -> [Occurrence] {
        windows(in: text, vocabulary: vocabulary) + acronym.occurrences(in: text)
    }

    private func windows(in text: StemmedText, vocabulary: Set<String>) -> [Occurrence] {
        var positions: [Int] = []
        var termAt: [Int] = []
        for (position, word) in text.words.enumerated() {
            guard let term = term(matching: word, vocabulary: vocabulary) else { continue }
            positions.append(position)
            termAt.append(term)
        }

        var found: [Occurrence] = []
        var missing = length
        var held = [Int](repeating: 0, count: terms.count)
        var left = 0
        func dropLeft() {
            let term = termAt[left]
            if held[term] <= terms[term].count { missing += 1 }
            held[term] -= 1
            left += 1
        }
        for right in positions.indices {
            let term = termAt[right]
            held[term] += 1
            if held[term] <= terms[term].count { missing -= 1 }
            while positions[right] - positions[left] >= length + Self.slack { dropLeft() }
            while missing == 0 {
                found.append(Occurrence(positions: positions[left...right]))
                dropLeft()
            }
        }
        return found
    }

    private func term(matching word: StemmedWord, vocabulary: Set<String>) -> Int? {
        if let exact = terms.firstIndex(where: { $0.isMatched(by: word) }) { return exact }
        guard !vocabulary.contains(word.stem) else { return nil }
        return terms.firstIndex { !$0.isAcronym && word.isMisspelling(of: $0.word) }
    }
}

extension KeywordPhrase {
    /// A place where a phrase stands: the words that make it up, by position in the text, ascending and not empty.
    struct Occurrence: Equatable {
        var positions: ArraySlice<Int>
    }
}
