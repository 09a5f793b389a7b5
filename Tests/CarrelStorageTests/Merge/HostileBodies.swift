import CarrelCore
import CarrelJSON

@testable import CarrelStorage

/// Bodies of every kind of which one value was made hostile.
enum HostileBodies {
    /// Kind and body.
    static func all() throws -> [(kind: String, body: String)] {
        try bodies.flatMap { body in
            let stored = try EventCodec().stored(body)
            let tree = try JSONText.decode(Tree.self, from: stored.body)
            return try tree.hostile.map { (stored.kind, try JSONText.encode($0)) }
        }
    }

    /// One of each kind that has a body, with every value that it may have.
    private static var bodies: [JournalEvent] {
        let items = ["alpha", "beta"].map { DrawnItem(questionId: $0, options: ["a", "b"], isScored: $0 == "alpha") }
        let started = SessionStarted(
            type: .certification, mode: .exam, key: "key", title: "T", subtitle: "s", channelId: "c",
            certificationId: "cert-one", items: items, timeLimit: 600)
        func given(_ selection: AnswerGiven.Selection) -> JournalEvent {
            .answerGiven(
                AnswerGiven(
                    selection: selection, response: "r", isCorrect: true, score: 0.5, grade: .good, confidence: .sure,
                    contentHash: "h", certificationId: "cert-one", domainId: "security", elapsedMs: 1_000))
        }
        return [
            .sessionStarted(started), given(.chosen(["a"])), given(.ordered(["b", "a"])), given(.paired(["a": "1"])),
            .sessionCompleted(
                SessionCompleted(
                    score: 50, result: SessionResult(earned: 1, possible: 2, scaledScore: 500, passed: true))),
            .answerGraded(AnswerGraded(isCorrect: true, score: 1, grade: .easy, isSubmission: true)),
            .itemMarked(ItemMarked(isMarked: true)), .optionStruck(OptionStruck(option: "a", isStruck: true)),
            .scratchNoted(ScratchNoted(text: "t")), .bookmarkSet(BookmarkSet(note: "n")),
            .feedbackGiven(FeedbackGiven(type: .error, message: "m")),
            .errataSet(ErrataSet(field: "answer", value: "v", reason: "r", baseHash: "h")),
            .errataCleared(ErrataCleared(field: "answer")),
            .questionBuried(QuestionBuried(until: Timestamp(milliseconds: 1_785_000_000_000))),
            .settingChanged(SettingChanged(key: "dayStart", value: "3")), .goalSet(GoalSet(key: "k", value: "v")),
            .goalCleared(GoalCleared(key: "k")), .memoryModel(MemoryModel()),
            .prediction(Prediction(pPass: 0.5, low: 0.25, high: 0.75, isReady: true)),
        ]
    }
}

extension HostileBodies {
    /// JSON of any form.
    private indirect enum Tree: Codable, Sendable {
        case null
        case flag(Bool)
        case integer(Int64)
        case number(Double)
        case text(String)
        case list([Tree])
        case members([String: Tree])

        init(from decoder: Decoder) throws {
            if let members = try? [String: Tree](from: decoder) {
                self = .members(members)
            } else if let list = try? [Tree](from: decoder) {
                self = .list(list)
            } else {
                let value = try decoder.singleValueContainer()
                if let flag = try? value.decode(Bool.self) {
                    self = .flag(flag)
                } else if let number = try? value.decode(Double.self) {
                    self = .number(number)
                } else {
                    self = value.decodeNil() ? .null : .text(try value.decode(String.self))
                }
            }
        }

        func encode(to encoder: Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .null: try value.encodeNil()
            case .flag(let flag): try value.encode(flag)
            case .integer(let integer): try value.encode(integer)
            case .number(let number): try value.encode(number)
            case .text(let text): try value.encode(text)
            case .list(let list): try value.encode(list)
            case .members(let members): try value.encode(members)
            }
        }

        private static let odd: [Tree] = [
            .null, .flag(false), .integer(.max), .integer(.min), .integer(-1), .integer(0), .integer(1 << 53),
            .number(1e300), .number(-1e300), .number(.leastNonzeroMagnitude), .number(0.5), .text(""),
            .text("\u{1B}[31mred\u{7}"),
            .text("a\u{0}b\u{9B}2J"), .text("\u{202E}\u{200B}"), .text(String(repeating: "long ", count: 4_000)),
            .text("0000-01-01 00:00:00.000"), .text("9999-12-31 23:59:59.999"), .text("true"), .text("exam"),
            .text("option//"), .text("../../etc"), .list([]), .list(Array(repeating: .text("alpha"), count: 300)),
            .list([.list([.list([])])]), .members([:]), .members(["ids": .list([]), "pairs": .list([.list([])])]),
        ]

        /// This with each of its values in turn made each of the odd ones, and with each member left out.
        var hostile: [Tree] { parts + Self.odd }

        private var parts: [Tree] {
            switch self {
            case .list(let list):
                list.indices.flatMap { index in
                    list[index].hostile.map { odd in
                        var changed = list
                        changed[index] = odd
                        return Tree.list(changed)
                    }
                }
            case .members(let members):
                members.sorted { $0.key < $1.key }.flatMap { key, value in
                    [Tree.members(members.filter { $0.key != key })]
                        + value.hostile.map { Tree.members(members.merging([key: $0]) { $1 }) }
                }
            default: []
            }
        }
    }
}
