/// The text of a block while it is read, with the emphasis and the links in it.
struct MarkdownInlines {
    private(set) var spans: [Span] = []
    private(set) var links = MarkdownLinks()
    /// What emphasis adds to.
    var style: Style
    private var open: [(kind: MarkdownEvent.Inline, start: Int)] = []

    init(style: Style) { self.style = style }

    /// The text so far; what follows is another block's.
    mutating func take() -> [Span] {
        defer { spans = [] }
        return spans
    }

    mutating func begin(_ kind: MarkdownEvent.Inline) {
        if case .image = kind { spans.append(Span("image: ", style: style.with(.dim))) }
        open.append((kind, spans.count))
        if let mark = Self.mark(of: kind) { append(mark) }
    }

    mutating func end() {
        guard let kind = open.last?.kind else { return }
        if let mark = Self.mark(of: kind) { append(mark) }
        let start = min(open.removeLast().start, spans.count)
        switch kind {
        case .link(let address), .image(let address):
            if address.isEmpty || MarkdownLinks.forms(of: address).contains(where: { isShown($0, from: start) }) {
                break
            }
            spans.append(Span("[\(links.number(of: address))]", style: .muted))
        default: break
        }
    }

    mutating func append(_ text: String) {
        let style = emphasised
        // Not across the start of a link, whose own text is counted from there.
        if let last = spans.indices.last, spans[last].style == style, last >= open.last?.start ?? 0 {
            spans[last].text += text
        } else {
            spans.append(Span(text, style: style))
        }
    }

    /// Within a formula on display, whose lines mean something.
    var keepsLines: Bool { open.last?.kind == .math(isDisplay: true) }

    /// What stands on both sides of it, as it was written: formulas are not drawn, and no terminal shows everybody that
    /// text was taken back.
    private static func mark(of kind: MarkdownEvent.Inline) -> String? {
        switch kind {
        case .math(let isDisplay): isDisplay ? "$$" : "$"
        case .deleted: "~~"
        default: nil
        }
    }

    private var emphasised: Style {
        var style = style
        // Emphasis nested a thousand deep looks like emphasis nested a few deep.
        for inline in open.suffix(16) {
            switch inline.kind {
            case .emphasis: style = style.with(.italic)
            case .strong: style = style.with(.bold)
            case .deleted: style = style.with(.strikethrough)
            case .code, .math: style.role = .code
            case .link, .image: style.role = .link
            case .other: break
            }
        }
        return style
    }

    /// Whether the text from `start` on is `address`; reads no further than that takes.
    private func isShown(_ address: String, from start: Int) -> Bool {
        var label = ""
        for span in spans[start...] {
            label += span.text
            if label.utf8.count > address.utf8.count { return false }
        }
        return label == address
    }
}
