import CarrelCore
import CarrelStorage

extension StorePerformer {
    /// Kinds that have a screen to be asked on.
    static let askable: Set<QuestionKind> = [.free, .single, .multiple, .ordering, .matching, .hotspot, .simulation]

    /// In one transaction: two terminals that start the same thing at once do not both get a session.
    func start(_ request: StudyRequest) throws -> Reply { try store.together { try begin(request) } }

    private func begin(_ request: StudyRequest) throws -> Reply {
        if !request.startsOver, let active = try store.activeSession(key: request.topic.key), !isSpent(active) {
            return .alreadyActive(session: active.id, answered: active.completedItems, total: active.totalItems)
        }
        let items = try draw(request)
        guard !items.isEmpty else { return .nothingToAsk }
        let topic = request.topic
        let limit = request.choices.limit.map { $0 * items.count }
        let started = SessionStarted(
            type: topic.type, mode: request.mode, key: topic.key.text, title: topic.title,
            subtitle: topic.subtitle,
            channelId: topic.channelId, certificationId: topic.certificationId, items: items,
            timeLimit: limit)
        let id = store.newId()
        var events = try abandoned(topic.key)
        events.append(NewEvent(.sessionStarted(started), sessionId: id))
        events += try remembered(request)
        guard limit != nil else {
            try store.record(events)
            return .started(session: id)
        }
        var place = SessionPlace(cursor: 0)
        place.exam = ExamPlace(clock: SessionClock(from: clock()))
        try store.record(events, keeping: (id, place))
        return .started(session: id)
    }

    /// A question on its own that is answered: opened again, it is asked again.
    private func isSpent(_ session: SessionRow) -> Bool {
        session.type == .test && session.completedItems >= session.totalItems
    }

    /// Starting over ends the active session of the key: at most one is active.
    func abandoned(_ key: SessionKey) throws -> [NewEvent] {
        // After a merge there may be several.
        try store.activeSessions(limit: 1000).filter { $0.key == key.text }
            .map { NewEvent(.sessionAbandoned(SessionAbandoned()), sessionId: $0.id) }
    }

    // MARK: Drawing

    /// Whether none of them is more urgent than another.
    private static func isUnordered(_ selection: QuestionSelection) -> Bool {
        ![.unseenFirst, .due, .wrong].contains(selection)
    }

    /// A longer look than any session: enough to choose among, and short on the largest bank.
    private static let reach = 500

    private func draw(_ request: StudyRequest) throws -> [DrawnItem] {
        let choices = request.choices
        // Asked for by name, it comes even where the learner set it aside.
        if case .test(let id) = request.topic.key { return try drawn([id]) }
        // Where the most urgent come first, none is looked at beyond those asked for.
        let reach = [.wrong, .due].contains(choices.what) ? 0 : Self.reach
        // Against the clock only what grades itself is asked.
        var candidates = try candidates(
            in: request.topic.scope, choices.what, kinds: choices.limit == nil ? Self.askable : Self.examined,
            limit: max(reach, choices.count ?? .max))
        if choices.what == .unseenFirst {
            // Any of the new ones may come, but all of them before those seen already; on a path the next ones do.
            var unseen = candidates.filter(\.isUnseen)
            if !request.topic.isGuided { unseen.shuffle(using: &generator) }
            candidates = unseen + candidates.filter { !$0.isUnseen }
        } else if choices.order == .mixed, Self.isUnordered(choices.what) {
            candidates.shuffle(using: &generator)
        }
        if let count = choices.count { candidates = Array(candidates.prefix(count)) }
        let drawn =
            choices.order == .mixed
            ? Draw.interleaved(candidates, topic: \.subChannel)
            : try blocked(candidates, of: request.topic)
        return try self.drawn(drawn.map(\.id))
    }

    /// Those of `ids` that can be asked here, their options shuffled.
    func drawn(_ ids: [String]) throws -> [DrawnItem] {
        try store.questions(ids: ids).filter { try !$0.isRetired && isAskable($0.question) }
            .map { stored in
                DrawnItem(
                    questionId: stored.id, options: Draw.order(of: stored.question, using: &generator))
            }
    }

    private func isAskable(_ question: Question) throws -> Bool {
        guard case .simulation(let world) = question.payload else { return Self.askable.contains(question.kind) }
        return try store.shell(world.shell) != nil
    }

    /// One thing after the other: as a path has it, else by sub-channel.
    private func blocked(_ candidates: [Candidate], of topic: StudyTopic) throws -> [Candidate] {
        guard topic.isGuided else {
            return candidates.sorted { ($0.subChannel, $0.id) < ($1.subChannel, $1.id) }
        }
        let chosen = Dictionary(candidates.map { ($0.id, $0) }) { first, _ in first }
        return try store.candidates(in: topic.scope, what: .all, limit: .max).compactMap { chosen[$0.id] }
    }

    private func candidates(
        in scope: QuestionScope, _ selection: QuestionSelection, kinds: Set<QuestionKind> = askable, limit: Int
    ) throws -> [Candidate] {
        let (scope, what) = candidates(of: selection, in: scope)
        return try store.candidates(in: scope, what: what, kinds: kinds, limit: limit)
    }

    /// Where the candidates of a selection are, and in which order they come.
    private func candidates(
        of selection: QuestionSelection, in scope: QuestionScope
    ) -> (QuestionScope, CandidateSelection) {
        switch selection {
        case .unseenFirst: return (scope, .unseenFirst)
        case .all: return (scope, .all)
        case .due: return (scope, .due(clock().at))
        case .wrong: return (scope, .wrong)
        case .flagged, .bookmarked, .slow, .sureButWrong:
            var filter = QuestionFilter()
            filter.statuses = selection.status.map { [$0] } ?? []
            return (.filtered(scope, filter), .all)
        }
    }

    // MARK: The set-up sheet

    func setUp(_ scope: QuestionScope) throws -> SetUpFacts {
        var facts = SetUpFacts()
        let all = try candidates(in: scope, .unseenFirst, limit: Self.reach + 1)
        facts.total = all.count
        facts.unseen = all.count(where: \.isUnseen)
        if all.count > Self.reach, let tally = try store.tally(in: scope) {
            // Too many to look at one by one: the kept counts, which count every kind.
            facts.total = tally.total
            facts.unseen = tally.total - tally.seen
        } else if all.count > Self.reach {
            var unseen = QuestionFilter()
            unseen.statuses = [.unseen]
            facts.total = try store.count(in: scope, matching: QuestionFilter()).number
            facts.unseen = try store.count(in: scope, matching: unseen).number
        }
        for selection in QuestionSelection.reviews {
            let (scope, what) = candidates(of: selection, in: scope)
            let count = try store.candidateCount(in: scope, what: what, kinds: Self.askable, atMost: Self.reach)
            if count > 0 { facts.reviews[selection] = count }
        }
        facts.graded = try store.candidateCount(in: scope, what: .all, kinds: Self.examined, atMost: Self.reach)
        let settings = try store.settings()
        facts.last = settings[Self.choicesKey].flatMap(StudyChoices.init(text:)) ?? StudyChoices()
        facts.last.showsClock = LearnerSettings(settings).showsTimer
        return facts
    }

    private static let choicesKey = SettingChanged.rememberedPrefix + "practice"

    /// The choices of the sheet come back next time; a session started without it leaves them alone.
    private func remembered(_ request: StudyRequest) throws -> [NewEvent] {
        guard request.remembersChoices else { return [] }
        let settings = try store.settings()
        var events: [NewEvent] = []
        if request.choices.text != settings[Self.choicesKey] ?? StudyChoices().text {
            events.append(
                NewEvent(.settingChanged(SettingChanged(key: Self.choicesKey, value: request.choices.text))))
        }
        var learner = LearnerSettings(settings)
        if request.choices.showsClock != learner.showsTimer {
            learner.showsTimer = request.choices.showsClock
            events.append(NewEvent(.settingChanged(learner.change(of: .timer))))
        }
        return events
    }

    // MARK: The summary

    func summary(_ id: String) throws -> SummaryFacts? {
        guard let stored = try store.session(id) else { return nil }
        var facts = SummaryFacts(session: StudySession(stored))
        facts.again = again(stored.row)
        let now = clock()
        let dayStart = try learnerSettings().dayStartMinutes
        let today = StudyDay(now.at, zone: now.zone, start: dayStart)
        for state in try store.reviewStates(of: stored.items.map(\.questionId)).values {
            guard let due = state.memory.due else { continue }
            let day = StudyDay(due, zone: now.zone, start: dayStart)
            if day <= today {
                facts.dueToday += 1
            } else if day.number == today.number + 1 {
                facts.dueTomorrow += 1
            } else {
                facts.dueLater += 1
            }
        }
        for question in try store.questions(ids: facts.missed) { facts.stems[question.id] = question.question.stem }
        return facts
    }

    /// The same topic once more, for sessions that have one.
    private func again(_ row: SessionRow) -> StudyTopic? {
        guard let key = SessionKey(text: row.key), let scope = QuestionScope(of: key, titled: row.title) else {
            return nil
        }
        return StudyTopic(
            scope: scope, key: key, type: row.type, title: row.title, subtitle: row.subtitle, channelId: row.channelId,
            certificationId: row.certificationId)
    }
}
