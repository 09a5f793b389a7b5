import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Which options are right, as the learner has it: the key that answers are graded by from now on.
struct KeyCorrectionScreen: Screen {
    let menu: QuestionMenu
    private var key: CorrectedKey?
    private var reason = ReasonField()
    private var isOnReason = false
    private var cursor = 0
    private var scroll = ScrollPosition()
    private var size = (columns: 80, rows: 24)

    init(_ menu: QuestionMenu) { self.menu = menu }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared: return key == nil ? [.perform(.fetch(.item(menu.question)))] : []
        case .resized(let columns, let rows):
            size = (columns, rows)
            reveal()
        case .done(.fetch(.item(menu.question)), .success(.item(let found))):
            guard let found else { return [.pop, .say("this question is in no pack here")] }
            let key = CorrectedKey(of: found, in: menu)
            self.key = key
            reason.editor.replace(with: key.reason ?? "")
        case .done(.record(let events, _), .success): return [.pop, KeptWords(of: events, at: now).effect]
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .paste(let text): if isOnReason { reason.editor.insert(text) }
        case .key(let pressed):
            if let action = KeyTable.keyCorrection.action(for: pressed, in: facts) { return carryOut(action, pressed) }
            if isOnReason { _ = reason.editor.handle(pressed) }
        case .mouse(let mouse): roll(mouse)
        case .pointed(let option):
            isOnReason = false
            cursor = option
            key?.toggle(option)
        default: break
        }
        return []
    }

    var offer: KeyOffer? { KeyTable.keyCorrection.offer(in: facts) }

    private var facts: KeyCorrectionFacts { KeyCorrectionFacts(isOnReason: isOnReason) }

    private var options: [AnswerOption] { key?.options ?? [] }

    private mutating func carryOut(_ action: KeyCorrectionAction, _ pressed: Key) -> [Effect] {
        switch action {
        case .up: cursor = max(0, cursor - 1)
        case .down: cursor = max(0, min(options.count - 1, cursor + 1))
        case .toggle: key?.toggle(cursor)
        case .label:
            guard case .char(let character) = pressed,
                let index = OptionLabels.index(for: character, count: options.count)
            else { return [] }
            cursor = index
            key?.toggle(index)
        case .reason: isOnReason = true
        case .options: isOnReason = false
        case .save: return save()
        case .help: return [.push(.help(KeyTable.keyCorrection.help(in: facts)))]
        case .cancel: return [.pop]
        }
        reveal()
        return []
    }

    private mutating func roll(_ mouse: Mouse) {
        let step = mouse.kind == .wheelUp ? -1 : mouse.kind == .wheelDown ? 1 : 0
        scroll.move(step, lines: lines(.unicode).count, visible: visible)
    }

    private func save() -> [Effect] {
        guard let key else { return [] }
        if let fault = key.fault { return [.say(fault)] }
        let events = key.events(reason: reason.reason)
        return events.isEmpty ? [.pop, .say("nothing changed")] : [.perform(.record(events)), .barrier]
    }

    // MARK: Drawing

    private var textColumns: Int { max(10, min(size.columns, Frame.readableColumns) - 3) }
    /// Rows of the options; the last is the reason's.
    private var visible: Int { max(1, size.rows - 5) }

    private func lines(_ glyphs: Glyphs) -> [QuestionPage.Line] {
        guard let key else { return [] }
        let (item, order) = (key.item, options.map(\.id))
        var lines = [
            QuestionPage.Line(
                text: StyledLine(
                    item.question.kind == .single ? "Which option is right?" : "Which options are right?",
                    style: .heading))
        ]
        for (index, option) in options.enumerated() {
            let isSelected = index == cursor
            let isRight = key.right.contains(option.id)
            let box =
                item.question.kind == .single
                ? (isRight ? glyphs.radioOn : glyphs.radioOff) : (isRight ? glyphs.checkedBox : glyphs.emptyBox)
            var first = StyledLine(isSelected ? glyphs.pointer : " ", style: .selection)
            first.append(" \(OptionLabels.label(at: index)) ", style: isSelected ? .selection : .key)
            first.append("\(box) ", style: .muted)
            let by = item.authorsValue(of: .option(id: option.id, .isCorrect)) == "true" ? " (the author's)" : ""
            let indent = first.width
            let rows = Markdown.lines(
                OptionLabels.resolve(option.text, order: order) + by, columns: textColumns - indent,
                base: isRight ? .right : .text, ascii: glyphs.isASCII)
            for (row, part) in rows.enumerated() {
                var line = row == 0 ? first : StyledLine(String(repeating: " ", count: indent))
                line.spans += part.spans
                lines.append(QuestionPage.Line(text: line, option: index, isFirstOfOption: row == 0))
            }
        }
        return lines
    }

    private mutating func reveal() {
        let all = lines(.unicode)
        let own = all.indices.filter { all[$0].option == cursor }
        if let last = own.last, last >= scroll.top + visible { scroll.top = last - visible + 1 }
        if let first = own.first, first < scroll.top || cursor == 0 { scroll.top = cursor == 0 ? 0 : first }
        scroll.clamp(lines: all.count, visible: visible)
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: ["This question", "Which are right"], status: surroundings.saved.words,
            hints: KeyTable.keyCorrection.hints(in: facts))
        var area = frame.draw(on: &canvas, in: surroundings)
        guard key != nil else { return }
        reason.draw(on: &canvas, in: area, columns: textColumns - 1, isFocused: isOnReason)
        area.rows -= 1
        let all = lines(surroundings.glyphs)
        for (offset, index) in scroll.range(lines: all.count, visible: area.rows).enumerated() {
            canvas.draw(all[index].text, x: 1, y: area.y + offset, limit: area.columns - 2)
            if let option = all[index].option {
                canvas.mark(x: area.x, y: area.y + offset, columns: area.columns, as: .item(option))
            }
            if !isOnReason, all[index].isFirstOfOption, all[index].option == cursor {
                canvas.anchor = Position(x: 1, y: area.y + offset)
            }
        }
    }
}
