/// Markdown in GitHub's dialect, laid out for a terminal.
public enum Markdown {
    /// The lines `source` takes at `columns` columns.
    ///
    /// Links are numbered and their addresses listed once each at the end; addresses that stand in the text as they
    /// are need no number. Tables stay tables where they fit, their cells broken over lines where that is enough, and
    /// become `heading: value` lines where it is not. Code is highlighted and never broken at words. Raw HTML and LaTeX
    /// are shown as they are written. Any input gives some lines; none is an error.
    ///
    /// - Parameters:
    ///   - base: The style of plain text, which emphasis adds to.
    ///   - ascii: Draw bullets, bars and rules in ASCII.
    ///   - isHeard: For somebody who hears it: no rules and bars, and tables as `heading: value` lines.
    public static func lines(
        _ source: String, columns: Int, base: Style = .text, ascii: Bool = false, isHeard: Bool = false
    ) -> [StyledLine] {
        var layout = MarkdownLayout(columns: columns, base: base, glyphs: ascii ? .ascii : .unicode, isHeard: isHeard)
        for event in MarkdownEvent.events(of: source) { layout.take(event) }
        return layout.finish()
    }

    /// The addresses in `source` that `lines` numbers, in the order of their numbers from 1.
    public static func links(in source: String) -> [String] {
        var layout = MarkdownLayout(columns: 80, base: .text, glyphs: .unicode)
        for event in MarkdownEvent.events(of: source) { layout.take(event) }
        return layout.addresses
    }
}
