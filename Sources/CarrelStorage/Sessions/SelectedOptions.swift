import CarrelCore
import CarrelJSON

// The column `userAnswers.selectedOptions`: a list of ids, or of `[left, right]`.

extension AnswerGiven.Selection {
    init(column text: String, isOrdered: Bool) {
        if let ids = try? JSONText.decode([String].self, from: text) {
            self = ids.isEmpty ? .none : isOrdered ? .ordered(ids) : .chosen(Set(ids))
        } else if let pairs = try? JSONText.decode([[String]].self, from: text) {
            let sides = pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }
            self = .paired(Dictionary(sides) { first, _ in first })
        } else {
            self = .none
        }
    }
}

extension SessionData {
    /// Nil where the text is not a session's data.
    init?(json text: String) {
        guard let data = try? JSONText.decode(SessionData.self, from: text) else { return nil }
        self = data
    }
}
