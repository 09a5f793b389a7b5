import CarrelCore
import CarrelStorage
import CarrelTerminal

/// A row of a page and where it leads.
struct PageRow: Equatable, Sendable {
    var row: ListRow
    /// Opened by Enter; nil for text.
    var opens: Destination?
    /// Practised by `p`; nil is the whole page's.
    var topic: StudyTopic?
    /// What Enter asks for where it opens nothing.
    var does: [Effect] = []

    static func heading(_ text: String) -> PageRow { PageRow(row: .heading(text)) }
    static func note(_ text: String) -> PageRow { PageRow(row: .note(text)) }
}

/// What a page shows, whatever its size: rows, and a text about it.
protocol PageContent: Sendable {
    var crumbs: [String] { get }
    var query: Query { get }
    /// Practises all there is on the page; nil where that makes no sense.
    var whole: StudyTopic? { get }

    /// Takes what the query came to; false where the thing is not here any more.
    mutating func take(_ reply: Reply) -> Bool

    /// Nothing while the reply is not here.
    func rows(columns: Int, glyphs: Glyphs) -> [PageRow]

    /// Lines about the thing under a heading, shown where there is room and behind a row where there is none.
    var about: About? { get }

    /// The row to begin at.
    func isFirstChoice(_ row: PageRow) -> Bool

    /// What its numbers mean, for help.
    var glossary: HelpTopic? { get }
}

/// A text about a thing: paragraphs, then a list.
struct About: Equatable, Sendable {
    var heading: String
    var paragraphs: [String] = []
    var items: [String] = []

    var isEmpty: Bool { paragraphs.isEmpty && items.isEmpty }

    func lines(columns: Int, glyphs: Glyphs) -> [String] {
        let bullet = [Span("\(glyphs.bullet) ")]
        let texts = paragraphs.map { TextLayout.wrap(PlainStem.line($0, limit: .max), columns: columns) }
        let list = items.map {
            TextLayout.wrap(
                [Span(PlainStem.line($0, limit: .max))], columns: columns, first: bullet, rest: [Span("  ")])
        }
        return (texts + list).flatMap { $0 }.map(\.text)
    }
}

/// A page of a thing that can be studied: what it is, how far the learner is, and its parts.
struct PageScreen<Content: PageContent>: ListScreen {
    private var content: Content
    private var isHere = false
    var list = ListView()
    private var size = (columns: 80, rows: 24)

    init(_ content: Content) { self.content = content }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .resized(let columns, let rows):
            // Texts take other numbers of rows: the selected one is the same by its place among those to select.
            let place = listed.prefix(list.selection).count(where: \.isSelectable)
            size = (columns, rows)
            let listed = listed
            let index = listed.indices.filter { listed[$0].isSelectable }[safe: place]
            list.resize(height: rows - 4, rows: listed)
            if isHere, let index { list.select(index, rows: listed) }
        case .done(.fetch(content.query), .success(let reply)):
            guard content.take(reply) else { return [.pop, .say("this is not here any more")] }
            let rows = rows(.unicode)
            let first = isHere ? list.selection : rows.firstIndex(where: content.isFirstChoice) ?? 0
            isHere = true
            list.select(first, rows: rows.map(\.row))
        default: return followInList(event)
        }
        return []
    }

    let speaksRow = true

    /// What stands on the page beside the rows that lead somewhere.
    var spoken: String {
        let notes = rows(.unicode).map(\.row).filter { $0.kind == .note || $0.kind == .heading }
        let lines = notes.map { Glyphs.unicode.heard($0.label) }.filter { !$0.isEmpty }
        return lines.isEmpty ? "" : ([content.crumbs.joined(separator: ", ")] + lines).joined(separator: "\n")
    }

    func refetch() -> [Effect] { [.perform(.fetch(content.query))] }

    func carryOut(_ action: ListAction) -> [Effect] {
        switch action {
        case .open: return selected.map { row in row.opens.map { [.push($0)] } ?? row.does } ?? []
        case .practise: return topic.map { [.push(.setUp($0))] } ?? []
        default: return []
        }
    }

    var help: HelpTopic {
        var help = KeyTable.list.help(in: keyFacts)
        help.further += [content.glossary].compactMap { $0 }
        return help
    }

    private var selected: PageRow? {
        let rows = rows(.unicode)
        return rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }

    private var topic: StudyTopic? { selected?.topic ?? content.whole }

    var listFacts: ListFacts {
        ListFacts(
            hasRows: selected.map { $0.opens != nil || !$0.does.isEmpty } ?? false, canPractise: isHere && topic != nil)
    }

    var listed: [ListRow] { rows(.unicode).map(\.row) }

    /// The content's rows, with the text about it: in full where all of it fits under them.
    private func rows(_ glyphs: Glyphs) -> [PageRow] {
        let columns = max(10, min(size.columns, Frame.readableColumns) - 6)
        let rows = content.rows(columns: columns, glyphs: glyphs)
        guard !rows.isEmpty, let about = content.about, !about.isEmpty else { return rows }
        let lines = about.lines(columns: columns, glyphs: glyphs)
        let full = rows + .gap + [.heading(about.heading)] + lines.map(PageRow.note)
        if full.count <= size.rows - 4 { return full }
        let text = (about.paragraphs + about.items).map { PlainStem.line($0, limit: .max) }
        let row = ListRow(kind: .action, label: about.heading)
        return rows + .gap + [PageRow(row: row, opens: .text(crumbs: content.crumbs, paragraphs: text))]
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: content.crumbs, status: surroundings.saved.words, hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(rows(surroundings.glyphs).map(\.row), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}

extension PageContent {
    var about: About? { nil }
    var whole: StudyTopic? { nil }
    var glossary: HelpTopic? { nil }
    func isFirstChoice(_ row: PageRow) -> Bool { false }

    /// `text` in as many notes as it needs.
    func notes(_ text: String, columns: Int) -> [PageRow] {
        TextLayout.wrap(text, columns: columns).map { .note($0.text) }
    }

    /// What should come before, each leading to its page.
    func preceding(_ prerequisites: [Prerequisite]) -> [PageRow] {
        guard !prerequisites.isEmpty else { return [] }
        var rows = prerequisites.map(PageRow.init)
        for (index, line) in rows.map(\.row).aligned().enumerated() { rows[index].row = line }
        return [.heading("Comes before")] + rows + .gap
    }
}
