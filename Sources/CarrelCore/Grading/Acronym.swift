/// What an acronym and the words it stands for have in common, for a phrase that may be either.
enum Acronym {
    /// The phrase is several words; their initials.
    case spelledOut(initials: String)
    /// The phrase is an acronym; its letters.
    case abbreviated(letters: [Character])
    case neither

    /// Letters of an acronym. Two are too few to recognise the words they stand for by; an author spells those out.
    private static let lengths = 3...6

    init(of word: StemmedWord) {
        self = Self.lengths.contains(word.text.count) ? .abbreviated(letters: Array(word.text)) : .neither
    }

    init(ofPhrase words: [StemmedWord]) { self = .spelledOut(initials: String(words.compactMap(\.text.first))) }

    /// The other spelling of the phrase in `text`: the initials as a word (`ACL`, `ACLs`), or neighbouring words that
    /// begin with the letters (`access control lists`). A function word is no acronym (`at` for "access time"), and none
    /// begins or ends what an acronym stands for.
    func occurrences(in text: StemmedText) -> [KeywordPhrase.Occurrence] {
        switch self {
        case .spelledOut(let initials):
            guard !Self.functionWords.contains(initials) else { return [] }
            return text.words.indices.filter { position in
                let word = text.words[position].text
                return word == initials || word == initials + "s"
            }.map { KeywordPhrase.Occurrence(positions: [$0]) }
        case .abbreviated(let letters):
            guard text.words.count >= letters.count else { return [] }
            return (0...text.words.count - letters.count).filter { start in
                Self.spells(letters, text, from: start)
            }.map { KeywordPhrase.Occurrence(positions: ArraySlice($0..<$0 + letters.count)) }
        case .neither: return []
        }
    }

    private static func spells(_ letters: [Character], _ text: StemmedText, from start: Int) -> Bool {
        for (offset, letter) in letters.enumerated() {
            let position = start + offset
            guard text.words[position].text.first == letter else { return false }
            if offset > 0, text.opensClause[position] { return false }
        }
        let ends = [start, start + letters.count - 1]
        return !ends.contains { functionWords.contains(text.words[$0].text) }
    }

    /// The acronyms that an author wrote as such, by the word in lower case, without a plural's `s`: words with at least
    /// two capitals and no more than six letters (`ACL`, `VPCs`, `SaaS`).
    static func written(in source: String) -> [String: String] {
        var acronyms: [String: String] = [:]
        for word in source.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            guard word.count(where: \.isUppercase) >= 2 else { continue }
            let isPlural = word.last == "s" && word.dropLast().allSatisfy(\.isUppercase)
            let acronym = isPlural ? word.dropLast() : word
            if acronym.count <= lengths.upperBound { acronyms[word.lowercased()] = acronym.lowercased() }
        }
        return acronyms
    }

    /// Words that only hold a sentence together.
    private static let functionWords: Set<String> = [
        "a", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "both", "but", "by", "can", "did", "do",
        "does", "each", "few", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into",
        "is", "it", "its", "just", "may", "me", "more", "most", "must", "my", "no", "nor", "not", "of", "off", "on",
        "only", "or", "our", "out", "own", "same", "she", "so", "some", "such", "than", "that", "the", "their", "them",
        "then", "there", "these", "they", "this", "those", "to", "too", "up", "us", "very", "was", "we", "were", "what",
        "when", "where", "which", "while", "who", "why", "will", "with", "would", "you", "your",
    ]
}
