/// As much of a question's stem as a row of a list has room for.
enum ListedStem {
    /// Characters (Unicode scalars) of it.
    static let longest = 200
    /// Characters to ask of the database: one more tells whether there are more.
    static let fetched = longest + 1

    /// What was asked of the database, marked where there was more.
    static func text(_ fetched: String) -> String {
        let scalars = fetched.unicodeScalars
        guard scalars.count > longest else { return fetched }
        // In one piece: appended to, a text takes twice the room, and thousands of these are kept.
        return String(decoding: Array(Substring(scalars.prefix(longest)).utf8) + Array("...".utf8), as: UTF8.self)
    }
}
