import CarrelCore

/// An event about to be recorded, with what it is about.
public struct NewEvent: Equatable, Sendable {
    public var event: JournalEvent
    /// The entry's id where the caller needs to know it beforehand (`Store.newId()`); else one is made.
    public var id: String?
    /// A session that starts has the id of the entry that starts it, and may leave this nil.
    public var sessionId: String?
    public var questionId: String?
    /// The entry that an `undone` takes back.
    public var target: String?

    public init(
        _ event: JournalEvent, id: String? = nil, sessionId: String? = nil, questionId: String? = nil,
        target: String? = nil
    ) {
        self.event = event
        self.id = id
        self.sessionId = sessionId
        self.questionId = questionId
        self.target = target
    }
}

extension NewEvent {
    /// What an event of a kind has to name, and must not.
    enum Names: String {
        case session = "its session"
        case sessionAndQuestion = "its session and its question"
        case question = "its question"
        case neither = "neither a session nor a question"
        case target = "the entry it takes back"
        case any = "anything"
    }

    var names: Names {
        switch event {
        case .sessionStarted, .sessionPaused, .sessionResumed, .sessionCompleted, .sessionAbandoned, .scratchNoted,
            .prediction:
            .session
        case .answerGiven, .answerGraded, .itemMarked, .optionStruck: .sessionAndQuestion
        case .bookmarkSet, .bookmarkCleared, .errataSet, .errataCleared, .questionSuspended, .questionUnsuspended,
            .questionBuried:
            .question
        case .settingChanged, .goalSet, .goalCleared, .memoryModel: .neither
        case .undone: .target
        case .feedbackGiven, .unknown: .any
        }
    }

    /// - Throws: `JournalError.misnamed`.
    func checkNames() throws(JournalError) {
        let fits =
            switch names {
            case .session: sessionId != nil
            case .sessionAndQuestion: sessionId != nil && questionId != nil
            case .question: questionId != nil
            case .neither: sessionId == nil && questionId == nil
            case .target: target != nil
            case .any: true
            }
        guard fits else { throw JournalError.misnamed(kind: event.kind?.rawValue ?? "event", expected: names.rawValue) }
        if case .sessionStarted = event, id != sessionId {
            throw JournalError.misnamed(kind: JournalKind.sessionStarted.rawValue, expected: "itself as the session")
        }
    }
}
