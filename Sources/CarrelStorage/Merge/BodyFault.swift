import CarrelCore

/// What the body of another's entry holds that Carrel never writes there.
///
/// The folds live with any body that can be read; such a one would still stand in sums and on screens for good, since
/// entries are never changed. Text that a learner typed is taken as it is: it is shown without what steers a terminal.
struct BodyFault: Equatable {
    /// The member of the body.
    var field: String
    var expected: String

    // MARK: Finding one

    static func first(_ faults: BodyFault?...) -> BodyFault? { faults.lazy.compactMap { $0 }.first }

    /// Milliseconds: an answer's time is held to a day where it is given.
    static let longestAnswer = 24 * 3_600_000
    /// Seconds: a year.
    static let longestLimit = 365 * 86_400
    /// Thousandths of points, and points on a certification's scale.
    static let mostPoints = 1_000_000_000
    /// Bytes of an id or a key.
    static let longestName = 512

    static func number<Value: Comparable>(
        _ field: String, _ value: Value?, _ range: ClosedRange<Value>
    ) -> BodyFault? {
        guard let value, !range.contains(value) else { return nil }
        return BodyFault(field: field, expected: "from \(range.lowerBound) to \(range.upperBound)")
    }

    /// - Parameter value: An id or a key: on one line, none that nobody would give.
    static func name(_ field: String, _ value: String?) -> BodyFault? {
        guard let value,
            value.utf8.count > longestName || value.utf8.contains(where: { $0 < 0x20 }) || value.holdsControl
        else { return nil }
        return BodyFault(field: field, expected: "a name of at most \(longestName) bytes without control characters")
    }

    /// - Parameter value: Text of a pack's author, in which no pack may have control characters.
    static func text(_ field: String, _ value: String?) -> BodyFault? {
        guard let value, value.holdsControl else { return nil }
        return BodyFault(field: field, expected: "without control characters")
    }
}

extension JournalEvent {
    /// Nil where all of it is as Carrel writes it; for a kind, version or body that this program cannot read too.
    var fault: BodyFault? {
        switch self {
        case .sessionStarted(let value): value.fault
        case .answerGiven(let value): value.fault
        case .answerGraded(let value): .number("score", value.score, 0...1)
        case .sessionCompleted(let value): value.fault
        case .optionStruck(let value): .name("option", value.option)
        case .errataSet(let value): value.fault
        case .errataCleared(let value): .name("field", value.field)
        case .settingChanged(let value): .name("key", value.key)
        case .goalSet(let value): .name("key", value.key)
        case .goalCleared(let value): .name("key", value.key)
        case .prediction(let value): value.fault
        // A model that cannot be used is passed over where it is folded; the rest holds nothing that could be wrong.
        case .memoryModel, .sessionPaused, .sessionResumed, .sessionAbandoned, .itemMarked, .scratchNoted, .bookmarkSet,
            .bookmarkCleared, .feedbackGiven, .questionSuspended, .questionUnsuspended, .questionBuried, .undone,
            .unknown:
            nil
        }
    }
}

extension SessionStarted {
    fileprivate var fault: BodyFault? {
        BodyFault.first(
            .name("key", key), .text("title", title), .text("subtitle", subtitle), .name("channelId", channelId),
            .name("certificationId", certificationId),
            .number("timeLimit", timeLimit, 0...BodyFault.longestLimit), rules?.fault,
            items.lazy.compactMap(\.fault).first)
    }
}

extension ExamRules {
    /// By the bounds that packs have.
    fileprivate var fault: BodyFault? {
        BodyFault.first(
            .number("rules' questions", questions, 1...1_000), .number("rules' unscored", unscored, 0...1_000),
            .number("rules' minutes", minutes, 1...10_000), .number("rules' scale", scale.low, 0...999_999),
            // Nothing can be scaled between ends that are one.
            .number("rules' scale", scale.high, min(scale.low, 999_999) + 1...1_000_000),
            .number("rules' pass", pass, min(scale.low, scale.high)...max(scale.low, scale.high)),
            warnings.lazy.compactMap { .number("rules' warnings", $0, 1...10_000) }.first,
            sections.lazy.compactMap(\.fault).first)
    }
}

extension ExamRules.Section {
    fileprivate var fault: BodyFault? {
        BodyFault.first(
            .name("section", id), .number("section's questions", questions, 1...1_000),
            .number("section's minutes", minutes, 1...10_000))
    }
}

extension DrawnItem {
    fileprivate var fault: BodyFault? {
        BodyFault.first(
            .name("questionId", questionId), options.lazy.compactMap { BodyFault.name("options", $0) }.first)
    }
}

extension SessionCompleted {
    fileprivate var fault: BodyFault? {
        BodyFault.first(
            .number("score", score, 0...100), .number("earned", result?.earned, 0...BodyFault.mostPoints),
            .number("possible", result?.possible, 0...BodyFault.mostPoints),
            .number("scaledScore", result?.scaledScore, 0...BodyFault.mostPoints))
    }
}

extension AnswerGiven {
    fileprivate var fault: BodyFault? {
        let sides = selection.ids + selection.pairs.joined()
        return BodyFault.first(
            .number("elapsedMs", elapsedMs, 0...BodyFault.longestAnswer), .number("score", score, 0...1),
            .name("contentHash", contentHash), .name("certificationId", certificationId), .name("domainId", domainId),
            sides.lazy.compactMap { BodyFault.text("selection", $0) }.first)
    }
}

extension ErrataSet {
    fileprivate var fault: BodyFault? { BodyFault.first(.name("field", field), .name("baseHash", baseHash)) }
}

extension Prediction {
    fileprivate var fault: BodyFault? {
        BodyFault.first(.number("pPass", pPass, 0...1), .number("low", low, 0...1), .number("high", high, 0...1))
    }
}

extension String {
    /// A control character other than a tab or a line's end.
    fileprivate var holdsControl: Bool {
        // UTF-8 has C0 and DEL as themselves, C1 as C2 80…9F.
        var previous: UInt8 = 0
        for byte in utf8 {
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return true }
            if byte == 0x7F || previous == 0xC2 && byte < 0xA0 && byte >= 0x80 { return true }
            previous = byte
        }
        return false
    }
}
