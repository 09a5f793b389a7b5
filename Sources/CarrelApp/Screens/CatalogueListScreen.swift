import CarrelCore
import CarrelStorage
import CarrelTerminal

/// A list of what there is to study: channels, a channel's sub-channels, certifications.
///
/// Where the whole can be studied, the first row starts that.
struct CatalogueListScreen: ListScreen {
    /// One row's worth of the catalogue.
    struct Entry: Equatable, Sendable {
        var label: String
        var glyph: String?
        var total: Int
        var seen: Int
        var correct: Int
        /// Shown before the numbers, e.g. a domain's weight.
        var note: String?
        var opens: Destination
        var topic: StudyTopic
    }

    let crumbs: [String]
    let query: Query
    /// Studies everything listed; nil where that makes no sense.
    let whole: StudyTopic?
    /// Every question of the whole, in one list; nil where `whole` is.
    let everything: Destination?
    /// What to say when there is nothing.
    let empty: String
    private var entries: [Entry]?
    var list = ListView()

    init(crumbs: [String], query: Query, whole: StudyTopic? = nil, everything: Destination? = nil, empty: String) {
        self.crumbs = crumbs
        self.query = query
        self.whole = whole
        self.everything = everything
        self.empty = empty
    }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .resized(_, let rows): list.resize(height: rows - 4, rows: listed)
        case .done(.fetch(query), .success(let reply)):
            entries = CatalogueEntries.entries(of: reply, under: whole)
            list.settle(rows: listed)
        default: return followInList(event)
        }
        return []
    }

    func refetch() -> [Effect] { [.perform(.fetch(query))] }

    func carryOut(_ action: ListAction) -> [Effect] {
        switch action {
        case .open: return open()
        case .practise: return selectedTopic.map { [.push(.setUp($0))] } ?? []
        default: return []
        }
    }

    private func open() -> [Effect] {
        guard let entries else { return [] }
        switch list.selection - leadingRows {
        case -2: return whole.map { [.push(.setUp($0))] } ?? []
        case -1: return everything.map { [.push($0)] } ?? []
        case let index where entries.indices.contains(index): return [.push(entries[index].opens)]
        default: return []
        }
    }

    private var leadingRows: Int { whole == nil || (entries ?? []).isEmpty ? 0 : 2 }

    private var selectedTopic: StudyTopic? {
        let index = list.selection - leadingRows
        guard let entries, entries.indices.contains(index) else { return whole }
        return entries[index].topic
    }

    var listFacts: ListFacts {
        ListFacts(hasRows: !(entries ?? []).isEmpty, canPractise: selectedTopic != nil)
    }

    var listed: [ListRow] {
        guard let entries else { return [] }
        guard !entries.isEmpty else { return .gap + [.note(empty)] }
        var rows: [ListRow] = []
        if leadingRows > 0 {
            let total = entries.reduce(0) { $0 + $1.total }
            rows.append(ListRow(kind: .action, label: "Practise 10", details: ["unseen first"]))
            rows.append(ListRow(kind: .action, label: "All questions", details: ["\(total)"]))
        }
        let width = entries.map { "\($0.total)".count }.max() ?? 1
        return rows
            + entries.map { entry in
                ListRow(
                    glyph: entry.glyph, label: entry.label,
                    details: [entry.note, Self.progress(entry), Self.padded(entry.total, width)].compactMap { $0 })
            }
    }

    /// `9 seen, 7 right`, or `new`.
    private static func progress(_ entry: Entry) -> String {
        entry.seen == 0 ? "new" : "\(entry.seen) seen, \(entry.correct) right"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: " ", count: width - text.count) + text
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(crumbs: crumbs, status: surroundings.saved.words, hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(listed, on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}
