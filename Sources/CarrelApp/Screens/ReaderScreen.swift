import CarrelCore
import CarrelTerminal

/// A text that is longer than the screen, to be read, searched and left.
struct ReaderScreen: Screen {
    let crumbs: [String]
    let content: ReaderContent
    let laid = KeptLines<Width, StyledLine>(capacity: 2)
    private let found = KeptLines<Finding, TextFinder.Match>(capacity: 2)
    private var scroll = ScrollPosition()
    private var size = (columns: 80, rows: 24)
    /// Being typed into while it is there.
    private var field: LineEditor?
    /// What is marked; empty while nothing is.
    private var words = ""
    /// Which of the places found the learner is at.
    private var place = 0

    /// What decides where the lines of the text end, and how they look.
    struct Width: Equatable, Sendable {
        var columns: Int
        var glyphs: Glyphs
        var layout: PageLayout
    }

    private struct Finding: Equatable, Sendable {
        var words: String
        var width: Width
    }

    init(crumbs: [String], content: ReaderContent) {
        self.crumbs = crumbs
        self.content = content
    }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .resized(let columns, let rows):
            let before = size.columns == columns ? nil : lines
            size = (columns, rows)
            if let before { scroll.follow(from: before.map(\.text), to: lines.map(\.text)) }
            scroll.clamp(lines: lines.count, visible: visibleRows)
        case .paste(let text): field?.insert(text)
        case .key(let key): return field == nil ? read(key) : type(key)
        case .mouse(let mouse):
            if mouse.kind == .wheelUp { move(.up) }
            if mouse.kind == .wheelDown { move(.down) }
        default: break
        }
        return []
    }

    /// All of the text, under where it is.
    var spoken: String {
        ([crumbs.joined(separator: ", ")] + content.heard.filter { !$0.isEmpty }).joined(separator: "\n")
    }

    /// What `?` shows of keys, and drawing, is told by this.
    private var facts: ReaderFacts {
        ReaderFacts(isHelp: content.isHelp, links: content.links.count, hasMatches: !words.isEmpty)
    }

    var offer: KeyOffer? { field == nil ? KeyTable.reader.offer(in: facts) : KeyTable.find.offer(in: ()) }

    private var lines: [StyledLine] { lines(width) }

    private var width: Width { Width(columns: size.columns, glyphs: .unicode, layout: .current) }

    private func lines(_ width: Width) -> [StyledLine] {
        laid.lines(for: width) { content.lines(columns: width.columns, glyphs: width.glyphs) }
    }

    private func matches(of words: String, _ width: Width) -> [TextFinder.Match] {
        guard !words.isEmpty else { return [] }
        return found.lines(for: Finding(words: words, width: width)) {
            TextFinder.matches(of: words, in: lines(width))
        }
    }

    private var visibleRows: Int { size.rows - 4 }

    private mutating func read(_ key: Key) -> [Effect] {
        guard let action = KeyTable.reader.action(for: key, in: facts) else { return [] }
        switch action {
        case .back: return [.pop]
        case .help: return [.push(.help(KeyTable.reader.help(in: facts)))]
        case .find: field = LineEditor()
        case .visit: return visit(key)
        case .copy:
            guard content.links.isEmpty else {
                return [.copy(content.links.joined(separator: "\n"), name: "the addresses")]
            }
            let text = content.lines(columns: 1_000, glyphs: .unicode).map(\.text).joined(separator: "\n")
            return [.copy(text, name: "the text")]
        case .nextMatch: return step(1)
        case .previousMatch: return step(-1)
        default: move(action)
        }
        return []
    }

    private mutating func move(_ action: ReaderAction) {
        let count = lines.count
        switch action {
        case .up: scroll.move(-1, lines: count, visible: visibleRows)
        case .down: scroll.move(1, lines: count, visible: visibleRows)
        case .pageUp: scroll.page(-1, lines: count, visible: visibleRows)
        case .pageDown: scroll.page(1, lines: count, visible: visibleRows)
        case .first: scroll.home()
        case .last: scroll.end(lines: count, visible: visibleRows)
        default: break
        }
    }

    /// A number opens the address that stands under it.
    private func visit(_ key: Key) -> [Effect] {
        var index = 0
        if case .char(let character) = key, let number = character.wholeNumberValue { index = number - 1 }
        guard content.links.indices.contains(index) else { return [.say("there is no address \(index + 1) here")] }
        return [.visit(content.links[index])]
    }

    // MARK: Finding

    private mutating func type(_ key: Key) -> [Effect] {
        switch KeyTable.find.action(for: key, in: ()) {
        case .find: return find()
        case .cancel: field = nil
        case nil: _ = field?.handle(key)
        }
        return []
    }

    /// Marks what is typed and goes to the first place from here on; nothing typed takes the marks off.
    private mutating func find() -> [Effect] {
        let wanted = field?.text ?? ""
        guard wanted.contains(where: { !$0.isWhitespace }) else {
            field = nil
            words = ""
            return []
        }
        let matches = matches(of: wanted, width)
        // What was typed stays, to be corrected.
        guard !matches.isEmpty else { return [.say("not found: \(wanted)")] }
        field = nil
        words = wanted
        place = matches.firstIndex { $0.first.map { $0.line >= scroll.top } ?? false } ?? 0
        reveal(matches)
        return []
    }

    private mutating func step(_ step: Int) -> [Effect] {
        let matches = matches(of: words, width)
        guard !matches.isEmpty else { return [] }
        let next = place + step
        place = (next + matches.count) % matches.count
        reveal(matches)
        if next < 0 { return [.say("past the start: the last one")] }
        return next == matches.count && next > 1 ? [.say("past the end: the first one")] : []
    }

    private mutating func reveal(_ matches: [TextFinder.Match]) {
        guard let first = matches[place].first, let last = matches[place].last else { return }
        let count = lines.count
        let shown = scroll.range(lines: count, visible: visibleRows)
        guard !shown.contains(first.line) || !shown.contains(last.line) else { return }
        // With what it follows from above it.
        scroll = ScrollPosition(top: first.line - visibleRows / 3)
        scroll.clamp(lines: count, visible: visibleRows)
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let width = Width(columns: canvas.columns, glyphs: surroundings.glyphs, layout: .current)
        let text = lines(width)
        let visible = scroll.range(lines: text.count, visible: canvas.rows - 4)
        let matches = matches(of: words, width)
        var status = visible.count == text.count ? "" : "\(visible.upperBound)/\(text.count)"
        if !matches.isEmpty { status = "found \(min(place, matches.count - 1) + 1)/\(matches.count)  " + status }
        let isTyping = field != nil && surroundings.message == nil
        let frame = Frame(
            crumbs: crumbs, status: status, hints: isTyping ? [] : KeyTable.reader.hints(in: facts))
        let area = frame.draw(on: &canvas, in: surroundings)
        for (offset, index) in visible.enumerated() {
            canvas.draw(text[index], x: 2, y: area.y + offset, limit: area.columns - 3)
        }
        canvas.anchor = Position(x: 2, y: area.y)
        // All of it was heard already.
        canvas.heard = ""
        for index in Self.places(in: visible, of: matches) {
            let match = matches[index]
            for piece in match where visible.contains(piece.line) {
                let y = area.y + piece.line - visible.lowerBound
                canvas.restyle(
                    x: 2 + piece.x, y: y, columns: piece.columns,
                    style: index == place ? Style(.match, .reverse) : .match)
                if index == place, piece == match.first {
                    canvas.anchor = Position(x: 2 + piece.x, y: y)
                    canvas.heard = surroundings.glyphs.heard(text[piece.line].text)
                }
            }
        }
        if isTyping { drawField(on: &canvas, glyphs: surroundings.glyphs) }
    }

    /// The matches that may show a piece in `lines`, found by halving: a long text may have thousands.
    static func places(in lines: Range<Int>, of matches: [TextFinder.Match]) -> Range<Int> {
        /// The first match whose last line is `line` or below.
        func first(from line: Int) -> Int {
            var low = 0, high = matches.count
            while low < high {
                let middle = (low + high) / 2
                if (matches[middle].last?.line ?? 0) < line { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let start = first(from: lines.lowerBound)
        return start..<max(start, min(matches.count, first(from: lines.upperBound) + 1))
    }

    /// In the place of the hint bar, with its keys at the right.
    private func drawField(on canvas: inout Canvas, glyphs: Glyphs) {
        let y = canvas.rows - 1
        var hints = StyledLine("")
        for hint in KeyTable.find.hints(in: ()) {
            hints.append("   ")
            hints.append(hint.key.label(ascii: glyphs.isASCII), style: .key)
            hints.append(" \(hint.label)", style: .muted)
        }
        let x = canvas.draw("/ ", x: 1, y: y, style: .key)
        let room = canvas.columns - x - hints.width - 1
        field?.draw(on: &canvas, x: x, y: y, columns: room, rows: 1, isFocused: true)
        canvas.draw(hints, x: x + room, y: y)
    }
}
