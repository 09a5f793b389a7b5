/// Makes lines of Markdown events.
struct MarkdownLayout {
    private enum Container {
        case quote
        case list(next: Int?, delimiter: String)
        /// `marker` goes once it is drawn; `width` is what is left free below it.
        case item(marker: String?, width: Int)
    }

    private let columns: Int
    private let base: Style
    private let glyphs: Glyphs
    private(set) var links = MarkdownLinks()
    private var lines: [StyledLine] = []
    private var containers: [Container] = []
    /// Whether each open list, outermost first, is tight.
    private var tightness: [Bool] = []
    private var needsBlank = false
    private var inlines: [(kind: MarkdownEvent.Inline, start: Int)] = []
    private var spans: [Span] = []
    private var blockStyle: Style
    private var table: MarkdownTable?
    private var isInCode = false

    init(columns: Int, base: Style, glyphs: Glyphs) {
        self.columns = max(1, columns)
        self.base = base
        self.glyphs = glyphs
        blockStyle = base
    }

    mutating func take(_ event: MarkdownEvent) {
        switch event {
        case .enter(let block): enter(block)
        case .leave(let block): leave(block)
        case .begin(let inline): inlines.append((inline, spans.count))
        case .end: endInline()
        case .text(let text): append(text, style: style)
        case .hardBreak: append("\n", style: style)
        case .softBreak: append(" ", style: style)
        }
    }

    mutating func finish() -> [StyledLine] {
        flush()
        if !links.addresses.isEmpty {
            containers = []
            needsBlank = true
            emit(links.lines(columns: columns))
        }
        return lines
    }

    // MARK: Blocks

    private mutating func enter(_ block: MarkdownEvent.Block) {
        if table == nil { flush() }
        switch block {
        case .quote:
            // The empty line before it stands outside of its bar.
            separate()
            containers.append(.quote)
        case .bullets(let isTight):
            tightness.append(isTight)
            containers.append(.list(next: nil, delimiter: ""))
        case .numbers(let start, let delimiter, let isTight):
            tightness.append(isTight)
            containers.append(.list(next: start, delimiter: delimiter))
        case .item(let isDone): enterItem(isDone: isDone)
        case .heading: blockStyle = Style(.heading, base.traits)
        case .code: isInCode = true
        case .table: table = MarkdownTable()
        case .tableHead: table?.beginHead()
        case .tableBody: table?.beginBody()
        case .tableRow: table?.beginRow()
        case .rule:
            emit([StyledLine(String(repeating: glyphs.rule, count: available), style: .border)])
            needsBlank = true
        case .document, .paragraph, .tableCell, .other: break
        }
    }

    private mutating func enterItem(isDone: Bool?) {
        var marker = glyphs.bullet + " "
        if let last = containers.indices.last, case .list(let next?, let delimiter) = containers[last] {
            marker = "\(next)\(delimiter) "
            containers[last] = .list(next: next + 1, delimiter: delimiter)
        }
        if let isDone { marker = (isDone ? glyphs.checkedBox : glyphs.emptyBox) + " " }
        containers.append(.item(marker: marker, width: Columns.width(of: marker)))
    }

    private mutating func leave(_ block: MarkdownEvent.Block) {
        switch block {
        case .tableCell(let alignment):
            table?.append(spans, alignment: alignment)
            spans = []
        case .table:
            if let table { emit(table.lines(columns: available, glyphs: glyphs)) }
            table = nil
            endBlock()
        case .tableHead, .tableBody, .tableRow: break
        case .code:
            emitCode()
            endBlock()
        case .paragraph, .heading:
            flush()
            blockStyle = base
            endBlock()
        case .item:
            flush()
            // An item without text still shows its marker.
            if case .item(_?, _) = containers.last { emit([StyledLine("")]) }
            containers.removeLast()
        case .quote, .bullets, .numbers:
            flush()
            containers.removeLast()
            if block != .quote { tightness.removeLast() }
            endBlock()
        case .document, .rule, .other: flush()
        }
    }

    /// Inside a tight list no empty line follows a block.
    private mutating func endBlock() {
        needsBlank = !(tightness.last ?? false)
    }

    private mutating func flush() {
        guard !spans.isEmpty else { return }
        emit(TextLayout.wrap(spans, columns: available))
        spans = []
    }

    private mutating func emitCode() {
        isInCode = false
        var text = StyledLine(spans: spans).text
        spans = []
        if text.hasSuffix("\n") { text.removeLast() }
        let indent = available > 20 ? [Span("  ")] : []
        emit(
            TextLayout.wrapVerbatim(
                text, columns: available, style: Style(.code, base.traits), first: indent, rest: indent))
    }

    // MARK: Text

    private var style: Style {
        var style = blockStyle
        if isInCode { style.role = .code }
        // Emphasis nested a thousand deep looks like emphasis nested a few deep.
        for inline in inlines.suffix(16) {
            switch inline.kind {
            case .emphasis: style = style.with(.italic)
            case .strong: style = style.with(.bold)
            case .deleted: style = style.with(.strikethrough)
            case .code: style.role = .code
            case .link, .image: style.role = .link
            case .other: break
            }
        }
        return style
    }

    private mutating func append(_ text: String, style: Style) {
        // Not across the start of a link, whose own text is counted from there.
        if let last = spans.indices.last, spans[last].style == style, last >= inlines.last?.start ?? 0 {
            spans[last].text += text
        } else {
            spans.append(Span(text, style: style))
        }
    }

    private mutating func endInline() {
        guard let inline = inlines.popLast() else { return }
        switch inline.kind {
        case .link(let address): mark(address, from: inline.start)
        case .image(let address):
            let start = min(inline.start, spans.count)
            spans.insert(Span("image: ", style: blockStyle.with(.dim)), at: start)
            mark(address, from: start + 1)
        default: break
        }
    }

    private mutating func mark(_ address: String, from start: Int) {
        let label = StyledLine(spans: Array(spans.dropFirst(start))).text
        if let number = links.number(of: address, shownAs: label) {
            spans.append(Span("[\(number)]", style: .muted))
        }
    }

    // MARK: Containers

    /// The containers that are drawn: half of the width at most is theirs.
    private var drawnContainers: (count: Int, width: Int) {
        var width = 0
        for (index, container) in containers.enumerated() {
            let own =
                switch container {
                case .quote: 2
                case .list: 0
                case .item(_, let width): width
                }
            if width + own > columns / 2 { return (index, width) }
            width += own
        }
        return (containers.count, width)
    }

    private var available: Int { max(1, columns - drawnContainers.width) }

    /// Adds the lines of a block, after bars and markers of what it stands in.
    private mutating func emit(_ block: [StyledLine]) {
        let drawn = drawnContainers.count
        separate()
        var first: [Span] = []
        for index in 0..<drawn {
            switch containers[index] {
            case .quote: first.append(Span(glyphs.vertical + " ", style: .border))
            case .list: break
            case .item(let marker, let width):
                first.append(Span(marker ?? String(repeating: " ", count: width), style: marker == nil ? base : .muted))
                containers[index] = .item(marker: nil, width: width)
            }
        }
        for index in drawn..<containers.count {
            if case .item(_?, let width) = containers[index] { containers[index] = .item(marker: nil, width: width) }
        }
        let rest = prefix(drawn)
        for (index, line) in block.enumerated() {
            lines.append(StyledLine(spans: (index == 0 ? first : rest) + line.spans))
        }
    }

    /// Adds the empty line that stands between two blocks; only the bars of quotes go through it.
    private mutating func separate() {
        if needsBlank, !lines.isEmpty {
            var spans = prefix(drawnContainers.count)
            while let last = spans.last, last.style != .border { spans.removeLast() }
            if let last = spans.indices.last { spans[last].text = glyphs.vertical }
            lines.append(StyledLine(spans: spans))
        }
        needsBlank = false
    }

    private func prefix(_ count: Int) -> [Span] {
        var spans: [Span] = []
        for container in containers.prefix(count) {
            switch container {
            case .quote: spans.append(Span(glyphs.vertical + " ", style: .border))
            case .list: break
            case .item(_, let width): spans.append(Span(String(repeating: " ", count: width), style: base))
            }
        }
        return spans
    }
}
