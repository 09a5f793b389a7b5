/// Words to be found in a text of which only some letters are typed: `ntw` finds Networking.
///
/// Each word's letters have to follow one another in the text, with anything between them; the words themselves may
/// stand in any order. Case and accents make no difference. Of all the ways a word fits, the best one counts, found by
/// dynamic programming over letters and text: O(letters · text) a word.
public struct FuzzyPattern: Equatable, Sendable {
    /// How well a text fits, and which of its characters are the ones that were typed.
    public struct Match: Equatable, Sendable {
        /// More is better; only to be compared between texts for one pattern.
        public var score: Int
        /// Counted from 0, ascending.
        public var places: [Int]
    }

    /// What a letter is worth where it is found.
    private enum Worth {
        static let letter = 16
        /// It begins a word of the text.
        static let wordStart = 10
        /// It begins the text.
        static let textStart = 4
        /// It stands right behind the letter before it.
        static let adjacent = 12
        /// Each character that lies between two letters, up to a limit: far is no worse than very far.
        static let gap = -1
        static let longestGap = 12
    }

    private let words: [[Character]]
    /// The same words in ASCII; nil where one holds another letter, which no text of ASCII has.
    private let bytes: [[UInt8]]?

    /// - Parameter text: Words with white space between them.
    public init(_ text: String) {
        words = text.split { $0.isWhitespace }.map { word in word.flatMap { LetterFolding.fold($0) } }
        let ascii = words.map { $0.compactMap(\.asciiValue) }
        bytes = zip(words, ascii).allSatisfy { $0.count == $1.count } ? ascii : nil
    }

    /// Nothing is typed: everything fits.
    public var isEmpty: Bool { words.isEmpty }

    /// How well `text` fits, and where; nil where a word does not fit.
    public func match(in text: String) -> Match? {
        guard !isEmpty else { return Match(score: 0, places: []) }
        let letters = text.map { LetterFolding.fold($0).first ?? $0 }
        let starts = Self.wordStarts(of: text)
        var score = 0
        var places: Set<Int> = []
        for word in words {
            guard let match = Self.best(word, in: letters, starts: starts) else { return nil }
            score += match.score
            places.formUnion(match.places)
        }
        // Of two texts that fit alike, the shorter is nearer to what was typed.
        return Match(score: score * 128 - min(127, letters.count), places: places.sorted())
    }

    /// Whether `text` fits, which is told much faster than how well.
    public func fits(_ text: String) -> Bool {
        var text = text
        if let isFound = text.withUTF8({ fits(plain: $0) }) { return isFound }
        let letters = text.map { LetterFolding.fold($0).first ?? $0 }
        return words.allSatisfy { Self.isSubsequence($0, of: letters) }
    }

    /// Whether a text of lines of plain ASCII fits; nil where it is none.
    public func fits(plain text: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard text.allSatisfy({ $0 < 0x80 && $0 >= 0x20 || $0 == 0x0A }) else { return nil }
        guard let bytes else { return false }
        return bytes.allSatisfy { Self.isSubsequence($0, of: text) }
    }

    private static func isSubsequence(_ word: [UInt8], of text: UnsafeBufferPointer<UInt8>) -> Bool {
        var found = 0
        guard found < word.count else { return true }
        for byte in text {
            // Of ASCII only capitals are folded.
            let letter = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            guard letter == word[found] else { continue }
            found += 1
            if found == word.count { return true }
        }
        return false
    }

    private static func wordStarts(of text: String) -> [Bool] {
        var before: Character?
        return text.map { character in
            defer { before = character }
            guard character.isLetter || character.isNumber else { return false }
            guard let before else { return true }
            return !(before.isLetter || before.isNumber) || before.isLowercase && character.isUppercase
        }
    }

    private static func best(_ word: [Character], in text: [Character], starts: [Bool]) -> Match? {
        guard word.count <= text.count, isSubsequence(word, of: text) else { return nil }
        // The best score of the letters so far with the last of them at each place, and where the one before stood.
        var scores = [Int?](repeating: nil, count: text.count)
        var origins: [[Int]] = []
        for (index, letter) in word.enumerated() {
            var next = [Int?](repeating: nil, count: text.count)
            var origin = [Int](repeating: -1, count: text.count)
            // The best of those that lie further back than a gap still counts for, and its place.
            var far: (score: Int, place: Int)?
            for place in text.indices {
                let behind = place - 1 - Worth.longestGap
                if behind >= 0, let score = scores[behind], score > far?.score ?? .min { far = (score, behind) }
                guard text[place] == letter else { continue }
                var worth = Worth.letter
                if starts[place] { worth += Worth.wordStart }
                if place == 0 { worth += Worth.textStart }
                guard index > 0 else {
                    next[place] = worth
                    continue
                }
                var best = far.map { (score: $0.score + Worth.gap * Worth.longestGap, place: $0.place) }
                for before in max(0, place - Worth.longestGap)..<max(place, 0) {
                    guard let score = scores[before] else { continue }
                    let gap = place - before - 1
                    let total = score + (gap == 0 ? Worth.adjacent : Worth.gap * gap)
                    if total > best?.score ?? .min { best = (total, before) }
                }
                guard let best else { continue }
                next[place] = best.score + worth
                origin[place] = best.place
            }
            scores = next
            origins.append(origin)
        }
        guard let end = scores.indices.filter({ scores[$0] != nil }).max(by: { scores[$0] ?? 0 < scores[$1] ?? 0 })
        else { return nil }
        var places = [end]
        for origin in origins.dropFirst().reversed() { places.append(origin[places[places.count - 1]]) }
        return Match(score: scores[end] ?? 0, places: places.reversed())
    }

    private static func isSubsequence(_ word: [Character], of text: [Character]) -> Bool {
        var rest = word[...]
        for letter in text where letter == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}
