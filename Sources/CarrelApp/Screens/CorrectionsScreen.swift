import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The fields of a question, to choose what to correct; those corrected already say so.
struct CorrectionsScreen: FetchingScreen, NarrowableList {
    let menu: QuestionMenu
    private var item: StudyItem?
    var list = ListView()

    init(_ menu: QuestionMenu) { self.menu = menu }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        if isTyped(event) { return [] }
        switch event {
        case .resized(_, let rows): list.resize(height: rows - 4, rows: listRows(.unicode))
        case .done(fetch, .success(.item(let found))):
            guard let found else { return [.pop, .say("this question is in no pack here")] }
            item = found
            list.settle(rows: listRows(.unicode))
        case .done(.record(let events, _), .success): return [KeptWords(of: events, at: now).effect] + refetch()
        case .key(let key):
            guard let action = KeyTable.corrections.action(for: key, in: facts) else { return [] }
            return carryOut(action)
        case .mouse(let mouse): list.follow(mouse, rows: listRows(.unicode))
        case .pointed(let row): return list.isOpened(at: row, rows: listRows(.unicode)) ? carryOut(.edit) : []
        default: return follow(event) ?? []
        }
        return []
    }

    private var fetch: Command { .fetch(.item(menu.question)) }

    func refetch() -> [Effect] { [.perform(fetch)] }

    private mutating func carryOut(_ action: CorrectionsAction) -> [Effect] {
        let moves: [CorrectionsAction: ListAction] = [
            .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown, .first: .first, .last: .last,
        ]
        if let move = moves[action] {
            _ = list.move(move, rows: listRows(.unicode))
            return []
        }
        switch action {
        case .edit:
            guard let row = selected, let field = row.fields.first else { return [] }
            if row.isKey { return [.push(.keyCorrection(menu))] }
            return [.push(.writing(Writing(question: menu.question, purpose: .correction(field))))]
        case .clear:
            guard let row = selected else { return [] }
            return [.perform(.record(NewEvent.clearing(row.corrections.map(\.field), of: menu.question))), .barrier]
        case .find: list.narrow(rows: listed)
        case .clearFilter: list.widen(rows: listed)
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(KeyTable.corrections.help(in: facts)))]
        case .back: return [.pop]
        default: break
        }
        return []
    }

    private var selected: CorrectableField? {
        let content = content(.unicode)
        return content.indices.contains(list.selection) ? content[list.selection].field : nil
    }

    var offer: KeyOffer? { offer(of: .corrections, in: facts) }

    private var facts: CorrectionsFacts {
        CorrectionsFacts(
            hasRows: selected != nil, isOnCorrection: selected?.corrections.isEmpty == false,
            isFiltered: list.isNarrowed)
    }

    var listed: [ListRow] { listRows(.unicode) }

    private func listRows(_ glyphs: Glyphs) -> [ListRow] { content(glyphs).map(\.row) }

    /// The fields, and under those that are corrected why.
    private func content(_ glyphs: Glyphs) -> [(row: ListRow, field: CorrectableField?)] {
        guard let item else { return [] }
        let isOpen = menu.reveals(item)
        var content: [(row: ListRow, field: CorrectableField?)] = []
        for field in CorrectableField.all(of: item, in: menu, glyphs: glyphs) {
            let row = ListRow(
                glyph: field.corrections.isEmpty ? " " : glyphs.mine, glyphStyle: .bookmark,
                label: field.title + (field.value.isEmpty ? "" : ": \(field.value)"),
                details: [Correction.state(of: field.corrections)].compactMap { $0 })
            content.append((row, field))
            // A reason may name the key.
            guard isOpen, let reason = Correction.reason(of: field.corrections) else { continue }
            content.append((.note("  Why: \(reason)"), nil))
        }
        guard !isOpen else { return content }
        let rest: [ListRow] = .gap + [.note(CorrectableField.afterAnswer)]
        return content + rest.map { ($0, nil) }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: ["This question", "Correct it for myself"], status: surroundings.saved.words,
            hints: hints(of: .corrections, in: facts))
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(listRows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}
