/// Words to be found in a text of which only some letters are typed: `ntw` finds Networking.
///
/// Each word's letters have to follow one another in the text, with anything between them; the words themselves may
/// stand in any order. Case and accents make no difference. Of all the ways a word fits, the best one counts, found by
/// dynamic programming over letters and text: O(letters · text) a word.
struct FuzzyPattern: Equatable, Sendable {
    /// How well a text fits, and which of its characters are the ones that were typed.
    struct Match: Equatable, Sendable {
        /// More is better; only to be compared between texts for one pattern.
        var score: Int
        /// Counted from 0, ascending.
        var places: [Int]
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

    init(_ text: String) {
        words = text.split { $0.isWhitespace }.map { word in word.flatMap { LetterFolding.fold($0) } }
    }

    /// Nothing is typed: everything fits.
    var isEmpty: Bool { words.isEmpty }

    /// Nil where a word does not fit.
    func match(in text: String) -> Match? {
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
