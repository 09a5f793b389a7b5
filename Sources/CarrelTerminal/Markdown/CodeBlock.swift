/// Source inside of a text: highlighted, and cut by columns instead of words.
///
/// Nothing but spaces and the mark of a cut line stands before it, so that what is copied from the screen runs.
struct CodeBlock {
    /// Below this there is no room for a margin.
    private static let leastColumns = 8
    /// Words after a fence that say that there is no language.
    private static let plainTags: Set<String> = ["text", "txt", "plain", "plaintext", "none"]

    /// The word after the fence; empty for an indented block.
    var tag: String
    /// The lines as written, each ended.
    var source = ""

    func lines(columns: Int, base: Style, glyphs: Glyphs, isHeard: Bool = false) -> [StyledLine] {
        var text = source
        if text.hasSuffix("\n") { text.removeLast() }
        let isDiagram = tag.lowercased() == "mermaid"
        if isDiagram { text = Mermaid.tidied(text).joined(separator: "\n") }
        let spans = Highlighter.spans(of: text, in: CodeLanguage(named: tag), traits: base.traits)
        let hasMargin = columns >= Self.leastColumns
        let margin = hasMargin ? [Span("  ")] : []
        let caption = isDiagram ? Mermaid.caption : tag
        return self.caption(caption, columns: columns, glyphs: glyphs, isHeard: isHeard)
            + TextLayout.wrapVerbatim(
                spans, columns: columns, first: margin, rest: margin,
                continued: hasMargin ? [Span(glyphs.continuation + " ", style: .muted)] : nil)
    }

    /// What the source is written in, in a line above it.
    private func caption(_ words: String, columns: Int, glyphs: Glyphs, isHeard: Bool) -> [StyledLine] {
        let words = Sanitiser.line(words)
        guard !words.isEmpty, !Self.plainTags.contains(words.lowercased()), columns >= Self.leastColumns else {
            return []
        }
        if isHeard {
            let words = words == Mermaid.caption ? words : "Code in \(words):"
            return [StyledLine(Columns.clip(words, to: columns, ellipsis: glyphs.ellipsis), style: .muted)]
        }
        var line = StyledLine(String(repeating: glyphs.rule, count: 2), style: .border)
        line.append(" " + Columns.clip(words, to: columns - 3, ellipsis: glyphs.ellipsis), style: .muted)
        return [line]
    }
}
