/// Text broken into lines of so many columns.
public enum TextLayout {
    /// Columns between tab stops.
    public static let tabStop = 4

    /// Breaks `text` at spaces and between wide glyphs; words longer than a line are cut.
    ///
    /// Line ends in the text are kept, spaces at the start of its lines too; spaces where a line is broken vanish.
    /// An empty text is one empty line, and less than one column counts as one.
    public static func wrap(_ text: String, columns: Int, style: Style = .text) -> [StyledLine] {
        wrap([Span(text, style: style)], columns: columns)
    }

    /// Breaks styled text as `wrap(_:columns:style:)` does.
    ///
    /// - Parameters:
    ///   - first: Put before the first line, for example a bullet.
    ///   - rest: Put before all others: a hanging indent. `columns` counts both.
    public static func wrap(
        _ spans: [Span], columns: Int, first: [Span] = [], rest: [Span] = []
    ) -> [StyledLine] {
        var wrapper = LineWrapper(columns: columns, first: first, rest: rest)
        for span in spans { wrapper.append(span) }
        return wrapper.finish()
    }

    /// Cuts `text` into lines only where it is wider than `columns`, keeping every space: for code.
    public static func wrapVerbatim(
        _ text: String, columns: Int, style: Style = .code, first: [Span] = [], rest: [Span] = []
    ) -> [StyledLine] {
        wrapVerbatim([Span(text, style: style)], columns: columns, first: first, rest: rest)
    }

    /// Cuts styled text as `wrapVerbatim(_:columns:style:first:rest:)` does.
    ///
    /// - Parameter continued: Put before what is left of a line that was cut; nil is `rest`.
    public static func wrapVerbatim(
        _ spans: [Span], columns: Int, first: [Span] = [], rest: [Span] = [], continued: [Span]? = nil
    ) -> [StyledLine] {
        var wrapper = LineWrapper(
            columns: columns, first: first, rest: rest, continued: continued, keepsSpaces: true)
        for span in spans { wrapper.append(span) }
        return wrapper.finish()
    }
}
