import CarrelCore
import CarrelStorage

/// Which options of a question are right, as a learner has it: the key that answers are graded by once it is kept.
struct CorrectedKey: Equatable, Sendable {
    let item: StudyItem
    /// As they stand on screen.
    let options: [AnswerOption]
    private(set) var right: Set<String>

    init(of item: StudyItem, in menu: QuestionMenu) {
        self.item = item
        options = menu.options(of: item.question)
        right = Set(item.question.options.filter(\.isCorrect).map(\.id))
    }

    /// Why the key was corrected before.
    var reason: String? { Correction.reason(of: item.corrections.filter(\.field.isKey)) }

    /// Where one option is right, that one instead of the other.
    ///
    /// - Parameter index: Among the options, from 0; nothing happens where there is none.
    mutating func toggle(_ index: Int) {
        guard options.indices.contains(index) else { return }
        let id = options[index].id
        if item.question.kind == .single {
            right = [id]
        } else if right.remove(id) == nil {
            right.insert(id)
        }
    }

    /// Just these are right, whatever the kind allows.
    ///
    /// - Parameter indices: Among the options, from 0.
    mutating func choose(_ indices: [Int]) { right = Set(indices.compactMap { options[safe: $0]?.id }) }

    /// Why it cannot be a key; nil where it can.
    var fault: String? {
        var question = item.question
        for option in options { question[.option(id: option.id, .isCorrect)] = "\(right.contains(option.id))" }
        guard !question.hasSoundKey else { return nil }
        return question.kind == .single ? "exactly one is right" : "at least one is right, and not all"
    }

    /// Only what differs from the author's key is a correction; what agrees with it takes one off.
    func events(reason: String?) -> [NewEvent] {
        options.compactMap { option in
            let field = QuestionField.option(id: option.id, .isCorrect)
            let value = "\(right.contains(option.id))"
            let authors = item.authorsValue(of: field)
            let before = item.correction(of: field)
            if value == authors {
                return before == nil ? nil : NewEvent.clearing([field], of: item.question.id).first
            }
            if let before, before.value == value, before.isApplied, before.reason == reason { return nil }
            return NewEvent(
                .errataSet(ErrataSet(field, to: value, insteadOf: authors, reason: reason)),
                questionId: item.question.id)
        }
    }
}
