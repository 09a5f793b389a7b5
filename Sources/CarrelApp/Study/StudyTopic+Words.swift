import CarrelCore

extension StudyTopic {
    /// The action that stands first in a list of the topic's questions.
    func practiseRow(total: Int) -> ListRow {
        ListRow(kind: .action, label: "Practise \(min(10, total))", details: [first])
    }

    /// Which of its questions a session takes first, unless told otherwise.
    var first: String { scope == .wrong ? "longest ago first" : "unseen first" }

    /// Whether its questions come in an order that somebody thought of.
    var isGuided: Bool { if case .path = scope { true } else { false } }

    /// What an order of its questions is called.
    func words(for order: Draw.Order) -> String {
        switch order {
        case .mixed: "mixed"
        case .blocked: isGuided ? "in the path's order" : "by topic"
        }
    }

    /// What a list of its questions says while it has none.
    var emptyWords: [String] {
        switch scope {
        case .wrong: ["Nothing wrong: every last answer was right.", "Esc leads back."]
        default: ["No questions here yet.", "Esc leads back to other topics."]
        }
    }
}
