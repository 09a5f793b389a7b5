extension MarkedText {
    /// What FTS5 puts before and after a match: characters nobody types, which the index gives no meaning in text.
    static let opening: Unicode.Scalar = "\u{E0F0}"
    static let closing: Unicode.Scalar = "\u{E0F1}"

    /// Text with those characters about its matches; at most `limit` characters of it.
    init(markedUp text: String, limit: Int = .max) {
        var plain = ""
        var marks: [Range<Int>] = []
        var open: Int?
        var count = 0
        func end() {
            if let start = open, start < count { marks.append(start..<count) }
            open = nil
        }
        for character in text {
            if count == limit { break }
            var rest = String.UnicodeScalarView()
            for scalar in character.unicodeScalars {
                if scalar == Self.opening {
                    open = count
                } else if scalar == Self.closing {
                    end()
                } else {
                    rest.append(scalar)
                }
            }
            guard !rest.isEmpty else { continue }
            plain.unicodeScalars.append(contentsOf: rest)
            count += 1
        }
        end()
        self.init(plain, marks: marks)
    }
}
