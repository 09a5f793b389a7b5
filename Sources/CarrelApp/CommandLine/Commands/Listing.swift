import CarrelCore

/// What `carrel list` lists, and the rows of each as JSON has them.
enum Listing: String, CaseIterable, Sendable {
    case topics, channels, certifications, paths, sessions, bookmarks, questions

    /// As `CommandTable.Command.json` writes it.
    var shape: String {
        switch self {
        case .topics: "[{id, title, type, questions}]"
        case .channels: "[{id, title, questions, seen, right}]"
        case .certifications: "[{id, name, provider, examCode?, questions, seen, right}]"
        case .paths:
            "[{id, title, type, questions, seen, right, hoursLeft, milestones: [{id, title, questions, seen, right}]}]"
        case .sessions:
            """
            [{id, title, subtitle?, type, mode, status, questions, answered, right, score?, seconds, startedAt, \
            lastAccessedAt}]
            """
        case .bookmarks: "[{question, stem?, note?, createdAt}]"
        case .questions:
            """
            [{id, stem, kind, difficulty, channel, subChannel, answers, lastRight?, lastAt?, isBookmarked, isDue}]
            """
        }
    }

    struct Topic: Encodable {
        var id, title: String
        /// `channel`, `subChannel`, `certification`, `domain`, `path`, `milestone`, `list` or `tag`.
        var type: String
        var questions: Int
    }

    struct Channel: Encodable {
        var id, title: String
        var questions, seen, right: Int
    }

    struct Certification: Encodable {
        var id, name, provider: String
        var examCode: String?
        var questions, seen, right: Int
    }

    struct Path: Encodable {
        var id, title, type: String
        var questions, seen, right: Int
        var hoursLeft: Double
        var milestones: [Channel]
    }

    struct Session: Encodable {
        var id, title: String
        var subtitle: String?
        var type, mode, status: String
        var questions, answered, right: Int
        var score: Double?
        var seconds: Int
        var startedAt, lastAccessedAt: String
    }

    struct Bookmark: Encodable {
        var question: String
        var stem, note: String?
        var createdAt: String
    }

    struct Question: Encodable {
        var id, stem, kind, difficulty, channel, subChannel: String
        var answers: Int
        var lastRight: Bool?
        var lastAt: String?
        var isBookmarked, isDue: Bool
    }
}

extension Timestamp {
    /// As JSON has it: ISO 8601, in UTC.
    var iso: String { text.split(separator: " ").joined(separator: "T") + "Z" }
}
