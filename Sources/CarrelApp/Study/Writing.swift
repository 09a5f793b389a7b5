import CarrelCore
import CarrelStorage
import CarrelTerminal

/// A text that a learner writes about a question, and what it is for.
struct Writing: Equatable, Sendable {
    enum Purpose: Equatable, Sendable {
        /// The bookmark's note; a question without a bookmark gets one.
        case note
        /// A problem, told to whoever keeps the pack.
        case report
        /// Words of the learner's own in place of the author's.
        case correction(QuestionField)
        /// The sheet of an exam.
        case scratch(ScratchSheet)
    }

    var question: String
    var purpose: Purpose
}

/// What is jotted down during a session, for as long as it lasts.
struct ScratchSheet: Equatable, Sendable {
    var session: String
    var text: String
}

/// What can be done with one question, opened with `!`.
struct QuestionMenu: Equatable, Sendable {
    /// Where it was opened: what is not answered yet must not be given away.
    enum Place: Equatable, Sendable { case list, openQuestion, answeredQuestion }

    var question: String
    var place: Place
    /// Option ids as they stand on screen, whose labels the learner has in mind; empty is the author's order.
    var order: [String] = []

    /// The options of `question` in that order.
    func options(of question: Question) -> [AnswerOption] {
        let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let placed = question.options.filter { places[$0.id] != nil }
            .sorted { (places[$0.id] ?? 0) < (places[$1.id] ?? 0) }
        return placed + question.options.filter { places[$0.id] == nil }
    }

    /// Whether the key of `item` may be shown here.
    func reveals(_ item: StudyItem) -> Bool {
        switch place {
        case .list: item.isSeen
        case .openQuestion: false
        case .answeredQuestion: true
        }
    }
}

extension QuestionField {
    /// What a list calls it; an option by its text.
    func title(in question: Question, glyphs: Glyphs) -> String {
        switch self {
        case .stem: "Question"
        case .answer: "Model answer"
        case .explanation: "Explanation"
        case .tldr: "In short"
        case .eli5: "In simple words"
        case .option(let id, let part):
            switch part {
            case .text: "Option"
            case .why: "Why of \(PlainStem.quoted(question[.option(id: id, .text)] ?? id, glyphs: glyphs))"
            case .isCorrect: "Which are right"
            }
        }
    }
}

extension PlainStem {
    /// The beginning of a text in quotes, to name it by.
    static func quoted(_ markdown: String, glyphs: Glyphs) -> String {
        "\"\(Columns.clip(line(markdown), to: 24, ellipsis: glyphs.ellipsis))\""
    }
}

extension ListAction {
    /// What a list of questions does with the one that is selected: the same in every list. None for other actions.
    func effects(on question: String?) -> [Effect] {
        guard let question else { return [] }
        return switch self {
        case .note: [.push(.writing(Writing(question: question, purpose: .note)))]
        case .thisQuestion: [.push(.questionMenu(QuestionMenu(question: question, place: .list)))]
        case .copy: [.copy(question, name: question)]
        default: []
        }
    }
}

extension NewEvent {
    /// Takes the corrections of `fields` off.
    static func clearing(_ fields: [QuestionField], of question: String) -> [NewEvent] {
        fields.map { NewEvent(.errataCleared(ErrataCleared(field: $0.name)), questionId: question) }
    }
}
