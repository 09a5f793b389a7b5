import CarrelCore

/// The words of the index, to write a long beginning as the few words that begin so: FTS5 gathers all matches of a
/// beginning it keeps no list of before it tells the first, but goes through those of whole words one by one.
struct Vocabulary {
    let database: Database

    /// Beginnings as long as `prefix` of the index are looked up there.
    private static let indexed = 3
    /// More words than these are left to FTS5.
    private static let most = 24

    /// The words that begin with `prefix`; nil where they need not or cannot be listed.
    func words(beginning prefix: String) throws -> [String]? {
        // Other letters are folded by the index in its own way.
        guard prefix.utf8.count > Self.indexed, prefix.utf8.allSatisfy(Self.isPlain) else { return nil }
        try database.once("searchWords") {
            try database.execute(
                "CREATE VIRTUAL TABLE temp.searchWords USING fts5vocab('main', 'questionSearch', 'instance')")
        }
        let prefix = prefix.lowercased()
        var words: [String] = []
        var next = prefix
        while words.count <= Self.most {
            // One row ends the query: no word's occurrences are gone through.
            let word = try database.first("SELECT term FROM temp.searchWords WHERE term >= ? LIMIT 1", next) {
                $0.text(0)
            }
            guard let word, word.hasPrefix(prefix) else { return words }
            words.append(word)
            next = word + "\u{1}"
        }
        return nil
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
