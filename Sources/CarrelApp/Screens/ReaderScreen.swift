import CarrelCore
import CarrelTerminal

/// A text that is longer than the screen, to be read and left: help, or the faults of packs.
struct ReaderScreen: Screen {
    /// What is read.
    enum Content: Equatable, Sendable {
        case help(HelpTopic)
        /// Plain paragraphs, each wrapped with a hanging indent.
        case paragraphs([String])
    }

    let crumbs: [String]
    let content: Content
    private var scroll = ScrollPosition()
    private var size = (columns: 80, rows: 24)

    init(crumbs: [String], content: Content) {
        self.crumbs = crumbs
        self.content = content
    }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .resized(let columns, let rows):
            size = (columns, rows)
            scroll.clamp(lines: lines(columns: columns, glyphs: .unicode).count, visible: rows - 4)
        case .mouse(let mouse):
            if mouse.kind == .wheelUp { move(.up) }
            if mouse.kind == .wheelDown { move(.down) }
        case .key(let key):
            guard let action = KeyTable.reader.action(for: key, in: ()) else { return [] }
            if action == .back { return [.pop] }
            move(action)
        default: break
        }
        return []
    }

    private mutating func move(_ action: ReaderAction) {
        let count = lines(columns: size.columns, glyphs: .unicode).count
        let visible = size.rows - 4
        switch action {
        case .up: scroll.move(-1, lines: count, visible: visible)
        case .down: scroll.move(1, lines: count, visible: visible)
        case .pageUp: scroll.page(-1, lines: count, visible: visible)
        case .pageDown: scroll.page(1, lines: count, visible: visible)
        case .first: scroll.home()
        case .last: scroll.end(lines: count, visible: visible)
        case .back: break
        }
    }

    private func lines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        let width = max(10, min(columns, Frame.readableColumns) - 4)
        switch content {
        case .help(let topic):
            let topics = [topic] + topic.further + [.everywhere]
            let sections = topics.map { help($0, columns: width, isASCII: glyphs.isASCII) }
            return Array(sections.joined(separator: [StyledLine("")]))
        case .paragraphs(let paragraphs): return paragraphs.flatMap { TextLayout.wrap($0, columns: width) }
        }
    }

    private func help(_ topic: HelpTopic, columns: Int, isASCII: Bool) -> [StyledLine] {
        let keys = topic.entries.map { entry in
            entry.shown ?? entry.keys.map { $0.label(ascii: isASCII) }.joined(separator: " ")
        }
        let width = min(14, (keys.map { Columns.width(of: $0) }.max() ?? 0) + 2)
        return [StyledLine(topic.title, style: .heading), StyledLine("")]
            + zip(keys, topic.entries).flatMap { keys, entry in
                TextLayout.wrap(
                    [Span(entry.text)], columns: columns, first: [Span(Columns.pad(keys, to: width), style: .key)],
                    rest: [Span(String(repeating: " ", count: width))])
            }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let text = lines(columns: canvas.columns, glyphs: surroundings.glyphs)
        let visible = scroll.range(lines: text.count, visible: canvas.rows - 4)
        let isWhole = visible.count == text.count
        let status = isWhole ? "" : "\(visible.upperBound)/\(text.count)"
        let frame = Frame(crumbs: crumbs, status: status, hints: KeyTable.reader.hints(in: ()))
        let area = frame.draw(on: &canvas, in: surroundings)
        for (offset, index) in visible.enumerated() {
            canvas.draw(text[index], x: 2, y: area.y + offset, limit: area.columns - 3)
        }
    }
}
