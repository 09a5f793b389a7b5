/// What a piece of source is, as far as seeing it helps a reader.
enum CodeKind: UInt8, Sendable {
    /// A word the language itself knows.
    case keyword
    case string
    /// What only people read: a comment, or the prompt of a shell.
    case comment
    case number
    /// What the author named: a key, a variable, what is called.
    case name
}

/// One highlighted piece of a source.
struct CodeToken: Equatable, Sendable {
    /// Bytes of the source's UTF-8; it starts and ends between characters of ASCII.
    var range: Range<Int>
    var kind: CodeKind
}

/// Finds the pieces of a source in one family of languages.
///
/// A lexer helps a reader and judges nothing: any bytes are source of any language to it. It takes time in proportion
/// to the source.
protocol CodeLexer: Sendable {
    /// Reads from where `scanner` stands up to its end.
    func scan(_ scanner: inout CodeScanner)
}
