/// What md4c finds in a text, one step after the other.
///
/// A flat list instead of a tree: text nested a hundred thousand deep must not take as many stack frames.
enum MarkdownEvent: Equatable {
    enum Block: Equatable {
        case document, quote, rule, paragraph, table, tableHead, tableBody, tableRow, other
        /// `language` is the word after the fence; empty without one.
        case code(language: String)
        case bullets(isTight: Bool)
        case numbers(start: Int, delimiter: String, isTight: Bool)
        /// `isDone` is nil for an item that is no task.
        case item(isDone: Bool?)
        case heading(level: Int)
        case tableCell(Alignment)
    }

    enum Inline: Equatable {
        case emphasis, strong, code, deleted, other
        /// LaTeX between `$` or, on display, between `$$`.
        case math(isDisplay: Bool)
        case link(String)
        case image(String)
    }

    enum Alignment: Equatable { case start, centre, end }

    case enter(Block)
    case leave(Block)
    case begin(Inline)
    case end
    case text(String)
    case hardBreak
    case softBreak
}
