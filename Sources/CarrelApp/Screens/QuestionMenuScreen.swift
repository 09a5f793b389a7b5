import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What can be done with one question beside answering it, each with a line of what it does.
struct QuestionMenuScreen: FetchingScreen, NarrowableList {
    let menu: QuestionMenu
    private var item: StudyItem?
    var list = ListView()

    init(_ menu: QuestionMenu) { self.menu = menu }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        if isTyped(event) { return [] }
        switch event {
        case .resized(_, let rows): list.resize(height: rows - 4, rows: listed)
        case .done(.fetch(.item(menu.question)), .success(.item(let found))):
            guard let found else { return [.pop, .say("this question is in no pack here")] }
            item = found
            list.settle(rows: listed)
        case .done(.record(let events, _), .success): return [.pop, KeptWords(of: events, at: now).effect]
        case .key(let key):
            guard item != nil else { return key == .escape ? [.pop] : [] }
            return KeyTable.questionMenu.action(for: key, in: facts).map { carryOut($0, at: now) } ?? []
        case .mouse(let mouse) where mouse.kind == .wheelUp: return carryOut(.up, at: now)
        case .mouse(let mouse) where mouse.kind == .wheelDown: return carryOut(.down, at: now)
        case .pointed(let row): return list.isOpened(at: row, rows: listed) ? carryOut(.choose, at: now) : []
        default: return follow(event) ?? []
        }
        return []
    }

    func refetch() -> [Effect] { [.perform(.fetch(.item(menu.question)))] }

    var offer: KeyOffer? { offer(of: .questionMenu, in: facts) }

    private var facts: QuestionMenuFacts { QuestionMenuFacts(item, isFiltered: list.isNarrowed) }

    private mutating func carryOut(_ action: QuestionMenuAction, at now: Moment) -> [Effect] {
        switch action {
        case .up: _ = list.move(.up, rows: listed)
        case .down: _ = list.move(.down, rows: listed)
        case .choose: return selected.map { carryOut($0.action, at: now) } ?? []
        case .find: list.narrow(rows: listed)
        case .clearFilter: list.widen(rows: listed)
        case .report: return [.replace(.writing(Writing(question: menu.question, purpose: .report)))]
        case .reports: return [.replace(.reports(question: menu.question))]
        case .correct: return [.replace(.corrections(menu))]
        case .clear, .suspend, .bury:
            let events = item.map { menu.events(of: action, on: $0, at: now) } ?? []
            return events.isEmpty ? [] : [.perform(.record(events)), .barrier]
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(KeyTable.questionMenu.help(in: facts)))]
        case .back: return [.pop]
        }
        return []
    }

    var listed: [ListRow] { item == nil ? [] : listRows(.unicode) }

    private func listRows(_ glyphs: Glyphs) -> [ListRow] {
        rows.map { row in
            let key = KeyTable.questionMenu.key(of: row.action, in: facts)?.label(ascii: glyphs.isASCII)
            return ListRow(label: row.label, details: [key].compactMap { $0 })
        }
    }

    private var selected: QuestionMenuRow? {
        let rows = rows
        return rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }

    private var rows: [QuestionMenuRow] { QuestionMenuRow.all(for: facts, reports: item?.reports ?? 0) }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let glyphs = surroundings.glyphs
        let frame = Frame(
            crumbs: ["This question"], status: surroundings.saved.words,
            hints: hints(of: .questionMenu, in: facts))
        let area = frame.draw(on: &canvas, in: surroundings)
        guard let item else { return }
        guard !list.isNarrowed else {
            list.draw(listRows(glyphs), on: &canvas, in: area, glyphs: glyphs)
            return
        }
        let columns = min(area.columns, Frame.readableColumns) - 4
        let rows = rows
        let helps = rows.map { TextLayout.wrap($0.help, columns: columns - 2, style: .muted) }
        var y = area.y
        let gap = PageLayout.current.gapRows
        let isRoomy = area.rows >= helps.reduce(1 + gap) { $0 + 1 + $1.count + gap }
        // Where there is no room for all of them, what the selected one does has to have its lines.
        let own = isRoomy || !helps.indices.contains(list.selection) ? [] : helps[list.selection]
        if area.rows >= rows.count + own.count + 1 {
            let stem = Columns.clip(PlainStem.line(item.question.stem), to: columns, ellipsis: glyphs.ellipsis)
            canvas.draw(stem, x: 3, y: y, style: .muted)
            y += isRoomy ? 1 + gap : 1
        }
        for (index, row) in rows.enumerated() {
            let isSelected = index == list.selection
            let top = y
            if isSelected {
                canvas.draw(glyphs.pointer, x: 1, y: y, style: .selection)
                canvas.anchor = Position(x: 1, y: y)
            }
            let key = KeyTable.questionMenu.key(of: row.action, in: facts)?.label(ascii: glyphs.isASCII) ?? ""
            let x = canvas.draw(key + " ", x: 3, y: y, style: .key)
            canvas.draw(row.label, x: x, y: y, style: isSelected ? .selection : .text, limit: area.columns - x - 1)
            y += 1
            if isRoomy {
                canvas.draw(helps[index], x: x, y: y, rows: helps[index].count)
                y += helps[index].count
            }
            for line in top..<y { canvas.mark(x: area.x, y: line, columns: area.columns, as: .item(index)) }
            if isRoomy { y += gap }
        }
        let room = min(own.count, max(0, area.bottom - y))
        canvas.draw(own, x: 3, y: area.bottom - room, rows: room)
    }
}
