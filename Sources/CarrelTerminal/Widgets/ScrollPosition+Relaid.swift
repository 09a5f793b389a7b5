extension ScrollPosition {
    /// Goes to the line that has what stood at the top, after a text was broken into other lines.
    ///
    /// - Parameters:
    ///   - old: The lines as they were, without styles.
    ///   - new: The same text as it is now.
    public mutating func follow(from old: [String], to new: [String]) {
        guard top > 0 else { return }
        let passed = old.prefix(top).reduce(0) { $0 + Self.letters($1) }
        var counted = 0
        for (line, text) in new.enumerated() {
            counted += Self.letters(text)
            guard counted > passed else { continue }
            top = line
            return
        }
    }

    /// What a line has whatever its width: spaces come and go where lines are broken.
    private static func letters(_ line: String) -> Int { line.utf8.count { $0 != 0x20 } }
}
