import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What the learner chose for themselves and for this machine: changed in place, and in force at once.
struct SettingsScreen: Screen, NarrowableList {
    private enum Row: Equatable, Sendable {
        case learner(LearnerSetting)
        case machine(MachineSettings.Key)
    }

    private var facts: SettingsFacts?
    var list = ListView()
    /// The selected one: rows move when the density changes.
    private var current: Row?
    /// The name while it is written.
    private var field: LineEditor?
    private var size = (columns: 80, rows: 24)

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        if isTyped(event) {
            current = selected
            return []
        }
        switch event {
        case .appeared, .changedElsewhere: return [.perform(.fetch(.settings))]
        case .resized(let columns, let rows):
            size = (columns, rows)
            settle()
        case .done(.fetch(.settings), .success(.settings(let found))):
            facts = found
            settle()
        case .done(.changeMachine, .success(.machineChanged(let settings))):
            facts?.machine = settings
            settle()
        case .done(.record(let events, _), .success):
            for event in events { if case .settingChanged(let change) = event.event { facts?.learner.apply(change) } }
            field = nil
            settle()
        case .done(.undo, .success(.undone(let thing))):
            return [.say(UndoneThing.words(thing)), .perform(.fetch(.settings))]
        // What was typed stays in its field.
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .key(let key): return field == nil ? press(key) : write(key)
        case .paste(let text): field?.insert(text)
        case .closing: return field == nil ? [] : keep()
        case .mouse(let mouse):
            guard field == nil else { return [] }
            list.follow(mouse, rows: rows)
            current = selected
        case .pointed(let row):
            guard field == nil else { return [] }
            let isOpened = list.isOpened(at: row, rows: rows)
            current = selected
            guard isOpened else { return [] }
            return carryOut(rowFacts.isText ? .edit : rowFacts.isListed ? .choose : .more)
        default: break
        }
        return []
    }

    private mutating func press(_ key: Key) -> [Effect] {
        KeyTable.settings.action(for: key, in: rowFacts).map { carryOut($0) } ?? []
    }

    private mutating func carryOut(_ action: SettingsAction) -> [Effect] {
        switch action {
        case .up: move(.up)
        case .down: move(.down)
        case .first: move(.first)
        case .last: move(.last)
        case .less: return change(by: -1)
        case .more: return change(by: 1)
        case .choose: return [.push(.themes)]
        case .edit:
            var field = LineEditor(allowsNewlines: false)
            field.replace(with: facts?.learner.name ?? "")
            self.field = field
        case .find: list.narrow(rows: rows)
        case .clearFilter:
            list.widen(rows: rows)
            current = selected
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(help))]
        case .back: return [.pop]
        }
        return []
    }

    private mutating func move(_ action: ListAction) {
        _ = list.move(action, rows: rows)
        current = selected
    }

    private mutating func write(_ key: Key) -> [Effect] {
        if KeyTable.settingField.action(for: key, in: ()) == .keep { return keep() }
        let columns = fieldColumns
        _ = field?.handle(key, columns: columns)
        return []
    }

    private mutating func keep() -> [Effect] {
        guard let field, var learner = facts?.learner else { return [] }
        let name = LearnerSettings.allowedName(field.text)
        guard name != learner.name else {
            self.field = nil
            return []
        }
        learner.name = name
        return [.perform(.record([NewEvent(.settingChanged(learner.change(of: .name)))])), .barrier]
    }

    private func change(by step: Int) -> [Effect] {
        guard let facts, let row = selected else { return [] }
        switch row {
        case .learner(let setting):
            var learner = facts.learner
            learner.move(setting, by: step)
            return [.perform(.record([NewEvent(.settingChanged(learner.change(of: setting)))]))]
        case .machine(let key):
            let offered = key == .theme ? facts.themes : nil
            return [.perform(.changeMachine(key, to: facts.machine.value(of: key, after: step, among: offered)))]
        }
    }

    // MARK: Rows

    private var content: [(row: ListRow, setting: Row?)] {
        guard let facts else { return [] }
        let learner = LearnerSetting.allCases.flatMap { setting in
            [(ListRow(label: setting.title, details: [setting.words(in: facts.learner)]), Row?.some(.learner(setting)))]
        }
        let machine = MachineSettings.Key.allCases.flatMap { key in
            [(ListRow(label: key.title, details: [facts.machine[key]]), Row?.some(.machine(key)))]
        }
        return [(.heading("Yours"), nil)] + learner + [ListRow].gap.map { ($0, nil) } + [
            (.heading("This machine"), nil)
        ] + machine
    }

    /// On a slow link the selected setting is explained here: below the list it would be sent with each move.
    private var help: HelpTopic {
        let keys = KeyTable.settings.help(in: rowFacts)
        guard PageLayout.current.isSlow, let row = selected else { return keys }
        let title = listed.indices.contains(list.selection) ? listed[list.selection].label : ""
        return HelpTopic(
            title: title, entries: [HelpEntry(keys: [], text: explanation(of: row))], further: [keys],
            context: keys.context)
    }

    var listed: [ListRow] { rows }

    private var rows: [ListRow] { content.map(\.row) }

    private var selected: Row? {
        let content = content
        return content.indices.contains(list.selection) ? content[list.selection].setting : nil
    }

    private var rowFacts: SettingsRowFacts {
        SettingsRowFacts(
            isText: selected == .learner(.name), isListed: selected == .machine(.theme), isFiltered: list.isNarrowed)
    }

    var offer: KeyOffer? {
        if field != nil { return KeyTable.settingField.offer(in: ()) }
        return offer(of: .settings, in: rowFacts)
    }

    private var hints: [Hint] {
        if field != nil { return KeyTable.settingField.hints(in: ()) }
        // On a slow link the words fit every row, so that a move need not send others.
        let facts = PageLayout.current.isSlow ? SettingsRowFacts(isFiltered: list.isNarrowed) : rowFacts
        return hints(of: .settings, in: facts)
    }

    /// The list leaves room for what the selected row does.
    private mutating func settle() {
        if let current, let index = content.firstIndex(where: { $0.setting == current }) {
            list.select(index, rows: rows)
        }
        list.resize(height: size.rows - 4 - explanationRows, rows: rows)
        current = selected
    }

    // MARK: Drawing

    private var textColumns: Int { max(10, min(size.columns, Frame.readableColumns) - 5) }
    private var fieldColumns: Int { max(10, min(size.columns, Frame.readableColumns) - 11) }

    /// As many as the longest explanation needs, so that the list does not jump from row to row.
    private var explanationRows: Int {
        guard !PageLayout.current.isSlow else { return size.rows >= 20 ? 1 : 0 }
        guard let facts else { return 1 }
        let texts =
            LearnerSetting.allCases.map { $0.explanation(in: facts.learner) }
            + MachineSettings.Key.allCases.map(\.explanation)
        let longest = texts.map { TextLayout.wrap($0, columns: textColumns).count }.max() ?? 1
        return min(longest, max(1, (size.rows - 4) / 3)) + gapRows
    }

    /// Above the explanation.
    private var gapRows: Int { size.rows >= 20 && !PageLayout.current.isSlow ? PageLayout.current.gapRows : 0 }

    /// What stands below the list.
    private var words: String {
        guard PageLayout.current.isSlow else { return explanation(of: selected) }
        return "\(KeyTable.settings.word(of: .help)) says what the selected row does."
    }

    private func explanation(of row: Row?) -> String {
        guard let facts else { return "" }
        return switch row {
        case .learner(let setting): setting.explanation(in: facts.learner)
        case .machine(let key): key.explanation
        case nil: ""
        }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(crumbs: ["Settings"], status: surroundings.saved.words, hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        guard facts != nil else { return }
        let below = explanationRows
        var top = area
        top.rows = max(0, area.rows - below)
        list.draw(rows, on: &canvas, in: top, glyphs: surroundings.glyphs, markedOn: area.bottom)
        let room = max(0, below - gapRows)
        let lines = room > 0 ? TextLayout.wrap(words, columns: textColumns) : []
        for (offset, line) in lines.prefix(room).enumerated() {
            let text = StyledLine(line.text, style: .muted)
            canvas.draw(text, x: 3, y: area.bottom - min(room, lines.count) + offset, limit: area.columns - 4)
        }
        guard let field, let line = list.line(of: list.selection) else { return }
        canvas.draw(String(repeating: " ", count: max(0, area.columns - 9)), x: 9, y: area.y + line)
        field.draw(on: &canvas, x: 9, y: area.y + line, columns: fieldColumns, rows: 1, isFocused: true)
    }
}
