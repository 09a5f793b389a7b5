/// Diagrams as Mermaid writes them.
public enum Mermaid {
    /// What stands above a diagram that is shown as its source.
    static let caption = "diagram, as Mermaid source"

    /// The lines of `source` without the indentation they share, and without empty ones at the ends.
    public static func tidied(_ source: String) -> [Substring] {
        let rows = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = rows.firstIndex(where: isWritten), let last = rows.lastIndex(where: isWritten) else {
            return []
        }
        let written = rows[first...last]
        let indent = written.filter(isWritten).map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return written.map { $0.dropFirst(isWritten($0) ? indent : $0.count) }
    }

    private static func isWritten(_ row: Substring) -> Bool { !row.allSatisfy(\.isWhitespace) }
}
