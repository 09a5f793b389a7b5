/// One item of the catalogue, as its pack states it.
///
/// The value an author's file becomes, the catalogue stores and a screen reads. Text is Markdown; `{{id}}` in it
/// refers to an option and is drawn as that option's current label.
public struct Question: Codable, Equatable, Identifiable, Sendable {
    public var id: String
    public var kind: QuestionKind
    public var stem: String
    /// The model answer of a free question; for every other kind the correct answer in words.
    public var answer: String
    public var explanation: String
    public var difficulty: Difficulty
    /// The channel, or the certification, it belongs to (they share one namespace).
    public var channel: String
    /// The sub-channel, or the certification's domain.
    public var subChannel: String
    /// Set on a certification's question only; then `channel` and `subChannel` repeat them.
    public var certification: String?
    public var domain: String?
    public var tldr: String?
    public var eli5: String?
    /// Mermaid source.
    public var diagram: String?
    /// Text that regions of a hotspot lie on.
    public var exhibit: String?
    public var tags: [String] = []
    public var companies: [String] = []
    /// Relevance by job title, 0–100.
    public var jobTitles: [String: Int] = [:]
    public var levels: [String] = []
    /// Of a free question: `a|b` are alternatives, a leading `!` requires.
    public var keywords: [String] = []
    public var sources: [String] = []
    public var options: [AnswerOption] = []
    public var payload: QuestionPayload = .none
    public var related: [Relation] = []

    public init(
        id: String, kind: QuestionKind, stem: String, answer: String, explanation: String, difficulty: Difficulty,
        channel: String, subChannel: String
    ) {
        self.id = id
        self.kind = kind
        self.stem = stem
        self.answer = answer
        self.explanation = explanation
        self.difficulty = difficulty
        self.channel = channel
        self.subChannel = subChannel
    }

    /// How many options a `multiple` question asks for; nil where its author leaves it open.
    public var choose: Int? {
        if case .choice(let count) = payload { return count }
        return nil
    }
}

/// One option of a choice question.
public struct AnswerOption: Codable, Equatable, Identifiable, Sendable {
    /// A slug, unique in the question and never reused.
    public var id: String
    public var text: String
    public var isCorrect: Bool
    /// Why it is right, or why it is wrong.
    public var why: String?
    /// It keeps its place when the others are shuffled.
    public var isFixed: Bool

    public init(id: String, text: String, isCorrect: Bool, why: String? = nil, isFixed: Bool = false) {
        self.id = id
        self.text = text
        self.isCorrect = isCorrect
        self.why = why
        self.isFixed = isFixed
    }
}

/// A question that belongs with another one.
public struct Relation: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case prerequisite
        case followUp = "follow_up"
        case related
        case deeperDive = "deeper_dive"
    }

    public var target: String
    public var kind: Kind
    /// 0–100.
    public var strength: Int

    public init(target: String, kind: Kind, strength: Int = 50) {
        self.target = target
        self.kind = kind
        self.strength = strength
    }
}
