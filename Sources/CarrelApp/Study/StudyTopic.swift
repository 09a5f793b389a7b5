import CarrelCore

/// Something that can be studied: which questions, and what a session over them is called.
struct StudyTopic: Equatable, Sendable {
    var scope: QuestionScope
    var key: SessionKey
    var type: SessionType
    var title: String
    var subtitle: String?
    var channelId: String?
    var certificationId: String?

    static func channel(_ id: String, title: String) -> StudyTopic {
        StudyTopic(
            scope: .channel(id, subChannel: nil), key: .channel(id), type: .channel, title: title, channelId: id)
    }

    static func subChannel(_ id: String, title: String, of channel: String, channelTitle: String) -> StudyTopic {
        StudyTopic(
            scope: .channel(channel, subChannel: id), key: .channel(channel, subChannel: id), type: .channel,
            title: channelTitle, subtitle: title, channelId: channel)
    }

    static func certification(_ id: String, name: String) -> StudyTopic {
        StudyTopic(
            scope: .certification(id, domain: nil), key: .certification(id), type: .certification, title: name,
            certificationId: id)
    }

    static func domain(_ id: String, name: String, of certification: String, title: String) -> StudyTopic {
        StudyTopic(
            scope: .certification(certification, domain: id), key: .certification(certification, domain: id),
            type: .certification, title: title, subtitle: name, certificationId: certification)
    }

    static func path(_ id: String, title: String) -> StudyTopic {
        StudyTopic(scope: .path(id), key: .path(id), type: .path, title: title)
    }

    static func milestone(_ id: String, title: String, of path: String, pathTitle: String) -> StudyTopic {
        StudyTopic(
            scope: .path(path, milestone: id), key: .path(path, milestone: id), type: .path, title: pathTitle,
            subtitle: title)
    }

    static func tag(_ tag: String) -> StudyTopic {
        StudyTopic(scope: .tag(tag), key: .tag(tag), type: .training, title: "Tag", subtitle: tag)
    }

    /// Every question whose last answer was wrong.
    static let wrong = StudyTopic(scope: .wrong, key: .wrong(), type: .training, title: "Wrong answers")

    static let bookmarks = StudyTopic(scope: .bookmarks, key: .bookmarks, type: .training, title: "Bookmarks")

    /// One question on its own.
    static func question(_ id: String, title: String) -> StudyTopic {
        StudyTopic(scope: .ids([id]), key: .test(id), type: .test, title: title, subtitle: "one question")
    }

    /// What was answered wrong in a session, once more.
    static func retry(_ questions: [String], of session: String, title: String) -> StudyTopic {
        StudyTopic(
            scope: .ids(questions), key: .wrong(session: session), type: .training, title: title,
            subtitle: "the wrong ones")
    }
}

/// Which questions of a topic a session takes.
enum QuestionSelection: String, CaseIterable, Sendable {
    case unseenFirst, all, due, wrong, flagged, bookmarked, slow, sureButWrong

    /// Those that take up again what was answered or set aside before.
    static let reviews: [QuestionSelection] = [.due, .wrong, .flagged, .bookmarked, .slow, .sureButWrong]

    /// How the questions stand that it takes; nil where that is no matter.
    var status: QuestionStatus? {
        switch self {
        case .unseenFirst, .all: nil
        case .due: .due
        case .wrong: .wrong
        case .flagged: .flagged
        case .bookmarked: .bookmarked
        case .slow: .slow
        case .sureButWrong: .sureButWrong
        }
    }
}

/// How a learner wants to study: the rows of the set-up sheet.
struct StudyChoices: Equatable, Sendable {
    /// Questions of a session; nil is all there are.
    var count: Int? = 10
    var what: QuestionSelection = .unseenFirst
    var order: Draw.Order = .mixed
    /// Whether the time spent stands on screen. Kept by itself, because `t` changes it during a session.
    var showsClock = false
    /// Seconds for each question; nil to study without a limit, and be told at once.
    var limit: Int?

    static let counts: [Int?] = [5, 10, 20, nil]
    static let limits: [Int?] = [nil, 60, 90]
}

extension StudyChoices {
    /// As it is kept among the learner's settings: `10 unseenFirst mixed`, `all wrong blocked 60`.
    var text: String {
        "\(count.map { "\($0)" } ?? "all") \(what.rawValue) \(order.rawValue)" + (limit.map { " \($0)" } ?? "")
    }

    /// Nil where the text is of another form, e.g. written by another version.
    init?(text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 3 || parts.count == 4, let what = QuestionSelection(rawValue: parts[1]),
            let order = Draw.Order(rawValue: parts[2]), parts[0] == "all" || Int(parts[0]).map({ $0 > 0 }) == true
        else { return nil }
        self.init(count: Int(parts[0]), what: what, order: order)
        guard let last = parts[safe: 3] else { return }
        guard let seconds = Int(last), (1...3600).contains(seconds) else { return nil }
        limit = seconds
    }
}

/// A session that is wanted.
struct StudyRequest: Equatable, Sendable {
    var topic: StudyTopic
    var choices = StudyChoices()
    /// Starts anew even where a session of the same key is active.
    var startsOver = false
    /// The choices were made on the set-up sheet, which shows them again next time.
    var remembersChoices = false

    var mode: SessionMode {
        if choices.limit != nil { return .timed }
        if case .wrong = topic.key { return .review }
        return QuestionSelection.reviews.contains(choices.what) ? .review : .practice
    }
}
