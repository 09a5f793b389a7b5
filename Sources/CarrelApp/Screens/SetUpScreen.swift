import CarrelCore
import CarrelTerminal

/// The sheet before a session: how many questions, which, in what order, with or without a clock or a limit.
struct SetUpScreen: Screen {
    private typealias Field = SetUpSheet.Field

    private var sheet: SetUpSheet
    private var field = Field.count

    let isTransient = true
    var offer: KeyOffer? { KeyTable.setUp.offer(in: ()) }
    var topic: StudyTopic { sheet.topic }

    init(_ topic: StudyTopic) { sheet = SetUpSheet(topic) }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared: return [.perform(.fetch(.setUp(topic.scope)))]
        case .done(.fetch(.setUp(topic.scope)), .success(.setUp(let facts))): sheet.take(facts)
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .key(let key): return KeyTable.setUp.action(for: key, in: ()).map { carryOut($0) } ?? []
        case .mouse(let mouse) where mouse.kind == .wheelUp: return carryOut(.up)
        case .mouse(let mouse) where mouse.kind == .wheelDown: return carryOut(.down)
        case .pointed(let item):
            let choice = ChoiceRow.place(of: item)
            field = Field(rawValue: choice.row) ?? field
            if let option = choice.option { sheet.choose(option, of: field) }
        default: break
        }
        return []
    }

    private mutating func carryOut(_ action: SetUpAction) -> [Effect] {
        switch action {
        case .up: field = Field(rawValue: field.rawValue - 1) ?? field
        case .down: field = Field(rawValue: field.rawValue + 1) ?? field
        case .less: sheet.change(field, by: -1)
        case .more: sheet.change(field, by: 1)
        case .start: return sheet.facts == nil ? [] : [.perform(.start(sheet.request))]
        case .help: return [.push(.help(KeyTable.setUp.help(in: ())))]
        case .back: return [.pop]
        }
        return []
    }

    /// How much there is; the selected row says the rest.
    var spoken: String { sheet.extent.map { "\(topic.title), practice: \($0)" } ?? "" }
    let speaksRow = true

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let crumbs = [topic.title, topic.subtitle, "Practice"].compactMap { $0 }
        let frame = Frame(crumbs: crumbs, status: surroundings.saved.words, hints: KeyTable.setUp.hints(in: ()))
        let area = frame.draw(on: &canvas, in: surroundings)
        guard let extent = sheet.extent, let length = sheet.length else { return }
        let gap = area.rows > 8 ? PageLayout.current.gapRows : 0
        var y = area.y + gap
        // On the smallest screen the rows themselves come first.
        if area.rows > Field.allCases.count + 1 {
            canvas.draw(extent, x: 3, y: y, style: .muted, limit: area.columns - 4)
            y += 1 + gap
        }
        for row in Field.allCases {
            let isSelected = row == field
            let name = SetUpSheet.name(of: row), options = sheet.options(of: row)
            if isSelected { canvas.draw(surroundings.glyphs.pointer, x: 1, y: y, style: .selection) }
            canvas.draw(name, x: 3, y: y, style: isSelected ? .selection : .text)
            if isSelected {
                canvas.anchor = Position(x: 1, y: y)
                canvas.heard = ChoiceRow.heard(name, options)
            }
            canvas.mark(x: 1, y: y, columns: 11, as: ChoiceRow.meaning(row: row.rawValue))
            ChoiceRow.draw(
                options, row: row.rawValue, on: &canvas, x: 12, y: y, edge: area.columns - 1, gap: 2,
                glyphs: surroundings.glyphs)
            y += 1
        }
        let isWhole = Columns.width(of: length.words + length.ending) <= area.columns - 4
        canvas.draw(
            isWhole ? length.words + length.ending : length.words, x: 3, y: y + gap, style: .muted,
            limit: area.columns - 4)
    }
}
