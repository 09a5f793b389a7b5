// The standard library searches text in its module for regular expressions, which is large and not linked.

extension StringProtocol {
    /// Where `part` first stands in the text, compared byte by byte in UTF-8; nil where it does not.
    public func firstOccurrence(of part: String) -> Range<Index>? { utf8.firstOccurrence(of: part.utf8) }

    /// Whether `part` stands anywhere in the text, compared byte by byte in UTF-8.
    public func holds(_ part: String) -> Bool { firstOccurrence(of: part) != nil }
}

extension Collection<UInt8> {
    /// Where the bytes of `part` first follow one another; nil where they do not. Nothing is found at the start.
    public func firstOccurrence(of part: some Collection<UInt8>) -> Range<Index>? {
        guard let first = part.first else { return startIndex..<startIndex }
        var start = startIndex
        while let found = self[start...].firstIndex(of: first) {
            if self[found...].starts(with: part) { return found..<index(found, offsetBy: part.count) }
            start = index(after: found)
        }
        return nil
    }
}
