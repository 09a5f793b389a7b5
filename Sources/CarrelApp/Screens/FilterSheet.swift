import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The sheet on which a learner says what of a list is to be shown; a part of the screen whose list it is.
struct FilterSheet: Equatable, Sendable {
    enum Row: Int, CaseIterable, Sendable { case difficulty, status, kind, tags, companies }

    /// What a key came to.
    enum Outcome: Equatable, Sendable {
        case stay, leave, help
        case apply(QuestionFilter)
    }

    /// What is filtered.
    let scope: QuestionScope
    private(set) var row = Row.difficulty
    private(set) var labels: FilterLabels?
    /// How many questions the choices leave.
    private(set) var count: BoundedCount?
    /// Choices of the rows that are not typed; of the others what they held before.
    private var chosen: QuestionFilter
    private(set) var tags: LineEditor
    private(set) var companies: LineEditor
    private var counted: QuestionFilter?

    init(_ filter: QuestionFilter, scope: QuestionScope) {
        self.scope = scope
        chosen = filter
        tags = LineEditor(text: filter.tags.sorted().joined(separator: ", "))
        companies = LineEditor(text: filter.companies.sorted().joined(separator: ", "))
    }

    /// What the sheet asks for when it opens.
    var opened: [Effect] { [.perform(.fetch(.filterLabels(scope)))] }

    /// The filter as the rows say it.
    var filter: QuestionFilter {
        var filter = chosen
        filter.tags = Self.names(in: tags.text, known: labels?.tags)
        filter.companies = Self.names(in: companies.text, known: labels?.companies)
        return filter
    }

    mutating func settle() -> [Effect] {
        guard counted != filter else { return [] }
        counted = filter
        return [.perform(.fetch(.number(.filtered(scope, filter))))]
    }

    mutating func take(_ reply: Reply) {
        switch reply {
        case .filterLabels(let labels): self.labels = labels
        case .number(let count): self.count = count
        default: break
        }
    }

    var facts: FilterFacts {
        FilterFacts(isOnField: isOnField, hasSuggestion: !suggestions.isEmpty, isEmpty: filter.isEmpty)
    }

    // MARK: Keys

    mutating func press(_ key: Key) -> Outcome {
        guard let action = KeyTable.filter.action(for: key, in: facts) else {
            edit { _ = $0.handle(key) }
            return .stay
        }
        switch action {
        case .up: row = Row(rawValue: row.rawValue - 1) ?? row
        case .down: row = Row(rawValue: row.rawValue + 1) ?? row
        case .less: change(by: -1)
        case .more: change(by: 1)
        case .complete: complete()
        case .clear: self = cleared
        case .apply: return .apply(filter)
        case .help: return .help
        case .back: return .leave
        }
        return .stay
    }

    /// Follows a click on a row or on one of its options.
    mutating func point(at item: Int) {
        let place = ChoiceRow.place(of: item)
        row = Row(rawValue: place.row) ?? row
        guard let option = place.option else { return }
        switch row {
        case .difficulty: Self.choose(option, of: Difficulty.ofQuestions, into: &chosen.difficulties)
        case .status: Self.choose(option, of: QuestionStatus.allCases, into: &chosen.statuses)
        case .kind: Self.choose(option, of: QuestionKind.allCases, into: &chosen.kinds)
        case .tags, .companies: break
        }
    }

    private static func choose<Value: Hashable>(_ option: Int, of values: [Value], into chosen: inout Set<Value>) {
        let all = choices(values, inForce: chosen)
        if all.indices.contains(option) { chosen = all[option] }
    }

    mutating func paste(_ text: String) { edit { $0.insert(text) } }

    private var cleared: FilterSheet {
        var sheet = FilterSheet(QuestionFilter(), scope: scope)
        (sheet.row, sheet.labels) = (row, labels)
        return sheet
    }

    private mutating func edit(_ change: (inout LineEditor) -> Void) {
        switch row {
        case .tags: change(&tags)
        case .companies: change(&companies)
        case .difficulty, .status, .kind: break
        }
    }

    // MARK: Rows of choices

    private var isOnField: Bool { row == .tags || row == .companies }

    /// None, each by itself, and the choice in force where it is of several.
    private static func choices<Value: Hashable>(_ values: [Value], inForce: Set<Value>) -> [Set<Value>] {
        [[]] + (inForce.count > 1 ? [inForce] : []) + values.map { [$0] }
    }

    private mutating func change(by step: Int) {
        switch row {
        case .difficulty: chosen.difficulties = Self.next(chosen.difficulties, in: Difficulty.ofQuestions, step)
        case .status: chosen.statuses = Self.next(chosen.statuses, in: QuestionStatus.allCases, step)
        case .kind: chosen.kinds = Self.next(chosen.kinds, in: QuestionKind.allCases, step)
        case .tags, .companies: break
        }
    }

    private static func next<Value: Hashable>(_ value: Set<Value>, in values: [Value], _ step: Int) -> Set<Value> {
        let all = choices(values, inForce: value)
        let index = all.firstIndex(of: value) ?? 0
        return all[(index + step + all.count) % all.count]
    }

    /// What a row of choices shows, in order.
    func options(of row: Row) -> [(text: String, isChosen: Bool)] {
        func options<Value: Hashable>(_ values: [Value], _ inForce: Set<Value>, _ word: (Value) -> String)
            -> [(text: String, isChosen: Bool)]
        {
            Self.choices(values, inForce: inForce).map { set in
                (set.isEmpty ? "any" : values.filter(set.contains).map(word).joined(separator: ", "), set == inForce)
            }
        }
        return switch row {
        case .difficulty: options(Difficulty.ofQuestions, chosen.difficulties, \.rawValue)
        case .status: options(QuestionStatus.allCases, chosen.statuses, \.rawValue)
        case .kind: options(QuestionKind.allCases, chosen.kinds, \.rawValue)
        case .tags, .companies: []
        }
    }

    // MARK: Rows that are typed

    /// What the names of a row may become: known ones that begin like the one being typed, else that hold it.
    var suggestions: [LabelCount] {
        guard isOnField, let labels else { return [] }
        let known = row == .tags ? labels.tags : labels.companies
        let text = row == .tags ? tags.text : companies.text
        let typed = Self.parts(of: text).last ?? ""
        let given = Set(Self.parts(of: text).dropLast())
        let open = known.filter { !given.contains($0.label.lowercased()) && $0.label.lowercased() != typed }
        guard !typed.isEmpty else { return open }
        let beginning = open.filter { $0.label.lowercased().hasPrefix(typed) }
        return beginning.isEmpty ? open.filter { $0.label.lowercased().holds(typed) } : beginning
    }

    private mutating func complete() {
        guard let first = suggestions.first else { return }
        edit { field in
            let head = field.text.lastIndex(of: ",").map { field.text[...$0] + " " } ?? ""
            field.replace(with: head + first.label)
        }
    }

    /// Lower-case and without spaces at their ends; the last is empty where a comma ends the text.
    private static func parts(of text: String) -> [String] {
        text.lowercased().split(separator: ",", omittingEmptySubsequences: false).map { part in
            part.split { $0.isWhitespace }.joined(separator: " ")
        }
    }

    /// As they are known, whichever case they are typed in.
    private static func names(in text: String, known: [LabelCount]?) -> Set<String> {
        let typed = text.split(separator: ",").map { $0.split { $0.isWhitespace }.joined(separator: " ") }
        return Set(
            typed.filter { !$0.isEmpty }.map { name in
                known?.first { $0.label == name }?.label
                    ?? known?.first { $0.label.lowercased() == name.lowercased() }?.label ?? name
            })
    }
}
