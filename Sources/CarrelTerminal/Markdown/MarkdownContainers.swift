/// The quotes, lists and items that a block stands in, and what is drawn of them before its lines.
struct MarkdownContainers {
    private enum Container {
        case quote
        case list(next: Int?, delimiter: String)
        /// `marker` goes once it is drawn; `width` is what is left free below it.
        case item(marker: String?, width: Int)
    }

    private let columns: Int
    private let base: Style
    private let glyphs: Glyphs
    /// A word stands before a quote instead of a bar.
    private let isHeard: Bool
    private var open: [Container] = []
    /// Whether each open list, outermost first, is tight.
    private var tightness: [Bool] = []
    private var bulletLists = 0

    init(columns: Int, base: Style, glyphs: Glyphs, isHeard: Bool = false) {
        self.columns = columns
        self.base = base
        self.glyphs = glyphs
        self.isHeard = isHeard
    }

    var isTight: Bool { tightness.last ?? false }

    /// Whether the innermost item has drawn nothing yet, its marker neither.
    var hasMarker: Bool { if case .item(_?, _) = open.last { true } else { false } }

    mutating func enterQuote() {
        let word = "quote: "
        open.append(isHeard ? .item(marker: word, width: Columns.width(of: word)) : .quote)
    }

    mutating func enterBullets(isTight: Bool) {
        tightness.append(isTight)
        bulletLists += 1
        open.append(.list(next: nil, delimiter: ""))
    }

    mutating func enterNumbers(from start: Int, delimiter: String, isTight: Bool) {
        tightness.append(isTight)
        open.append(.list(next: start, delimiter: delimiter))
    }

    mutating func enterItem(isDone: Bool?) {
        var marker = glyphs.bullet(depth: bulletLists - 1) + " "
        if let last = open.indices.last, case .list(let next?, let delimiter) = open[last] {
            marker = "\(next)\(delimiter) "
            open[last] = .list(next: next + 1, delimiter: delimiter)
        }
        if let isDone {
            marker = isHeard ? (isDone ? "done: " : "to do: ") : (isDone ? glyphs.doneBox : glyphs.emptyBox) + " "
        }
        open.append(.item(marker: marker, width: Columns.width(of: marker)))
    }

    mutating func leave() {
        guard case .list(let next, _) = open.popLast() else { return }
        tightness.removeLast()
        if next == nil { bulletLists -= 1 }
    }

    mutating func leaveAll() {
        open = []
        tightness = []
        bulletLists = 0
    }

    /// The columns left for the lines of a block.
    var available: Int { max(1, columns - drawn.width) }

    /// Those that are drawn: half of the width at most is theirs.
    private var drawn: (count: Int, width: Int) {
        var width = 0
        for (index, container) in open.enumerated() {
            let own =
                switch container {
                case .quote: 2
                case .list: 0
                case .item(_, let width): width
                }
            if width + own > columns / 2 { return (index, width) }
            width += own
        }
        return (open.count, width)
    }

    /// What stands before the first line of a block and before the others; markers stand there once.
    mutating func takePrefixes() -> (first: [Span], rest: [Span]) {
        let count = drawn.count
        var first: [Span] = []
        for (index, container) in open.enumerated() {
            guard case .item(let marker?, let width) = container else {
                if index < count { first += span(container) }
                continue
            }
            if index < count { first.append(Span(marker, style: .muted)) }
            open[index] = .item(marker: nil, width: width)
        }
        return (first, open.prefix(count).flatMap(span))
    }

    /// The line between two blocks: only the bars of quotes go through it.
    var separator: StyledLine {
        var spans = open.prefix(drawn.count).flatMap(span)
        while let last = spans.last, last.style != .border { spans.removeLast() }
        if let last = spans.indices.last { spans[last].text = glyphs.vertical }
        return StyledLine(spans: spans)
    }

    private func span(_ container: Container) -> [Span] {
        switch container {
        case .quote: [Span(glyphs.vertical + " ", style: .border)]
        case .list: []
        case .item(_, let width): [Span(String(repeating: " ", count: width), style: base)]
        }
    }
}
