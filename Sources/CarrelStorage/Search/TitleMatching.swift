import CSQLite
import CarrelCore

/// Whether a question's title, as a list shows it, holds what was typed: an SQL function, `titleFits(stem, typed)`.
enum TitleMatching {
    /// Of a document's title; the index has it as the learner corrected it. As much of it as a list shows.
    static func condition(document: String) -> String {
        "titleFits((SELECT substr(c0, 1, \(ListedStem.longest)) FROM questionSearch_content WHERE id = \(document)), ?)"
    }

    static func register(in database: Database) throws {
        try database.once("titleFits") {
            let code = sqlite3_create_function_v2(
                database.handle, "titleFits", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nil, titleFits,
                nil, nil, nil)
            if code != SQLITE_OK { throw database.error(code, sql: "titleFits") }
        }
    }
}

/// What was typed, read once for all rows of a statement.
private final class TypedPattern {
    let pattern: FuzzyPattern
    /// Marks of Markdown are typed, which a list does not show.
    let hasMarks: Bool

    init(_ typed: String) {
        pattern = FuzzyPattern(typed)
        hasMarks = typed.utf8.contains { $0 == 0x60 || $0 == 0x2A }
    }
}

private let titleFits: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
    context, _, arguments in
    guard let arguments, let text = sqlite3_value_text(arguments[0]), let typed = sqlite3_value_text(arguments[1])
    else { return }
    let count = Int(sqlite3_value_bytes(arguments[0]))
    let kept: TypedPattern
    if let known = sqlite3_get_auxdata(context, 1) {
        kept = Unmanaged<TypedPattern>.fromOpaque(known).takeUnretainedValue()
    } else {
        kept = TypedPattern(String(cString: typed))
        sqlite3_set_auxdata(context, 1, Unmanaged.passRetained(kept).toOpaque()) { known in
            if let known { Unmanaged<TypedPattern>.fromOpaque(known).release() }
        }
    }
    let stem = UnsafeBufferPointer(start: text, count: count)
    // Most stems can be looked through as they are: what their line is without is nothing that was typed.
    let plain = kept.hasMarks || PlainStem.mayLeaveLinesOut(of: stem) ? nil : kept.pattern.fits(plain: stem)
    let isFound = plain ?? kept.pattern.fits(PlainStem.line(String(cString: text)))
    sqlite3_result_int(context, isFound ? 1 : 0)
}
