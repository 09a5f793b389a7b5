import CarrelCore
import FoundationEssentials

/// Events as the journal stores them: kind, version and a JSON body in one canonical form.
struct EventCodec {
    /// A stored event: the columns `kind`, `v` and `body`.
    struct Stored: Equatable {
        var kind: String
        var version: Int
        var body: String
    }

    private let encoder = canonicalEncoder()
    private let decoder = JSONDecoder()

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
            let event = try? event(kind, Data(stored.body.utf8))
        else { return .unknown(kind: stored.kind, version: stored.version, body: stored.body) }
        return event
    }

    private func body(_ event: JournalEvent) throws -> String {
        switch event {
        case .sessionStarted(let value): try json(value)
        case .sessionCompleted(let value): try json(value)
        case .answerGiven(let value): try json(value)
        case .answerGraded(let value): try json(value)
        case .itemMarked(let value): try json(value)
        case .optionStruck(let value): try json(value)
        case .scratchNoted(let value): try json(value)
        case .bookmarkSet(let value): try json(value)
        case .feedbackGiven(let value): try json(value)
        case .errataSet(let value): try json(value)
        case .errataCleared(let value): try json(value)
        case .questionBuried(let value): try json(value)
        case .settingChanged(let value): try json(value)
        case .goalSet(let value): try json(value)
        case .goalCleared(let value): try json(value)
        case .memoryModel(let value): try json(value)
        case .prediction(let value): try json(value)
        case .sessionPaused, .sessionResumed, .sessionAbandoned, .bookmarkCleared, .questionSuspended,
            .questionUnsuspended, .undone:
            "{}"
        case .unknown(_, _, let body): body
        }
    }

    private func event(_ kind: JournalKind, _ body: Data) throws -> JournalEvent {
        switch kind {
        case .sessionStarted: .sessionStarted(try value(body))
        case .sessionPaused: .sessionPaused(SessionPaused())
        case .sessionResumed: .sessionResumed(SessionResumed())
        case .sessionCompleted: .sessionCompleted(try value(body))
        case .sessionAbandoned: .sessionAbandoned(SessionAbandoned())
        case .answerGiven: .answerGiven(try value(body))
        case .answerGraded: .answerGraded(try value(body))
        case .itemMarked: .itemMarked(try value(body))
        case .optionStruck: .optionStruck(try value(body))
        case .scratchNoted: .scratchNoted(try value(body))
        case .bookmarkSet: .bookmarkSet(try value(body))
        case .bookmarkCleared: .bookmarkCleared(BookmarkCleared())
        case .feedbackGiven: .feedbackGiven(try value(body))
        case .errataSet: .errataSet(try value(body))
        case .errataCleared: .errataCleared(try value(body))
        case .questionSuspended: .questionSuspended(QuestionSuspended())
        case .questionUnsuspended: .questionUnsuspended(QuestionUnsuspended())
        case .questionBuried: .questionBuried(try value(body))
        case .settingChanged: .settingChanged(try value(body))
        case .goalSet: .goalSet(try value(body))
        case .goalCleared: .goalCleared(try value(body))
        case .memoryModel: .memoryModel(try value(body))
        case .prediction: .prediction(try value(body))
        case .undone: .undone(Undone())
        }
    }

    func json(_ value: some Encodable) throws -> String { String(decoding: try encoder.encode(value), as: UTF8.self) }

    /// A list of texts; put together here where none needs escaping, which is nearly always and ten times as fast.
    func json(list: [String]) throws -> String {
        let isPlain = list.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 < 0x7F } }
        guard isPlain else { return try json(list) }
        return list.isEmpty ? "[]" : "[\"" + list.joined(separator: "\",\"") + "\"]"
    }

    private func value<Value: Decodable>(_ body: Data) throws -> Value {
        try decoder.decode(Value.self, from: body)
    }
}

/// JSON with sorted keys and plain slashes, so that equal values have equal text.
func canonicalEncoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
}
