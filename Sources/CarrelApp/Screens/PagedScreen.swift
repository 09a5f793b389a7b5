import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What a long list shows: where its pages come from, and what a row leads to.
protocol PagedContent: Sendable {
    associatedtype Item: Sendable

    var crumbs: [String] { get }
    /// Said while there is nothing.
    var empty: [String] { get }
    /// The page after `last`; the first one for nil.
    func query(after last: Item?) -> Query
    /// Nil for a reply to something else.
    mutating func take(_ reply: Reply) -> [Item]?
    func row(_ item: Item, glyphs: Glyphs, now: Moment) -> ListRow
    func destination(of item: Item) -> Destination
    /// What `p` practises.
    func topic(of item: Item) -> StudyTopic?
    /// The session a row goes on with, which `x` ends.
    func activeSession(of item: Item) -> SessionRow?
}

extension PagedContent {
    func topic(of item: Item) -> StudyTopic? { nil }
    func activeSession(of item: Item) -> SessionRow? { nil }
}

/// A list that may be too long to be fetched at once.
struct PagedScreen<Content: PagedContent>: ListScreen {
    private var content: Content
    private var pages = PagedRows<Content.Item>()
    var list = ListView()
    private var now = Moment(at: Timestamp(milliseconds: 0), zone: 0)
    /// The last row of all is wanted, which is not here yet.
    private var goesToEnd = false
    /// What the page underway was asked for after.
    private var asked: Query?

    init(_ content: Content) { self.content = content }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        self.now = now
        switch event {
        case .resized(_, let rows): list.resize(height: rows - 4, rows: self.rows(.unicode))
        case .done(.fetch(let query), .success(let reply)) where query == asked:
            guard let page = content.take(reply) else { return [] }
            pages.take(page, isFirst: query == content.query(after: nil))
            if goesToEnd { _ = list.move(.last, rows: rows(.unicode)) }
            goesToEnd = goesToEnd && !pages.isWhole
            // Coming back far down a long list: the rows up to the selection are to be there again first.
            let further = moved()
            if further.isEmpty || list.selection < rows(.unicode).count { list.settle(rows: rows(.unicode)) }
            return further
        case .done(.record(let events, _), .success): return [KeptWords(of: events, at: now).effect] + refetch()
        default: return followInList(event)
        }
        return []
    }

    private mutating func fetch(after last: Content.Item?) -> [Effect] {
        let query = content.query(after: last)
        asked = query
        return [.perform(.fetch(query))]
    }

    mutating func refetch() -> [Effect] { fetch(after: nil) }

    mutating func moved() -> [Effect] { pages.last(nearing: list.furthest).map { fetch(after: $0) } ?? [] }

    mutating func wentToEnd() -> [Effect] {
        goesToEnd = !pages.isWhole
        return moved()
    }

    mutating func carryOut(_ action: ListAction) -> [Effect] {
        switch action {
        case .open: return selected.map { [.push(content.destination(of: $0))] } ?? []
        case .practise: return selected.flatMap(content.topic).map { [.push(.setUp($0))] } ?? []
        case .endSession:
            return selected.flatMap(content.activeSession).map { session in
                SessionEnd.effects(for: session, at: now)
            } ?? []
        default: return []
        }
    }

    private var selected: Content.Item? {
        guard let items = pages.rows, items.indices.contains(list.selection) else { return nil }
        return items[list.selection]
    }

    var listFacts: ListFacts {
        ListFacts(
            hasRows: selected != nil, canPractise: selected.flatMap(content.topic) != nil,
            isOnSession: selected.flatMap(content.activeSession) != nil)
    }

    var listed: LazyRows { rows(.unicode) }

    private func rows(_ glyphs: Glyphs) -> LazyRows {
        guard let items = pages.rows else { return LazyRows(ready: []) }
        guard !items.isEmpty else { return LazyRows(ready: .gap + content.empty.map(ListRow.note)) }
        return LazyRows(ready: [], others: items.count, isOpenEnded: !pages.isWhole) { [content, now] index in
            content.row(items[index], glyphs: glyphs, now: now)
        }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: content.crumbs, status: surroundings.saved.words, hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(rows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}
