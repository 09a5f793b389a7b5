import CarrelCore

/// Finds the words of a search in a text, as the index finds them in its documents.
struct WordMatcher {
    private struct Phrase {
        var words: [String]
        /// Of the last word any word will do that begins so.
        var isPrefix: Bool

        func matches(_ tokens: ArraySlice<IndexTokenizer.Token>) -> Bool {
            guard tokens.count == words.count, let last = words.last, let end = tokens.last else { return false }
            guard isPrefix ? end.text.hasPrefix(last) : end.text == last else { return false }
            return zip(tokens, words).dropLast().allSatisfy { $0.text == $1 }
        }
    }

    private let tokenizer: IndexTokenizer
    private let phrases: [Phrase]

    /// Words of an excerpt.
    static let excerptWords = 16
    /// Of these, before the first match.
    private static let wordsBefore = 4

    init(_ terms: [SearchQuery.Term], tokenizer: IndexTokenizer) {
        self.tokenizer = tokenizer
        phrases = terms.map { term in
            Phrase(words: tokenizer.tokens(of: term.text).map(\.text), isPrefix: term.isPrefix)
        }
    }

    /// The whole text; its marks are empty where nothing matches.
    func mark(_ text: String) -> MarkedText {
        let tokens = tokenizer.tokens(of: text)
        let spans = matches(in: tokens).map {
            tokens[$0.tokens.lowerBound].bytes.lowerBound..<tokens[$0.tokens.upperBound - 1].bytes.upperBound
        }
        return MarkedText(text, bytes: spans)
    }

    /// The piece of the text in which most of what is searched for occurs; nil where nothing matches.
    func excerpt(of text: String) -> MarkedText? {
        let tokens = tokenizer.tokens(of: text)
        let found = matches(in: tokens)
        guard let window = Self.window(about: found, of: tokens.count) else { return nil }
        let start = window.lowerBound == 0 ? 0 : tokens[window.lowerBound].bytes.lowerBound
        let end = window.upperBound == tokens.count ? text.utf8.count : tokens[window.upperBound - 1].bytes.upperBound
        let piece = String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
        let opening = window.lowerBound == 0 ? "" : "…"
        let offset = opening.utf8.count - start
        let spans = found.filter { window.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= window.upperBound }
            .map {
                tokens[$0.tokens.lowerBound].bytes.lowerBound + offset..<tokens[$0.tokens.upperBound - 1].bytes
                    .upperBound + offset
            }
        return MarkedText(opening + piece + (window.upperBound == tokens.count ? "" : "…"), bytes: spans)
    }

    private typealias Match = (phrase: Int, tokens: Range<Int>)

    /// In the order they begin.
    private func matches(in tokens: [IndexTokenizer.Token]) -> [Match] {
        tokens.indices.flatMap { start in
            phrases.indices.compactMap { number -> Match? in
                let end = start + phrases[number].words.count
                guard end <= tokens.count, phrases[number].matches(tokens[start..<end]) else { return nil }
                return (number, start..<end)
            }
        }
    }

    /// Of the pieces that begin shortly before a match the first with the most different phrases.
    private static func window(about found: [Match], of count: Int) -> Range<Int>? {
        var best: (range: Range<Int>, phrases: Int)?
        for match in found {
            let start = max(0, min(match.tokens.lowerBound - wordsBefore, count - excerptWords))
            let range = start..<min(count, max(start + excerptWords, match.tokens.upperBound))
            let phrases = Set(found.filter { range.contains($0.tokens.lowerBound) }.map(\.phrase)).count
            if phrases > best?.phrases ?? 0 { best = (range, phrases) }
        }
        return best?.range
    }
}

extension MarkedText {
    /// - Parameter bytes: What matched, in UTF-8 bytes from the beginning, by where it begins.
    init(_ text: String, bytes: [Range<Int>]) {
        var merged: [Range<Int>] = []
        for range in bytes {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        var marks: [Range<Int>] = []
        var (byte, character) = (0, 0)
        var characters = text.makeIterator()
        /// The first character that ends after `place`.
        func advance(to place: Int) -> Int {
            while byte < place, let next = characters.next() {
                byte += next.utf8.count
                character += 1
            }
            return character
        }
        for range in merged {
            // A match that begins within a character marks it whole.
            let start = advance(to: range.lowerBound)
            let first = byte > range.lowerBound ? start - 1 : start
            marks.append(first..<advance(to: range.upperBound))
        }
        self.init(text, marks: marks)
    }
}
