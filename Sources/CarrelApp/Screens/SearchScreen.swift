import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Full-text search over all questions: a field, and under it what is found as it is typed.
///
/// Keys only change the field and the selection. What follows from them is asked for when the batch they came in is
/// over (`Event.settled`): a word typed at once is one search, and nothing waits for a timer.
struct SearchScreen: Screen {
    enum Focus: Equatable, Sendable { case field, list }

    private(set) var field = LineEditor()
    private(set) var focus = Focus.field
    /// Of what stands in the list; nil while nothing is searched for.
    private(set) var found: Found?
    private(set) var faults: [SearchFault] = []
    var list = HitList()
    var recents: [String]?
    var recentList = ListView()
    var preview = QuestionPreview()
    var filter = ListFilter()
    /// What was searched for is to be searched for anew.
    private var isStale = false
    private var mode = SearchMode.asYouType

    /// What a search came to.
    struct Found: Equatable, Sendable {
        var query: SearchQuery
        var mode: SearchMode
        var result = SearchResult()
        /// Those that were in sight so far, by id.
        var hits: [String: SearchHit] = [:]
        /// Those asked for: one that is gone since is not asked for again.
        var asked: Set<String> = []
    }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared, .changedElsewhere:
            isStale = true
            preview.forget()
            return recents == nil ? [.perform(.fetch(.recentSearches))] : []
        case .resized(let columns, let rows):
            list.resize(height: rows - 6, count: rowCount)
            recentList.resize(height: rows - 6 - SearchHelp.lines, rows: recentRows)
            preview.resize(columns: columns)
        case .settled: return pending()
        case .paste(let text) where focus == .field && !filter.isOpen: type { $0.insert(text) }
        case .paste(let text): filter.paste(text)
        case .key(let key): return press(key)
        case .mouse(let mouse) where !filter.isOpen && mouse.kind == .wheelUp: return move(.up)
        case .mouse(let mouse) where !filter.isOpen && mouse.kind == .wheelDown: return move(.down)
        case .pointed(let item) where filter.isOpen: filter.point(at: item)
        case .pointed(let row): return point(at: row)
        case .done(.fetch(let query), .success(let reply)): return take(reply, to: query)
        case .done(.bookmark(_, let isOn), .success):
            isStale = true
            return [.say(isOn ? "bookmarked" : "bookmark taken off")]
        case .done(.undo, .success(.undone(let thing))):
            isStale = true
            return [.say(UndoneThing.words(thing))]
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        default: break
        }
        return []
    }

    // MARK: What is shown

    var leadingRows: Int {
        guard let found, !found.result.ids.isEmpty else { return 0 }
        return found.result.hasMore && found.mode == .asYouType ? 2 : 1
    }

    var rowCount: Int { leadingRows + (found?.result.ids.count ?? 0) }

    /// The id in that row; nil for actions.
    func id(at row: Int) -> String? {
        guard let found, found.result.ids.indices.contains(row - leadingRows) else { return nil }
        return found.result.ids[row - leadingRows]
    }

    var selected: SearchHit? { id(at: list.selection).flatMap { found?.hits[$0] } }

    var topic: StudyTopic? { found.map { .search($0.query, text: text) } }

    /// What was typed, without spaces at its ends.
    private var text: String {
        let words = field.text.drop { $0.isWhitespace }
        return String(String(words.reversed().drop { $0.isWhitespace }.reversed()))
    }

    // MARK: What is asked for

    /// What is needed next, once the keys typed so far are handled; each answer asks for what follows from it.
    private mutating func pending() -> [Effect] {
        if let effects = filter.settle() { return effects }
        if isStale, let effects = search() { return effects }
        if let effects = fetchHits() { return effects }
        return preview.settle(on: id(at: list.selection), row: selected?.row)
    }

    private mutating func search() -> [Effect]? {
        isStale = false
        let read = SearchQuery.read(field.text)
        faults = read.faults
        guard !read.query.isEmpty else {
            found = nil
            list.settle(count: rowCount)
            return nil
        }
        if read.query != found?.query { mode = .asYouType }
        return [.perform(.fetch(.search(read.query, mode)))]
    }

    private mutating func fetchHits() -> [Effect]? {
        guard var found else { return nil }
        let wanted = list.range(count: rowCount).compactMap { id(at: $0) }.filter { !found.asked.contains($0) }
        guard !wanted.isEmpty else { return nil }
        found.asked.formUnion(wanted)
        self.found = found
        return [.perform(.fetch(.hits(wanted, of: found.query)))]
    }

    private mutating func take(_ reply: Reply, to query: Query) -> [Effect] {
        switch (query, reply) {
        case (.search(let query, let mode), .search(let result)):
            let before = found
            found = Found(query: query, mode: mode, result: result)
            // The best match is what Enter opens; a search that is only made anew keeps its place.
            let isSame = before?.query == query && before?.mode == mode
            list.select(isSame ? list.selection : leadingRows, count: rowCount)
            if result.ids.isEmpty { focus = .field }
            return pending()
        case (.hits(_, let query), .hits(let hits)):
            guard query == found?.query else { return [] }
            for hit in hits { found?.hits[hit.id] = hit }
            return pending()
        case (.preview(let id, _), .preview(let facts)): preview.take(id, facts)
        case (.recentSearches, .recentSearches(let texts)):
            recents = texts
            recentList.select(0, rows: recentRows)
        case (_, .filterLabels), (_, .number): filter.take(reply)
        default: break
        }
        return []
    }

    // MARK: Keys

    private mutating func type(_ edit: (inout LineEditor) -> Void) {
        let before = field.text
        edit(&field)
        if field.text != before { isStale = true }
    }

    private mutating func press(_ key: Key) -> [Effect] {
        if filter.isOpen { return pressInSheet(key) }
        switch focus {
        case .list:
            let action = KeyTable.list.action(for: key, in: listFacts)
            return action.map { carryOut($0) } ?? []
        case .field:
            guard let action = KeyTable.search.action(for: key, in: facts) else {
                type { _ = $0.handle(key) }
                return []
            }
            return carryOut(action)
        }
    }

    private mutating func carryOut(_ action: SearchAction) -> [Effect] {
        switch action {
        case .open: return open()
        case .up: return move(.up)
        case .down: return move(.down)
        case .pageUp: return move(.pageUp)
        case .pageDown: return move(.pageDown)
        case .list: focus = .list
        case .clear: type { $0.clear() }
        case .back: return [.pop]
        }
        return []
    }

    private mutating func carryOut(_ action: ListAction) -> [Effect] {
        if list.move(action, count: rowCount) { return [] }
        switch action {
        case .open: return open()
        case .practise: return practise()
        case .enterField: focus = .field
        case .filter:
            guard let found else { return [] }
            var whole = found.query
            whole.filter = QuestionFilter()
            return filter.open(over: .search(whole), filter: found.query.filter)
        case .bookmark:
            return selected.map { [.perform(.bookmark(question: $0.id, isOn: !$0.row.isBookmarked))] } ?? []
        case .note, .thisQuestion, .copy: return action.effects(on: selected?.id)
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(help))]
        case .back: return [.pop]
        default: break
        }
        return []
    }

    private mutating func pressInSheet(_ key: Key) -> [Effect] {
        switch filter.press(key) {
        case .effects(let effects): return effects
        case .chosen(let filter):
            guard var query = found?.query else { return [] }
            query.filter = filter
            type { $0.replace(with: query.description + (query.isEmpty ? "" : " ")) }
            focus = .field
            return [.barrier]
        }
    }

    private mutating func move(_ action: ListAction) -> [Effect] {
        if found == nil {
            _ = recentList.move(action, rows: recentRows)
        } else {
            _ = list.move(action, count: rowCount)
        }
        return []
    }

    /// Follows a click on a row: the first selects it, the next opens it.
    private mutating func point(at row: Int) -> [Effect] {
        guard found != nil else { return recentList.isOpened(at: row, rows: recentRows) ? open() : [] }
        guard row < rowCount else { return [] }
        guard row != list.selection else { return open() }
        list.select(row, count: rowCount)
        return []
    }

    private mutating func open() -> [Effect] {
        guard found != nil else {
            guard let recents, recents.indices.contains(recentList.selection - 1) else { return [] }
            let text = recents[recentList.selection - 1]
            type { $0.replace(with: text) }
            return [.barrier]
        }
        if let id = id(at: list.selection) {
            return remember() + [.perform(.start(StudyRequest(topic: .question(id, title: "Search"))))]
        }
        guard list.selection == 0 else {
            mode = .all
            isStale = true
            return [.barrier]
        }
        return practise()
    }

    private mutating func practise() -> [Effect] {
        guard rowCount > 0, let topic else { return [] }
        return remember() + [.push(.setUp(topic))]
    }

    private mutating func remember() -> [Effect] {
        let texts = RecentSearches.adding(text, to: recents ?? [])
        guard texts != recents, !text.isEmpty else { return [] }
        recents = texts
        recentList.select(0, rows: recentRows)
        return [.perform(.record([NewEvent(.settingChanged(RecentSearches.change(to: texts)))]))]
    }
}
