/// What a question carries beside its text and options, by kind.
public enum QuestionPayload: Codable, Equatable, Sendable {
    case none
    case choice(choose: Int?)
    case ordering(items: [Label], distractors: [Label])
    case matching(pairs: [MatchingPair], distractors: [Label])
    case hotspot(regions: [Region])
    case simulation(World)
}

/// A piece of text that is moved or paired by its id.
public struct Label: Codable, Equatable, Identifiable, Sendable {
    public var id: String
    public var text: String
    public var why: String?

    public init(id: String, text: String, why: String? = nil) {
        self.id = id
        self.text = text
        self.why = why
    }
}

/// A left side and the right side that belongs to it.
public struct MatchingPair: Codable, Equatable, Identifiable, Sendable {
    public var id: String
    public var left: String
    public var right: String
    public var why: String?

    public init(id: String, left: String, right: String, why: String? = nil) {
        self.id = id
        self.left = left
        self.right = right
        self.why = why
    }
}

/// A part of an exhibit that can be chosen: one line, grapheme columns `from…to`, counted from 1, both inclusive.
public struct Region: Codable, Equatable, Identifiable, Sendable {
    public var id: String
    public var label: String
    public var line: Int
    public var from: Int
    public var to: Int
    public var isCorrect: Bool
    public var why: String?

    public init(id: String, label: String, line: Int, from: Int, to: Int, isCorrect: Bool, why: String? = nil) {
        self.id = id
        self.label = label
        self.line = line
        self.from = from
        self.to = to
        self.isCorrect = isCorrect
        self.why = why
    }
}
