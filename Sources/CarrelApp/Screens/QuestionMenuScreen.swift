import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What can be done with one question beside answering it, each with a line of what it does.
struct QuestionMenuScreen: FetchingScreen, NarrowableList {
    private struct Row {
        var action: QuestionMenuAction
        var label: String
        var help: String
    }

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
        case .done(.record(let events, _), .success): return [.pop, Self.said(of: events, at: now)]
        case .key(let key):
            guard item != nil else { return key == .escape ? [.pop] : [] }
            return KeyTable.questionMenu.action(for: key, in: facts).map { carryOut($0, at: now) } ?? []
        default: return follow(event) ?? []
        }
        return []
    }

    func refetch() -> [Effect] { [.perform(.fetch(.item(menu.question)))] }

    var offer: KeyOffer? { offer(of: .questionMenu, in: facts) }

    private var facts: QuestionMenuFacts {
        QuestionMenuFacts(
            isCorrected: item?.corrections.isEmpty == false, isReported: (item?.reports ?? 0) > 0,
            isSuspended: item?.isSuspended ?? false,
            isBuried: item?.isBuried ?? false, isFiltered: list.isNarrowed)
    }

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
        case .clear:
            let fields = item?.corrections.map(\.field) ?? []
            return [.perform(.record(NewEvent.clearing(fields, of: menu.question))), .barrier]
        case .suspend:
            return record(
                facts.isSuspended
                    ? .questionUnsuspended(QuestionUnsuspended()) : .questionSuspended(QuestionSuspended()))
        case .bury:
            guard let item else { return [] }
            let today = StudyDay(now.at, zone: now.zone, start: item.dayStart)
            let tomorrow = StudyDay(today.number + 1).start(zone: now.zone, start: item.dayStart)
            return record(.questionBuried(QuestionBuried(until: facts.isBuried ? now.at : tomorrow)))
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(KeyTable.questionMenu.help(in: facts)))]
        case .back: return [.pop]
        }
        return []
    }

    private func record(_ event: JournalEvent) -> [Effect] {
        [.perform(.record([NewEvent(event, questionId: menu.question)])), .barrier]
    }

    private static func said(of events: [NewEvent], at now: Moment) -> Effect {
        switch events.first?.event {
        case .questionSuspended: .sayUndoable("suspended")
        case .questionUnsuspended: .say("it is drawn again")
        case .questionBuried(let buried):
            buried.until > now.at ? .sayUndoable("buried until tomorrow") : .say("it is drawn again today")
        case .errataCleared: .sayUndoable("corrections off", undoing: "brings them back")
        default: .say("done")
        }
    }

    var listed: [ListRow] { item == nil ? [] : listRows(.unicode) }

    private func listRows(_ glyphs: Glyphs) -> [ListRow] {
        rows.map { row in
            let key = KeyTable.questionMenu.key(of: row.action, in: facts)?.label(ascii: glyphs.isASCII)
            return ListRow(label: row.label, details: [key].compactMap { $0 })
        }
    }

    private var selected: Row? {
        let rows = rows
        return rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }

    private var rows: [Row] {
        let facts = facts
        var rows = [
            Row(
                action: .report, label: "Report a problem",
                help: "An error, an improvement or a remark; kept in your file.")
        ]
        if facts.isReported {
            rows.append(
                Row(
                    action: .reports, label: "View my reports (\(item?.reports ?? 0))",
                    help: "What you reported of it, and what became of that."))
        }
        rows.append(
            Row(
                action: .correct, label: "Correct it for myself",
                help: "Your words or your key in the author's place, for you alone."))
        if facts.isCorrected {
            rows.append(
                Row(
                    action: .clear, label: "Take my corrections off",
                    help: "The question is again as its author states it."))
        }
        rows.append(
            facts.isSuspended
                ? Row(action: .suspend, label: "Bring it back", help: "It can be drawn again.")
                : Row(
                    action: .suspend, label: "Suspend it",
                    help: "Drawn no more until you bring it back."))
        if !facts.isSuspended {
            rows.append(
                facts.isBuried
                    ? Row(action: .bury, label: "Dig it up", help: "It can be drawn again today.")
                    : Row(
                        action: .bury, label: "Bury it until tomorrow",
                        help: "Not drawn before your next day."))
        }
        return rows
    }

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
        var y = area.y
        let gap = PageLayout.current.gapRows
        let isRoomy = area.rows >= rows.count * (2 + gap) + 1 + gap
        // What the selected row does has to have its line.
        if area.rows >= rows.count + 2 {
            let stem = Columns.clip(PlainStem.line(item.question.stem), to: columns, ellipsis: glyphs.ellipsis)
            canvas.draw(stem, x: 3, y: y, style: .muted)
            y += isRoomy ? 1 + gap : 1
        }
        for (index, row) in rows.enumerated() {
            let isSelected = index == list.selection
            if isSelected {
                canvas.draw(glyphs.pointer, x: 1, y: y, style: .selection)
                canvas.anchor = Position(x: 1, y: y)
            }
            let key = KeyTable.questionMenu.key(of: row.action, in: facts)?.label(ascii: glyphs.isASCII) ?? ""
            let x = canvas.draw(key + " ", x: 3, y: y, style: .key)
            canvas.draw(row.label, x: x, y: y, style: isSelected ? .selection : .text, limit: area.columns - x - 1)
            y += 1
            if isRoomy {
                canvas.draw(row.help, x: x, y: y, style: .muted, limit: area.columns - x - 1)
                y += 1 + gap
            }
        }
        // Where there is no room for all of them, what the selected one does.
        if !isRoomy, let selected, area.bottom - y >= 1 {
            let help = Columns.clip(selected.help, to: columns, ellipsis: glyphs.ellipsis)
            canvas.draw(help, x: 3, y: area.bottom - 1, style: .muted)
        }
    }
}
