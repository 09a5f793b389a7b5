// What symbols say, for somebody who hears the screen.

extension Glyphs {
    /// What a mark that stands alone says; nil for one that says nothing beside what follows it.
    public func word(for mark: String) -> String? {
        switch mark {
        case right: "right"
        case wrong: "wrong"
        case partly: "partly right"
        case flag: "flagged"
        case bookmark: "bookmarked"
        case unseen: "new"
        case seen: "seen"
        case mine: "changed by you"
        case setAside: "set aside"
        default: nil
        }
    }

    /// A line of a screen in words: boxes and marks by what they say, columns as commas, pointers and bars left out.
    ///
    /// In ASCII a mark is told from text only where nothing else looks like it.
    public func heard(_ line: String) -> String {
        var parts: [String] = [], words: [String] = [], marks: Set<Int> = []
        func endPart() {
            // A dash alone stands where there is nothing, as before what is struck out.
            if !words.isEmpty, words != ["-"] { parts.append(words.joined(separator: " ")) }
            words = []
        }
        // An empty word is a second space: the next column.
        for token in spelled(line).split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            if token.isEmpty || isBorder(token) || Self.bullets.contains(token) {
                endPart()
            } else if let key = Self.keys[token] {
                words.append(key)
            } else if !isASCII, let word = word(for: token), token != unseen, token != setAside {
                endPart()
                parts.append(word)
                marks.insert(parts.count - 1)
            } else {
                words.append(token)
            }
        }
        endPart()
        let kept = parts.indices.filter { index in
            // A mark before its own word would be heard twice.
            !(marks.contains(index) && index + 1 < parts.count && parts[index + 1].says(parts[index]))
        }
        return kept.map { parts[$0] }.joined(separator: ", ").replacingCommaRuns
    }

    /// What keys without a letter are called, and arrows between words.
    private static let keys = [
        "␣": "Space", "↵": "Enter", "⇥": "Tab", "⌫": "Backspace", "↑": "Up", "↓": "Down", "←": "Left", "→": "to",
    ]
    private static let bullets: Set<String> = ["•", "◦", "▪"]

    /// With boxes in words: they hold spaces.
    private func spelled(_ line: String) -> String {
        let boxes = [
            (radioOn, "chosen,"), (radioOff, "not chosen,"), (checkedBox, "chosen,"), (emptyBox, "not chosen,"),
        ]
        var out = "", rest = line[...]
        while let first = rest.first {
            if let (box, word) = boxes.first(where: { rest.hasPrefix($0.0) }) {
                out += word
                rest = rest.dropFirst(box.count)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return out
    }

    /// Stands between words, and is none.
    private func isBorder(_ token: String) -> Bool {
        if token == pointer || token == crumb || token == vertical || !isASCII && token == separator { return true }
        return token.count > 1 && token.allSatisfy { "\($0)" == barFull || "\($0)" == barEmpty }
    }
}

extension String {
    /// Whether it is `word`, or says more about it: `Wrong: 1 of 2`, `3 wrong`.
    public func says(_ word: String) -> Bool {
        let (whole, word) = (lowercased(), word.lowercased())
        if first?.isNumber == true, whole.hasSuffix(" " + word) { return true }
        guard whole.hasPrefix(word) else { return false }
        return whole.dropFirst(word.count).first.map { ":,.".contains($0) } ?? true
    }

    /// `a,, b` as `a, b`.
    fileprivate var replacingCommaRuns: String {
        var out = ""
        for character in self where character != "," || out.last != "," { out.append(character) }
        return out
    }
}
