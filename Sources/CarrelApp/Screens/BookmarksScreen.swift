import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The questions a learner keeps for good, newest first, with their notes.
struct BookmarksScreen: ListScreen, FilteredList {
    private var bookmarks: [BookmarkRow]?
    var list = ListView()
    /// Columns that a note may take beside its question.
    private var noteColumns = 26
    var filter = ListFilter()
    /// Ids of those that the filter admits.
    private var admitted: Set<String> = []
    private var preview = QuestionPreview()
    private var screenRows = 24

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .resized(let columns, let rows):
            screenRows = rows
            noteColumns = max(8, min(columns, Frame.readableColumns) / 3)
            preview.resize(columns: columns)
            fit()
        case .settled: return filter.settle() ?? preview.settle(on: selected?.questionId)
        case .done(.fetch(.bookmarks), .success(.bookmarks(let rows))):
            bookmarks = rows
            list.settle(rows: self.rows(.unicode))
        case .done(.fetch(.questions(scope, let after, _)), .success(.questions(let page, _, _))):
            return admit(page, isFirst: after == nil)
        case .done(.fetch(.preview(let id, _)), .success(.preview(let facts))): preview.take(id, facts)
        case .done(.fetch(.filterLabels), .success(let reply)), .done(.fetch(.number), .success(let reply)):
            filter.take(reply)
        case .done(.bookmark, .success):
            return [.sayUndoable("bookmark taken off", undoing: "brings it back")] + refetch()
        case .paste(let text) where filter.isOpen: filter.paste(text)
        case .key(let key) where filter.isOpen: return pressInSheet(key)
        case .pointed(let item) where filter.isOpen: filter.point(at: item)
        case .mouse where filter.isOpen: break
        default: return followInList(event)
        }
        return []
    }

    // MARK: Fetching

    private var scope: QuestionScope { topic.scope }
    private var topic: StudyTopic { .bookmarks.filtered(by: filter.filter) }

    mutating func refetch() -> [Effect] {
        preview.forget()
        return [.perform(.fetch(.bookmarks))]
            + (filter.isEmpty ? [] : [.perform(.fetch(.questions(scope, after: nil)))])
    }

    private mutating func admit(_ page: [QuestionRow], isFirst: Bool) -> [Effect] {
        admitted = (isFirst ? [] : admitted).union(page.map(\.id))
        list.settle(rows: rows(.unicode))
        guard page.count == QuestionListScreen.pageSize, let cursor = page.last?.cursor else { return [] }
        return [.perform(.fetch(.questions(scope, after: cursor)))]
    }

    // MARK: Keys

    var offer: KeyOffer? { filter.offer ?? listOffer }

    mutating func carryOut(_ action: ListAction) -> [Effect] {
        switch action {
        case .open:
            guard let bookmark = selected else { return [.push(.setUp(topic))] }
            return [.perform(.start(StudyRequest(topic: .question(bookmark.questionId, title: "Bookmarks"))))]
        case .practise: return [.push(.setUp(topic))]
        case .bookmark: return selected.map { [.perform(.bookmark(question: $0.questionId, isOn: false))] } ?? []
        case .note, .thisQuestion, .copy: return action.effects(on: selected?.questionId)
        case .filter: return filter.open(over: .bookmarks)
        case .clearFilter: return show(QuestionFilter())
        default: return []
        }
    }

    mutating func startOver() -> [Effect] {
        list.select(0, rows: rows(.unicode))
        fit()
        return refetch()
    }

    // MARK: What is shown

    private mutating func fit() { list.resize(height: screenRows - 4 - filter.lines, rows: rows(.unicode)) }

    private var shown: [BookmarkRow] {
        guard let bookmarks, !filter.isEmpty else { return bookmarks ?? [] }
        return bookmarks.filter { admitted.contains($0.questionId) }
    }

    private var selected: BookmarkRow? {
        let index = list.selection - 1
        let shown = shown
        return shown.indices.contains(index) ? shown[index] : nil
    }

    var listFacts: ListFacts {
        let isFilled = !shown.isEmpty
        return ListFacts(
            hasRows: isFilled, canPractise: isFilled, isOnQuestion: selected != nil,
            canFilter: bookmarks?.isEmpty == false, isFiltered: !filter.isEmpty)
    }

    var listed: LazyRows { rows(.unicode) }

    /// - Parameter showsNotes: The pane shows the selected one's where the list has no room.
    private func rows(_ glyphs: Glyphs, showsNotes: Bool = true) -> LazyRows {
        guard let bookmarks else { return LazyRows(ready: []) }
        guard !bookmarks.isEmpty else {
            return LazyRows(
                ready: .gap + [
                    .note("No bookmarks yet. On any question, \(KeyTable.choice.word(of: .bookmark)) keeps it here.")
                ])
        }
        let shown = shown
        guard !shown.isEmpty else { return LazyRows(ready: ListFilter.nothing) }
        let practise = ListRow(
            kind: .action, label: "Practise \(min(10, shown.count))", details: ["unseen first"])
        return LazyRows(ready: [practise], others: shown.count) { [noteColumns] index in
            let bookmark = shown[index]
            let note = bookmark.note.map {
                Columns.clip(PlainStem.line($0), to: noteColumns, ellipsis: glyphs.ellipsis)
            }
            return ListRow(
                glyph: glyphs.bookmark, glyphStyle: .bookmark,
                label: bookmark.stem.map(PlainStem.line) ?? "\(bookmark.questionId): not in any pack here",
                details: showsNotes ? [note].compactMap { $0 } : [])
        }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        if filter.drawSheet(title: ["Bookmarks"], on: &canvas, in: surroundings) { return }
        let frame = Frame(
            crumbs: ["Bookmarks"], status: surroundings.saved.words, hints: hints)
        let area = filter.drawWords(
            "\(shown.count)", of: bookmarks?.count, on: &canvas, in: frame.draw(on: &canvas, in: surroundings))
        let (left, pane) = shown.isEmpty ? (area, nil) : SplitView.divide(area, on: &canvas)
        let glyphs = surroundings.glyphs
        let showsNotes = pane == nil || left.columns >= QuestionRowView.roomyColumns
        list.draw(rows(glyphs, showsNotes: showsNotes), on: &canvas, in: left, glyphs: glyphs)
        if let pane { preview.draw(on: &canvas, in: pane, surroundings: surroundings) }
    }
}
