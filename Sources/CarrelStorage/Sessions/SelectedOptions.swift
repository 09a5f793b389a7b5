import CarrelCore
import FoundationEssentials

// The column `userAnswers.selectedOptions`: a list of ids, or of `[left, right]`.

extension AnswerGiven.Selection {
    init(column text: String, isOrdered: Bool) {
        let data = Data(text.utf8)
        if let ids = try? JSONDecoder().decode([String].self, from: data) {
            self = ids.isEmpty ? .none : isOrdered ? .ordered(ids) : .chosen(Set(ids))
        } else if let pairs = try? JSONDecoder().decode([[String]].self, from: data) {
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
        guard let data = try? JSONDecoder().decode(SessionData.self, from: Data(text.utf8)) else { return nil }
        self = data
    }
}
