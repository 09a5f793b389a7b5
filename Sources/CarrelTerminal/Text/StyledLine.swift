/// A piece of text in one style.
public struct Span: Hashable, Sendable {
    public var text: String
    public var style: Style

    public init(_ text: String, style: Style = .text) {
        self.text = text
        self.style = style
    }

    public init(text: String, style: Style) {
        self.text = text
        self.style = style
    }
}

/// One line of text in any number of styles.
public struct StyledLine: Hashable, Sendable {
    public var spans: [Span]

    public init(_ text: String, style: Style = .text) { spans = text.isEmpty ? [] : [Span(text, style: style)] }

    public init(spans: [Span]) { self.spans = spans }

    /// The line without its styles.
    public var text: String { spans.reduce(into: "") { $0 += $1.text } }

    /// The columns the line takes.
    public var width: Int { spans.reduce(0) { $0 + Columns.width(of: $1.text) } }

    /// Adds text at the end, to the last span when it has the same style.
    public mutating func append(_ text: String, style: Style = .text) {
        guard !text.isEmpty else { return }
        if let last = spans.indices.last, spans[last].style == style {
            spans[last].text += text
        } else {
            spans.append(Span(text, style: style))
        }
    }
}
