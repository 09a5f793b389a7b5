import CarrelCore
import CarrelStorage

/// What a learner wrote about a question, as far as its purpose asks for it.
struct WrittenText: Equatable, Sendable {
    /// Without line ends at its end.
    var text: String
    /// Why, in a correction; nil where nothing was said.
    var reason: String?
    /// Of a report.
    var type = FeedbackGiven.Kind.error
}

extension Writing {
    /// What stands there before anything is written.
    func before(_ item: StudyItem) -> String {
        switch purpose {
        case .note: item.note ?? ""
        case .report: ""
        case .scratch(let sheet): sheet.text
        case .correction(let field): item.question[field] ?? ""
        }
    }

    /// What keeping `written` records; nothing where nothing is new.
    func events(of written: WrittenText, on item: StudyItem) -> [NewEvent] {
        let text = written.text
        let event: JournalEvent?
        switch purpose {
        case .scratch(let sheet):
            guard text != sheet.text else { return [] }
            return [NewEvent(.scratchNoted(ScratchNoted(text: text)), sessionId: sheet.session)]
        case .note:
            let note = text.isEmpty ? nil : text
            event = note == item.note ? nil : .bookmarkSet(BookmarkSet(note: note))
        case .report:
            event = text.isEmpty ? nil : .feedbackGiven(FeedbackGiven(type: written.type, message: text))
        case .correction(let field): event = correction(of: field, to: written, in: item)
        }
        return event.map { [NewEvent($0, questionId: question)] } ?? []
    }

    /// The author's own words, or none, take a correction off.
    private func correction(of field: QuestionField, to written: WrittenText, in item: StudyItem) -> JournalEvent? {
        let authors = item.authorsValue(of: field)
        let before = item.correction(of: field)
        if written.text.isEmpty || written.text == authors?.droppingLineEnds {
            return before == nil ? nil : .errataCleared(ErrataCleared(field: field.name))
        }
        if let before, before.value == written.text, before.reason == written.reason { return nil }
        return .errataSet(ErrataSet(field, to: written.text, insteadOf: authors, reason: written.reason))
    }

    /// Said where nothing was recorded.
    var unchangedWords: String { purpose == .report ? "nothing written, no report" : "nothing changed" }
}
