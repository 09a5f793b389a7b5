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
    func activeSession(of item: Item) -> String?
}

extension PagedContent {
    func topic(of item: Item) -> StudyTopic? { nil }
    func activeSession(of item: Item) -> String? { nil }
}

/// A list that may be too long to be fetched at once.
struct PagedScreen<Content: PagedContent>: Screen {
    private var content: Content
    private var pages = PagedRows<Content.Item>()
    private var list = ListView()
    private var now = Moment(at: Timestamp(milliseconds: 0), zone: 0)
    /// What the page underway was asked for after.
    private var asked: Query?

    init(_ content: Content) { self.content = content }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        self.now = now
        switch event {
        case .appeared, .changedElsewhere: return fetch(after: nil)
        case .resized(_, let rows): list.resize(height: rows - 4, rows: self.rows(.unicode))
        case .done(.fetch(let query), .success(let reply)) where query == asked:
            guard let page = content.take(reply) else { return [] }
            pages.take(page, isFirst: query == content.query(after: nil))
            // Coming back far down a long list: the rows up to the selection are to be there again first.
            let further = more()
            if further.isEmpty || list.selection < rows(.unicode).count { list.settle(rows: rows(.unicode)) }
            return further
        case .done(.record, .success): return [.say("session ended; u brings it back")] + fetch(after: nil)
        case .done(.undo, .success(.undone(let thing))): return [.say(UndoneThing.words(thing))] + fetch(after: nil)
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .mouse(let mouse):
            return list.isOpened(by: mouse, rows: rows(.unicode)) ? carryOut(.open) : more()
        case .key(let key):
            guard let action = KeyTable.list.action(for: key, in: facts) else { return [] }
            return carryOut(action)
        default: break
        }
        return []
    }

    private mutating func fetch(after last: Content.Item?) -> [Effect] {
        let query = content.query(after: last)
        asked = query
        return [.perform(.fetch(query))]
    }

    private mutating func more() -> [Effect] { pages.last(nearing: list.furthest).map { fetch(after: $0) } ?? [] }

    private mutating func carryOut(_ action: ListAction) -> [Effect] {
        if list.move(action, rows: rows(.unicode)) { return more() }
        switch action {
        case .open: return selected.map { [.push(content.destination(of: $0))] } ?? []
        case .practise: return selected.flatMap(content.topic).map { [.push(.setUp($0))] } ?? []
        case .endSession:
            guard let session = selected.flatMap(content.activeSession) else { return [] }
            let end = NewEvent(.sessionAbandoned(SessionAbandoned()), sessionId: session)
            return [.perform(.record([end])), .barrier]
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(KeyTable.list.help(in: facts)))]
        case .back: return [.pop]
        default: return []
        }
    }

    private var selected: Content.Item? {
        guard let items = pages.rows, items.indices.contains(list.selection) else { return nil }
        return items[list.selection]
    }

    private var facts: ListFacts {
        ListFacts(
            hasRows: selected != nil, canPractise: selected.flatMap(content.topic) != nil,
            isOnSession: selected.flatMap(content.activeSession) != nil)
    }

    private func rows(_ glyphs: Glyphs) -> LazyRows {
        guard let items = pages.rows else { return LazyRows(ready: []) }
        guard !items.isEmpty else { return LazyRows(ready: .gap + content.empty.map(ListRow.note)) }
        return LazyRows(ready: [], others: items.count, unfetched: pages.isWhole ? 0 : 1) { [content, now] index in
            content.row(items[index], glyphs: glyphs, now: now)
        }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: content.crumbs, status: surroundings.saved.words, hints: KeyTable.list.hints(in: facts))
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(rows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}
