import CarrelCore

/// Journals as bad as merges can make them: events before what they are about, undos of anything, entries twice,
/// kinds of the future, few sessions and questions so that all of it collides.
struct JournalGenerator {
    static let questions = ["alpha", "beta", "gamma", "delta", "nowhere"]
    static let certifications: [String?] = ["cert-one", "cert-two", nil]
    static let domains: [String?] = ["networking", "security", nil]

    private var random: SplitMix64
    private var sessions: [String] = []
    private var ids: [String] = []
    private var serial = 0

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        sessions = (0..<6).map { Self.id("session-\($0)") }
    }

    /// A ULID that is always the same for the same name.
    static func id(_ name: String) -> String {
        var digits = SplitMix64(seed: fnv1a64(name))
        return ULID(at: Timestamp(milliseconds: 1_780_000_000_000), using: &digits).description
    }

    /// Entries in the order they arrive.
    mutating func arrivals(_ count: Int) -> [JournalEntry] {
        var out: [JournalEntry] = []
        for session in sessions where chance(80) { out.append(start(session)) }
        while out.count < count { out.append(entry()) }
        for entry in out where chance(8) {
            var again = entry
            again.ord += Int64(pick(0..<400)) - 200
            out.append(again)
        }
        return out.shuffled(using: &random)
    }

    mutating func chance(_ percent: Int) -> Bool { pick(0..<100) < percent }

    mutating func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[pick(values.indices)] }

    mutating func shuffled<Value>(_ values: [Value]) -> [Value] { values.shuffled(using: &random) }

    // MARK: Entries

    private mutating func start(_ id: String) -> JournalEntry {
        let items = shuffled(Self.questions).map {
            DrawnItem(questionId: $0, options: ["a", "b"], isScored: chance(75))
        }
        let event = SessionStarted(
            type: pick(SessionType.allCases), mode: pick(SessionMode.allCases), key: pick(["key-a", "key-b"]),
            title: "T", subtitle: chance(50) ? "s" : nil, certificationId: pick(Self.certifications), items: items,
            timeLimit: chance(50) ? 600 : nil)
        return placed(
            JournalEntry(
                id: id, ord: 0, hlc: 0, at: Timestamp(milliseconds: 0), zone: 0, sessionId: id,
                event: .sessionStarted(event)))
    }

    private mutating func entry() -> JournalEntry {
        serial += 1
        let id = Self.id("entry-\(serial)")
        ids.append(id)
        var entry = placed(
            JournalEntry(
                id: id, ord: 0, hlc: 0, at: Timestamp(milliseconds: 0), zone: 0, event: event()))
        let isAboutLearner =
            switch entry.event {
            case .settingChanged, .goalSet, .goalCleared, .memoryModel: true
            default: false
            }
        if chance(isAboutLearner ? 5 : 92) { entry.sessionId = pick(sessions) }
        if chance(isAboutLearner ? 5 : 95) { entry.questionId = pick(Self.questions) }
        if case .undone = entry.event {
            entry.target =
                chance(20) ? Self.id("entry-\(serial + pick(1..<30))") : chance(10) ? pick(sessions) : pick(ids)
        }
        return entry
    }

    /// Close together, so that orders tie; wall time runs apart from them.
    private mutating func placed(_ entry: JournalEntry) -> JournalEntry {
        var entry = entry
        entry.hlc = 1_000 + Int64(pick(0..<600))
        entry.ord = chance(85) ? entry.hlc : entry.hlc - Int64(pick(0..<300))
        entry.at = Timestamp(milliseconds: 1_780_000_000_000 + entry.hlc * 7_200_000 + Int64(pick(0..<90_000_000)))
        entry.zone = pick([0, 60, -480, 330, 100_000])
        return entry
    }

    private mutating func event() -> JournalEvent {
        switch pick(0..<100) {
        case 0..<28: .answerGiven(answer())
        case 28..<40:
            .answerGraded(
                AnswerGraded(
                    isCorrect: chance(60), score: Double(pick(0..<5)) / 4,
                    grade: chance(70) ? pick(Rating.allCases) : nil, isSubmission: chance(20)))
        case 40..<46: .itemMarked(ItemMarked(isMarked: chance(60)))
        case 46..<49: .optionStruck(OptionStruck(option: pick(["a", "b", "c"]), isStruck: chance(60)))
        case 49..<51: .scratchNoted(ScratchNoted(text: pick(["", "note", "other"])))
        case 51..<56: .bookmarkSet(BookmarkSet(note: chance(50) ? "n\(serial)" : nil))
        case 56..<59: .bookmarkCleared(BookmarkCleared())
        case 59..<61: .feedbackGiven(FeedbackGiven(type: pick(FeedbackGiven.Kind.allCases), message: "m\(serial)"))
        case 61..<63: .errataSet(ErrataSet(field: pick(["answer", "tldr"]), value: "v\(serial)"))
        case 63..<64: .errataCleared(ErrataCleared(field: pick(["answer", "tldr"])))
        case 64..<66: .questionSuspended(QuestionSuspended())
        case 66..<68: .questionUnsuspended(QuestionUnsuspended())
        case 68..<70: .questionBuried(QuestionBuried(until: Timestamp(milliseconds: 1_785_000_000_000)))
        case 70..<73: .sessionCompleted(completion())
        case 73..<75: .sessionAbandoned(SessionAbandoned())
        case 75..<77: .sessionPaused(SessionPaused())
        case 77..<79: .sessionResumed(SessionResumed())
        case 79..<81: .settingChanged(SettingChanged(key: pick(["name", "retention"]), value: "v\(serial)"))
        case 81..<82: .goalSet(GoalSet(key: pick(["exam", "minutes"]), value: "v\(serial)"))
        case 82..<83: .goalCleared(GoalCleared(key: pick(["exam", "minutes"])))
        case 83..<85: .memoryModel(model())
        case 85..<87: .prediction(Prediction(pPass: 0.5, low: 0.25, high: 0.75, isReady: chance(50)))
        case 87..<97: .undone(Undone())
        case 97..<98: .unknown(kind: "somethingNew", version: 1, body: "{\"a\":1}")
        case 98..<99:
            chance(50)
                ? .unknown(kind: "answerGiven", version: 2, body: "{\"selection\":{}}")
                : .unknown(kind: "sessionCompleted", version: 1, body: "{\"score\":\"all\"}")
        default: .unknown(kind: "answerGiven", version: 1, body: "[\"not an answer\"]")
        }
    }

    private mutating func answer() -> AnswerGiven {
        let isGraded = chance(60)
        let selection: AnswerGiven.Selection = pick([
            .none, .chosen(["b", "a"]), .ordered(["b", "a"]), .paired(["x": "1", "y": "2"]),
        ])
        return AnswerGiven(
            selection: selection, response: chance(20) ? "typed" : nil, isCorrect: isGraded ? chance(60) : nil,
            score: isGraded ? Double(pick(0..<4)) / 3 : nil,
            grade: isGraded && chance(80) ? pick(Rating.allCases) : nil,
            confidence: chance(50) ? pick(Confidence.allCases) : nil, contentHash: "h",
            certificationId: pick(Self.certifications), domainId: pick(Self.domains),
            elapsedMs: chance(3) ? Int.max : chance(3) ? -5 : pick(0..<90_000))
    }

    private mutating func completion() -> SessionCompleted {
        SessionCompleted(
            score: chance(80) ? Double(pick(0..<1000)) / 10 : nil,
            result: chance(50) ? SessionResult(earned: 700, possible: 1000, scaledScore: 720, passed: chance(50)) : nil)
    }

    private mutating func model() -> MemoryModel {
        switch pick(0..<4) {
        case 0: MemoryModel(weights: [1, 2])
        case 1: MemoryModel(retention: 0.8)
        case 2: MemoryModel(learningSteps: [], relearningSteps: [])
        default: MemoryModel(maximumInterval: 30)
        }
    }
}
