import CarrelCore

/// What can be chosen before a session: how many questions, which, in what order, with or without a clock or a limit.
struct SetUpSheet: Equatable, Sendable {
    enum Field: Int, CaseIterable, Sendable { case count, what, order, clock, limit }

    let topic: StudyTopic
    private(set) var facts: SetUpFacts?
    private(set) var choices = StudyChoices()

    init(_ topic: StudyTopic) { self.topic = topic }

    /// Fetched anew, the numbers change and what was chosen stays.
    mutating func take(_ facts: SetUpFacts) {
        if self.facts == nil { choices = facts.last }
        self.facts = facts
        if !selections.contains(choices.what) { choices.what = .unseenFirst }
        if !limits.contains(choices.limit) { choices.limit = nil }
    }

    var request: StudyRequest { StudyRequest(topic: topic, choices: choices, remembersChoices: true) }

    // MARK: Choosing

    /// To the option `step` places on; past the last comes the first.
    mutating func change(_ field: Field, by step: Int) {
        switch field {
        case .count: choices.count = Self.next(after: choices.count, in: counts, step: step)
        case .what: choices.what = Self.next(after: choices.what, in: selections, step: step)
        case .order: choices.order = Self.next(after: choices.order, in: Draw.Order.allCases, step: step)
        case .clock: choices.showsClock.toggle()
        case .limit: choices.limit = Self.next(after: choices.limit, in: limits, step: step)
        }
    }

    /// - Parameter option: Its place among the field's options, from 0; nothing happens where there is none.
    mutating func choose(_ option: Int, of field: Field) {
        let steps = option - (options(of: field).firstIndex(where: \.isChosen) ?? 0)
        if options(of: field).indices.contains(option), steps != 0 { change(field, by: steps) }
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

    // MARK: Words

    /// `34 questions, 20 of them new`; nil while the numbers are not here.
    var extent: String? {
        facts.map { "\(RelativeTime.count($0.total, "question")), \($0.unseen) of them new" }
    }

    /// `10 questions, about 15 min`, or how long they may take, and then that nothing is told before the end.
    var length: (words: String, ending: String)? {
        guard let facts else { return nil }
        var available = available(choices.what)
        // How many of those due or wrong grade themselves is known only once they are drawn.
        if choices.limit != nil { available = min(available, facts.graded) }
        let count = min(choices.count ?? available, available)
        let questions = RelativeTime.count(count, "question")
        guard let limit = choices.limit else {
            return ("\(questions), about \(StudyPace.minutes(for: count)) min", "")
        }
        return ("\(questions) in \(Self.words(seconds: count * limit))", ", nothing told before the end")
    }

    static func name(of field: Field) -> String {
        switch field {
        case .count: "Count"
        case .what: "What"
        case .order: "Order"
        case .clock: "Clock"
        case .limit: "Limit"
        }
    }

    func options(of field: Field) -> [(text: String, isChosen: Bool)] {
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

    /// `10 min`, `7 min 30 s`.
    private static func words(seconds: Int) -> String {
        "\(seconds / 60) min" + (seconds % 60 == 0 ? "" : " \(seconds % 60) s")
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
