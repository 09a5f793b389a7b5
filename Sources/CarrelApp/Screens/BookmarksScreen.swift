import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The questions a learner keeps for good, newest first, with their notes.
struct BookmarksScreen: Screen {
    private var bookmarks: [BookmarkRow]?
    private var list = ListView()
    /// Columns that a note may take beside its question.
    private var noteColumns = 26

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared, .changedElsewhere: return [.perform(.fetch(.bookmarks))]
        case .resized(let columns, let rows):
            noteColumns = max(8, min(columns, Frame.readableColumns) / 3)
            list.resize(height: rows - 4, rows: self.rows(.unicode))
        case .done(.fetch(.bookmarks), .success(.bookmarks(let rows))):
            bookmarks = rows
            list.settle(rows: self.rows(.unicode))
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .done(.bookmark, .success):
            return [.say("bookmark taken off; u brings it back"), .perform(.fetch(.bookmarks))]
        case .done(.undo, .success(.undone(let thing))):
            return [.say(UndoneThing.words(thing)), .perform(.fetch(.bookmarks))]
        case .key(let key):
            guard let action = KeyTable.list.action(for: key, in: facts) else { return [] }
            return carryOut(action)
        default: break
        }
        return []
    }

    private mutating func carryOut(_ action: ListAction) -> [Effect] {
        if list.move(action, rows: rows(.unicode)) { return [] }
        switch action {
        case .open:
            guard let bookmark = selected else { return [.push(.setUp(.bookmarks))] }
            return [.perform(.start(StudyRequest(topic: .question(bookmark.questionId, title: "Bookmarks"))))]
        case .practise: return [.push(.setUp(.bookmarks))]
        case .bookmark: return selected.map { [.perform(.bookmark(question: $0.questionId, isOn: false))] } ?? []
        case .note, .thisQuestion: return action.effects(on: selected?.questionId)
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(KeyTable.list.help(in: facts)))]
        case .back: return [.pop]
        default: return []
        }
    }

    private var selected: BookmarkRow? {
        let index = list.selection - 1
        guard let bookmarks, bookmarks.indices.contains(index) else { return nil }
        return bookmarks[index]
    }

    private var facts: ListFacts {
        let isFilled = !(bookmarks ?? []).isEmpty
        return ListFacts(hasRows: isFilled, canPractise: isFilled, isOnQuestion: selected != nil)
    }

    private func rows(_ glyphs: Glyphs) -> LazyRows {
        guard let bookmarks else { return LazyRows(ready: []) }
        guard !bookmarks.isEmpty else {
            return LazyRows(ready: [.blank, .note("No bookmarks yet. On any question, * keeps it here.")])
        }
        let practise = ListRow(
            kind: .action, label: "Practise \(min(10, bookmarks.count))", details: ["unseen first"])
        return LazyRows(ready: [practise], others: bookmarks.count) { [noteColumns] index in
            let bookmark = bookmarks[index]
            let note = bookmark.note.map {
                Columns.clip(PlainStem.line($0), to: noteColumns, ellipsis: glyphs.ellipsis)
            }
            return ListRow(
                glyph: glyphs.bookmark, glyphStyle: .bookmark,
                label: bookmark.stem.map(PlainStem.line) ?? "\(bookmark.questionId): not in any pack here",
                details: [note].compactMap { $0 })
        }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: ["Bookmarks"], status: surroundings.saved.words, hints: KeyTable.list.hints(in: facts))
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(rows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}
