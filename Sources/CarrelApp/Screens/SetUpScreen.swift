import CarrelCore
import CarrelTerminal

/// The sheet before a session: how many questions, which, in what order, with or without a clock or a limit.
struct SetUpScreen: Screen {
    private enum Field: Int, CaseIterable { case count, what, order, clock, limit }

    let topic: StudyTopic
    private var facts: SetUpFacts?
    private var choices = StudyChoices()
    private var field = Field.count

    let isTransient = true
    var offer: KeyOffer? { KeyTable.setUp.offer(in: ()) }

    init(_ topic: StudyTopic) { self.topic = topic }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared: return [.perform(.fetch(.setUp(topic.scope)))]
        case .done(.fetch(.setUp(topic.scope)), .success(.setUp(let facts))):
            // Fetched anew, the numbers change and what was chosen stays.
            if self.facts == nil { choices = facts.last }
            self.facts = facts
            if !selections.contains(choices.what) { choices.what = .unseenFirst }
            if !limits.contains(choices.limit) { choices.limit = nil }
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .key(let key): return KeyTable.setUp.action(for: key, in: ()).map { carryOut($0) } ?? []
        case .mouse(let mouse) where mouse.kind == .wheelUp: return carryOut(.up)
        case .mouse(let mouse) where mouse.kind == .wheelDown: return carryOut(.down)
        case .pointed(let item):
            let choice = ChoiceRow.place(of: item)
            field = Field(rawValue: choice.row) ?? field
            if let option = choice.option { choose(option) }
        default: break
        }
        return []
    }

    private mutating func carryOut(_ action: SetUpAction) -> [Effect] {
        switch action {
        case .up: field = Field(rawValue: field.rawValue - 1) ?? field
        case .down: field = Field(rawValue: field.rawValue + 1) ?? field
        case .less: change(by: -1)
        case .more: change(by: 1)
        case .start:
            guard facts != nil else { return [] }
            return [.perform(.start(StudyRequest(topic: topic, choices: choices, remembersChoices: true)))]
        case .help: return [.push(.help(KeyTable.setUp.help(in: ())))]
        case .back: return [.pop]
        }
        return []
    }

    private mutating func change(by step: Int) {
        switch field {
        case .count: choices.count = Self.next(after: choices.count, in: counts, step: step)
        case .what: choices.what = Self.next(after: choices.what, in: selections, step: step)
        case .order: choices.order = Self.next(after: choices.order, in: Draw.Order.allCases, step: step)
        case .clock: choices.showsClock.toggle()
        case .limit: choices.limit = Self.next(after: choices.limit, in: limits, step: step)
        }
    }

    private mutating func choose(_ option: Int) {
        switch field {
        case .count: choices.count = counts.indices.contains(option) ? counts[option] : choices.count
        case .what: choices.what = selections.indices.contains(option) ? selections[option] : choices.what
        case .order:
            let orders = Draw.Order.allCases
            choices.order = orders.indices.contains(option) ? orders[option] : choices.order
        case .clock: choices.showsClock = option == 1
        case .limit: choices.limit = limits.indices.contains(option) ? limits[option] : choices.limit
        }
    }

    private static func next<Value: Equatable>(after value: Value, in values: [Value], step: Int) -> Value {
        let index = values.firstIndex(of: value) ?? 0
        return values[(index + step + values.count) % values.count]
    }

    /// The usual ones, and the one in force when it is another.
    private var counts: [Int?] {
        let usual = StudyChoices.counts
        return usual.contains(choices.count) ? usual : [choices.count] + usual
    }

    /// The usual ones, and the one in force when it is another; none where nothing here grades itself.
    private var limits: [Int?] {
        guard let facts, facts.graded > 0 else { return [nil] }
        let usual = StudyChoices.limits
        return usual.contains(choices.limit) ? usual : usual + [choices.limit]
    }

    /// Only what there is something of.
    private var selections: [QuestionSelection] {
        [.unseenFirst, .all]
            + QuestionSelection.reviews.filter { selection in
                // Among wrong answers all are wrong, among bookmarks all are bookmarked.
                available(selection) > 0
                    && !(topic.scope == .wrong && selection == .wrong)
                    && !(topic.scope == .bookmarks && selection == .bookmarked)
            }
    }

    private func available(_ selection: QuestionSelection) -> Int {
        guard let facts else { return 0 }
        return switch selection {
        case .unseenFirst, .all: facts.total
        case .due, .wrong, .flagged, .bookmarked, .slow, .sureButWrong: facts.reviews[selection] ?? 0
        }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let crumbs = [topic.title, topic.subtitle, "Practice"].compactMap { $0 }
        let frame = Frame(crumbs: crumbs, status: surroundings.saved.words, hints: KeyTable.setUp.hints(in: ()))
        let area = frame.draw(on: &canvas, in: surroundings)
        guard let facts else { return }
        let gap = area.rows > 8 ? PageLayout.current.gapRows : 0
        var y = area.y + gap
        // On the smallest screen the rows themselves come first.
        if area.rows > Field.allCases.count + 1 {
            canvas.draw(
                "\(RelativeTime.count(facts.total, "question")), \(facts.unseen) of them new", x: 3, y: y,
                style: .muted, limit: area.columns - 4)
            y += 1 + gap
        }
        for row in Field.allCases {
            let isSelected = row == field
            if isSelected { canvas.draw(surroundings.glyphs.pointer, x: 1, y: y, style: .selection) }
            canvas.draw(name(of: row), x: 3, y: y, style: isSelected ? .selection : .text)
            if isSelected {
                canvas.anchor = Position(x: 1, y: y)
                canvas.heard = ChoiceRow.heard(name(of: row), options(of: row))
            }
            canvas.mark(x: 1, y: y, columns: 11, as: ChoiceRow.meaning(row: row.rawValue))
            ChoiceRow.draw(
                options(of: row), row: row.rawValue, on: &canvas, x: 12, y: y, edge: area.columns - 1, gap: 2,
                glyphs: surroundings.glyphs)
            y += 1
        }
        canvas.draw(length(facts, columns: area.columns - 4), x: 3, y: y + gap, style: .muted, limit: area.columns - 4)
    }

    /// How many questions, and how long they take or may take.
    private func length(_ facts: SetUpFacts, columns: Int) -> String {
        var available = available(choices.what)
        // How many of those due or wrong grade themselves is known only once they are drawn.
        if choices.limit != nil { available = min(available, facts.graded) }
        let count = min(choices.count ?? available, available)
        let questions = RelativeTime.count(count, "question")
        guard let limit = choices.limit else { return "\(questions), about \(StudyPace.minutes(for: count)) min" }
        let time = RelativeTime.clock(milliseconds: count * limit * 1000)
        let words = "\(questions) in \(time)", ending = ", nothing told before the end"
        return Columns.width(of: words + ending) <= columns ? words + ending : words
    }

    private func name(of field: Field) -> String {
        switch field {
        case .count: "Count"
        case .what: "What"
        case .order: "Order"
        case .clock: "Clock"
        case .limit: "Limit"
        }
    }

    private func options(of field: Field) -> [(text: String, isChosen: Bool)] {
        switch field {
        case .count: counts.map { ($0.map { "\($0)" } ?? "all", $0 == choices.count) }
        case .what: selections.map { (words(for: $0), $0 == choices.what) }
        case .order: Draw.Order.allCases.map { (topic.words(for: $0), $0 == choices.order) }
        case .clock: [("off", !choices.showsClock), ("on", choices.showsClock)]
        case .limit: limits.map { (Self.words(limit: $0), $0 == choices.limit) }
        }
    }

    /// `1 min a question`, `90 s a question`.
    private static func words(limit: Int?) -> String {
        guard let limit else { return "none" }
        return "\(limit % 60 == 0 ? "\(limit / 60) min" : "\(limit) s") a question"
    }

    private func words(for selection: QuestionSelection) -> String {
        switch selection {
        case .unseenFirst: topic.first
        case .all: "all"
        case .due, .wrong, .flagged, .bookmarked, .slow: "\(selection.rawValue) (\(available(selection)))"
        case .sureButWrong: "sure but wrong (\(available(selection)))"
        }
    }
}
