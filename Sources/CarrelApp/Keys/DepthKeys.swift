import CarrelTerminal

/// More about a question than its page says, each behind its key once it is answered.
enum QuestionDepth: String, CaseIterable, Sendable {
    case short, simple, diagram, sources, related, history, whole

    var key: Character {
        switch self {
        case .short: "T"
        case .simple: "E"
        case .diagram: "D"
        case .sources: "S"
        case .related: "R"
        case .history: "H"
        case .whole: "z"
        }
    }

    /// In a word or two, for hints.
    var label: String {
        switch self {
        case .whole: "full screen"
        default: rawValue
        }
    }

    /// What it is called where it is read.
    var title: String {
        switch self {
        case .short: "In short"
        case .simple: "In simple words"
        case .diagram: "Diagram"
        case .sources: "Sources"
        case .related: "Related questions"
        case .history: "My answers"
        case .whole: "Question"
        }
    }

    /// In a few words, for help.
    var help: String {
        switch self {
        case .short: "the answer in short"
        case .simple: "the same in simple words"
        case .diagram: "the diagram"
        case .sources: "where to read on"
        case .related: "questions that belong with this one"
        case .history: "the history of your answers to it"
        case .whole: "all of it full screen, with search"
        }
    }
}

extension QuestionDepth {
    /// What the action opens; nil where it opens no more about a question.
    init?(_ action: QuestionAction) { self.init(rawValue: action.rawValue) }
}

extension QuestionAction {
    /// Opens `depth`.
    init(_ depth: QuestionDepth) {
        switch depth {
        case .short: self = .short
        case .simple: self = .simple
        case .diagram: self = .diagram
        case .sources: self = .sources
        case .related: self = .related
        case .history: self = .history
        case .whole: self = .whole
        }
    }
}

extension KeyTable where Facts == QuestionFacts, Action == QuestionAction {
    /// Hinted under the text, where there is room for all of them, and not in the hint bar.
    static let depth: [Binding<QuestionFacts, QuestionAction>] = QuestionDepth.allCases.map { depth in
        Binding([.char(depth.key)], QuestionAction(depth), depth.label, help: depth.help) { $0.depths.contains(depth) }
    }

    /// What more there is, as hints.
    static func depthHints(in facts: QuestionFacts) -> [Hint] {
        answered.bound.filter { QuestionDepth($0.action) != nil && $0.isPossible(facts) }.compactMap { binding in
            binding.keys.first.map { Hint(key: $0, label: binding.label) }
        }
    }
}
