import CarrelCore
import CarrelJSON

/// Events as the journal stores them: kind, version and a JSON body in one canonical form.
struct EventCodec {
    /// A stored event: the columns `kind`, `v` and `body`.
    struct Stored: Equatable {
        var kind: String
        var version: Int
        var body: String
    }

    /// - Throws: `JournalError.unencodable` for a number that JSON has no form for.
    func stored(_ event: JournalEvent) throws -> Stored {
        if case .unknown(let kind, let version, let body) = event {
            return Stored(kind: kind, version: version, body: body)
        }
        guard let kind = event.kind else { throw JournalError.unencodable("unknown") }
        do {
            return Stored(kind: kind.rawValue, version: kind.version, body: try body(event))
        } catch is EncodingError {
            throw JournalError.unencodable(kind.rawValue)
        }
    }

    /// The event of a stored row. A kind, version or body this program cannot read stays `unknown`, as it came.
    func event(_ stored: Stored) -> JournalEvent {
        guard let kind = JournalKind(rawValue: stored.kind), stored.version <= kind.version,
            let event = try? event(kind, stored.body)
        else { return .unknown(kind: stored.kind, version: stored.version, body: stored.body) }
        return event
    }

    private func body(_ event: JournalEvent) throws -> String {
        switch event {
        case .sessionStarted(let value): try JSONText.encode(value)
        case .sessionCompleted(let value): try JSONText.encode(value)
        case .answerGiven(let value): try JSONText.encode(value)
        case .answerGraded(let value): try JSONText.encode(value)
        case .itemMarked(let value): try JSONText.encode(value)
        case .optionStruck(let value): try JSONText.encode(value)
        case .scratchNoted(let value): try JSONText.encode(value)
        case .bookmarkSet(let value): try JSONText.encode(value)
        case .feedbackGiven(let value): try JSONText.encode(value)
        case .errataSet(let value): try JSONText.encode(value)
        case .errataCleared(let value): try JSONText.encode(value)
        case .questionBuried(let value): try JSONText.encode(value)
        case .settingChanged(let value): try JSONText.encode(value)
        case .goalSet(let value): try JSONText.encode(value)
        case .goalCleared(let value): try JSONText.encode(value)
        case .memoryModel(let value): try JSONText.encode(value)
        case .prediction(let value): try JSONText.encode(value)
        case .sessionPaused, .sessionResumed, .sessionAbandoned, .bookmarkCleared, .questionSuspended,
            .questionUnsuspended, .undone:
            "{}"
        case .unknown(_, _, let body): body
        }
    }

    private func event(_ kind: JournalKind, _ body: String) throws -> JournalEvent {
        switch kind {
        case .sessionStarted: .sessionStarted(try JSONText.decode(from: body))
        case .sessionPaused: .sessionPaused(SessionPaused())
        case .sessionResumed: .sessionResumed(SessionResumed())
        case .sessionCompleted: .sessionCompleted(try JSONText.decode(from: body))
        case .sessionAbandoned: .sessionAbandoned(SessionAbandoned())
        case .answerGiven: .answerGiven(try JSONText.decode(from: body))
        case .answerGraded: .answerGraded(try JSONText.decode(from: body))
        case .itemMarked: .itemMarked(try JSONText.decode(from: body))
        case .optionStruck: .optionStruck(try JSONText.decode(from: body))
        case .scratchNoted: .scratchNoted(try JSONText.decode(from: body))
        case .bookmarkSet: .bookmarkSet(try JSONText.decode(from: body))
        case .bookmarkCleared: .bookmarkCleared(BookmarkCleared())
        case .feedbackGiven: .feedbackGiven(try JSONText.decode(from: body))
        case .errataSet: .errataSet(try JSONText.decode(from: body))
        case .errataCleared: .errataCleared(try JSONText.decode(from: body))
        case .questionSuspended: .questionSuspended(QuestionSuspended())
        case .questionUnsuspended: .questionUnsuspended(QuestionUnsuspended())
        case .questionBuried: .questionBuried(try JSONText.decode(from: body))
        case .settingChanged: .settingChanged(try JSONText.decode(from: body))
        case .goalSet: .goalSet(try JSONText.decode(from: body))
        case .goalCleared: .goalCleared(try JSONText.decode(from: body))
        case .memoryModel: .memoryModel(try JSONText.decode(from: body))
        case .prediction: .prediction(try JSONText.decode(from: body))
        case .undone: .undone(Undone())
        }
    }
}

extension JournalEvent {
    /// Whether it was made from what its body says, which then is a JSON object.
    var isReadFromItsBody: Bool {
        switch self {
        case .unknown, .sessionPaused, .sessionResumed, .sessionAbandoned, .bookmarkCleared, .questionSuspended,
            .questionUnsuspended, .undone:
            false
        case .sessionStarted, .sessionCompleted, .answerGiven, .answerGraded, .itemMarked, .optionStruck,
            .scratchNoted, .bookmarkSet, .feedbackGiven, .errataSet, .errataCleared, .questionBuried,
            .settingChanged, .goalSet, .goalCleared, .memoryModel, .prediction:
            true
        }
    }
}
