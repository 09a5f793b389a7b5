// The standard library searches text in its module for regular expressions, which is large and not linked.

extension StringProtocol {
    /// Where `part` first stands in the text, compared byte by byte in UTF-8; nil where it does not.
    public func firstOccurrence(of part: String) -> Range<Index>? {
        guard let first = part.utf8.first else { return startIndex..<startIndex }
        var start = utf8.startIndex
        while let found = utf8[start...].firstIndex(of: first) {
            if utf8[found...].starts(with: part.utf8) {
                return found..<utf8.index(found, offsetBy: part.utf8.count)
            }
            start = utf8.index(after: found)
        }
        return nil
    }

    /// Whether `part` stands anywhere in the text, compared byte by byte in UTF-8.
    public func holds(_ part: String) -> Bool { firstOccurrence(of: part) != nil }
}
