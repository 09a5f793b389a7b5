import CarrelCore
import CarrelStorage
import CarrelTerminal

/// A list of what there is to study: channels, a channel's sub-channels, certifications.
///
/// Where the whole can be studied, the first row starts that.
struct CatalogueListScreen: ListScreen {
    let topics: TopicList
    private var entries: [TopicList.Entry]?
    var list = ListView()

    init(_ topics: TopicList) { self.topics = topics }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .resized(_, let rows): list.resize(height: rows - 4, rows: listed)
        case .done(.fetch(topics.query), .success(let reply)):
            entries = topics.entries(of: reply)
            list.settle(rows: listed)
        default: return followInList(event)
        }
        return []
    }

    func refetch() -> [Effect] { [.perform(.fetch(topics.query))] }

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
        case -2: return topics.whole.map { [.push(.setUp($0))] } ?? []
        case -1: return topics.everything.map { [.push($0)] } ?? []
        case let index where entries.indices.contains(index): return [.push(entries[index].opens)]
        default: return []
        }
    }

    private var leadingRows: Int { topics.whole == nil || (entries ?? []).isEmpty ? 0 : 2 }

    private var selectedTopic: StudyTopic? {
        let index = list.selection - leadingRows
        guard let entries, entries.indices.contains(index) else { return topics.whole }
        return entries[index].topic
    }

    var listFacts: ListFacts {
        ListFacts(hasRows: !(entries ?? []).isEmpty, canPractise: selectedTopic != nil)
    }

    var listed: [ListRow] {
        guard let entries else { return [] }
        guard !entries.isEmpty else { return .gap + [.note(topics.empty)] }
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
                    details: [entry.note, entry.progress, Columns.padStart("\(entry.total)", to: width)]
                        .compactMap { $0 })
            }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(crumbs: topics.crumbs, status: surroundings.saved.words, hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(listed, on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}
