/// Makes lines of Markdown events.
struct MarkdownLayout {
    private let columns: Int
    private let base: Style
    private let glyphs: Glyphs
    /// Nothing is drawn that is no word.
    private let isHeard: Bool
    private var lines: [StyledLine] = []
    private var containers: MarkdownContainers
    private var inlines: MarkdownInlines
    private var needsBlank = false
    private var table: MarkdownTable?
    private var code: CodeBlock?

    init(columns: Int, base: Style, glyphs: Glyphs, isHeard: Bool = false) {
        self.columns = max(1, columns)
        self.base = base
        self.glyphs = glyphs
        self.isHeard = isHeard
        containers = MarkdownContainers(columns: self.columns, base: base, glyphs: glyphs, isHeard: isHeard)
        inlines = MarkdownInlines(style: base)
    }

    /// The addresses numbered so far.
    var addresses: [String] { inlines.links.addresses }

    mutating func take(_ event: MarkdownEvent) {
        switch event {
        case .enter(let block): enter(block)
        case .leave(let block): leave(block)
        case .begin(let inline): inlines.begin(inline)
        case .end: inlines.end()
        case .text(let text): if code != nil { code?.source += text } else { inlines.append(text) }
        case .hardBreak: inlines.append("\n")
        case .softBreak: inlines.append(inlines.keepsLines ? "\n" : " ")
        }
    }

    mutating func finish() -> [StyledLine] {
        flush()
        if !inlines.links.addresses.isEmpty {
            containers.leaveAll()
            needsBlank = true
            emit(inlines.links.lines(columns: columns))
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
            containers.enterQuote()
        case .bullets(let isTight): containers.enterBullets(isTight: isTight)
        case .numbers(let start, let delimiter, let isTight):
            containers.enterNumbers(from: start, delimiter: delimiter, isTight: isTight)
        case .item(let isDone): containers.enterItem(isDone: isDone)
        case .heading:
            // Apart from what is above it, and close to what it is about.
            needsBlank = !containers.hasMarker
            inlines.style = Style(.heading, base.traits)
        case .code(let language): code = CodeBlock(tag: language)
        case .table: table = MarkdownTable()
        case .tableHead: table?.beginHead()
        case .tableBody: table?.beginBody()
        case .tableRow: table?.beginRow()
        case .rule:
            if !isHeard {
                emit([StyledLine(String(repeating: glyphs.rule, count: containers.available), style: .border)])
            }
            needsBlank = true
        case .document, .paragraph, .tableCell, .other: break
        }
    }

    private mutating func leave(_ block: MarkdownEvent.Block) {
        switch block {
        case .tableCell(let alignment): table?.append(inlines.take(), alignment: alignment)
        case .table:
            if let table { emit(table.lines(columns: containers.available, glyphs: glyphs, isHeard: isHeard)) }
            table = nil
            endBlock()
        case .tableHead, .tableBody, .tableRow: break
        case .code:
            if let code {
                emit(code.lines(columns: containers.available, base: base, glyphs: glyphs, isHeard: isHeard))
            }
            code = nil
            endBlock()
        case .heading(let level):
            let spans = inlines.take()
            if !spans.isEmpty { emit(heading(spans, level: level)) }
            inlines.style = base
            needsBlank = false
        case .paragraph:
            flush()
            endBlock()
        case .item:
            flush()
            // An item without text still shows its marker.
            if containers.hasMarker { emit([StyledLine("")]) }
            containers.leave()
        case .quote, .bullets, .numbers:
            flush()
            containers.leave()
            endBlock()
        case .document, .rule, .other: flush()
        }
    }

    /// The two highest levels are underlined by a rule of their own length, the lower ones keep their marks: levels
    /// are told apart without colour.
    private func heading(_ spans: [Span], level: Int) -> [StyledLine] {
        let available = containers.available
        guard !isHeard else { return TextLayout.wrap(spans, columns: available) }
        guard level <= 2 else {
            let marks = String(repeating: "#", count: level) + " "
            return TextLayout.wrap(
                spans, columns: available, first: [Span(marks, style: .muted)],
                rest: [Span(String(repeating: " ", count: marks.count))])
        }
        let lines = TextLayout.wrap(spans, columns: available)
        let width = min(available, lines.map(\.width).max() ?? 0)
        let rule = level == 1 ? glyphs.doubleRule : glyphs.rule
        return lines + [StyledLine(String(repeating: rule, count: width), style: .border)]
    }

    /// Inside a tight list no empty line follows a block.
    private mutating func endBlock() { needsBlank = !containers.isTight }

    private mutating func flush() {
        let spans = inlines.take()
        if !spans.isEmpty { emit(TextLayout.wrap(spans, columns: containers.available)) }
    }

    /// Adds the lines of a block, after bars and markers of what it stands in.
    private mutating func emit(_ block: [StyledLine]) {
        separate()
        let (first, rest) = containers.takePrefixes()
        for (index, line) in block.enumerated() {
            lines.append(StyledLine(spans: (index == 0 ? first : rest) + line.spans))
        }
    }

    /// Adds the empty line that stands between two blocks.
    private mutating func separate() {
        if needsBlank, !lines.isEmpty { lines.append(containers.separator) }
        needsBlank = false
    }
}
