/// A word of a typed text, without case and accents.
struct TextToken: Equatable, Sendable {
    var text: String
    /// Whether punctuation or a line's end parts it from the word before it.
    var opensClause: Bool
}

extension TextToken {
    /// The words of `text`, in order.
    ///
    /// - A word is a run of letters and digits; everything else parts words, the hyphen too.
    /// - Case and the accents of Latin letters are dropped: `Café` is `cafe`.
    /// - An apostrophe is dropped without parting the word: `isn't` is `isnt`.
    /// - A point between two digits belongs to the word: `802.1X` is `802.1x`.
    /// - `+` and `#` belong to the letter before them unless more of the word follows: `C++`, `C#`, but `TCP+TLS` is
    ///   two words.
    ///
    /// Linear in the length of `text`.
    static func tokens(in text: String) -> [TextToken] {
        var tokens: [TextToken] = []
        var word = ""
        var isAfterBreak = false

        func endWord() {
            guard !word.isEmpty else { return }
            tokens.append(TextToken(text: word, opensClause: isAfterBreak))
            word = ""
            isAfterBreak = false
        }

        let characters = Array(text.lowercased())
        var index = 0
        while index < characters.count {
            let character = characters[index]
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            index += 1
            if isWordPart(character) {
                word += folded(character)
            } else if isApostrophe(character) {
                continue
            } else if character == ".", endsInDigit(word), next?.isNumber == true {
                word.append(character)
            } else if isSuffix(character), word.last?.isLetter == true {
                let run = characters[(index - 1)...].prefix(while: isSuffix)
                index = run.endIndex
                let isFollowed = index < characters.count && isWordPart(characters[index])
                if !isFollowed { word += String(run) }
                endWord()
            } else {
                endWord()
                isAfterBreak = isAfterBreak || breaksClause(character)
            }
        }
        endWord()
        return tokens
    }

    private static func isWordPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private static func endsInDigit(_ word: String) -> Bool { word.last?.isNumber == true }

    private static func isApostrophe(_ character: Character) -> Bool { "'\u{2019}\u{02BC}".contains(character) }

    private static func isSuffix(_ character: Character) -> Bool { character == "+" || character == "#" }

    private static func breaksClause(_ character: Character) -> Bool {
        character.isNewline || ".,;:!?()[]\u{2013}\u{2014}\u{2026}".contains(character)
    }

    /// A Latin letter without its accents; any other character as it is.
    ///
    /// The standard library decomposes no letters, but Unicode names every accented one after its base letter:
    /// `LATIN SMALL LETTER E WITH ACUTE`. Marks that follow the letter as scalars of their own are dropped with it.
    private static func folded(_ character: Character) -> String {
        guard let scalar = character.unicodeScalars.first else { return "" }
        if scalar.isASCII { return String(scalar) }
        let prefix = "LATIN SMALL LETTER "
        guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return String(character) }
        let words = name.dropFirst(prefix.count).split(separator: " ")
        guard words.count > 2, words[0].count == 1, words[1] == "WITH" else { return String(character) }
        return words[0].lowercased()
    }
}
