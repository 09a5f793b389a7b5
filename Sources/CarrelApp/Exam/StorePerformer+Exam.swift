import CarrelCore
import CarrelStorage

// Drawing an exam, handing it in, and what it came to.

extension StorePerformer {
    /// Kinds that an exam can ask: those that grade themselves.
    static var examined: Set<QuestionKind> { askable.subtracting([.free]) }

    /// More than any exam takes of a domain, and quick on the largest bank.
    private static let reach = 300

    func examPage(_ id: String) throws -> ExamPageFacts? {
        guard let certification = try store.certification(id) else { return nil }
        let available = try certification.domains.map { domain in
            try store.candidateCount(
                in: .certification(id, domain: domain.id), what: .all, kinds: Self.examined,
                atMost: certification.rules.questions)
        }
        let count = ExamDraw.Blueprint(
            certification.rules, weights: certification.domains.map(\.weight), available: available
        ).count
        return ExamPageFacts(
            certification: certification, rules: certification.rules.shortened(to: count),
            available: available.reduce(0, +), active: try store.activeSession(key: .exam(certification: id)),
            asksConfidence: try certification.rules.asksConfidence || learnerSettings().asksConfidence,
            attempts: try store.exams(of: id, limit: 20).map { ExamAttempt($0, now: clock()) })
    }

    /// Draws an exam and starts it, or names the one under way.
    func sit(_ request: ExamRequest) throws -> Reply {
        try store.together {
            let key = SessionKey.exam(certification: request.certification)
            if !request.startsOver, let active = try store.activeSession(key: key) {
                return .alreadyActive(session: active.id, answered: active.completedItems, total: active.totalItems)
            }
            guard let certification = try store.certification(request.certification) else { return .nothingToAsk }
            let items = try examItems(of: certification)
            guard !items.isEmpty else { return .nothingToAsk }
            let rules = certification.rules.shortened(to: items.count)
            let started = SessionStarted(
                type: .certification, mode: .exam, key: key.text, title: certification.name,
                certificationId: certification.id, items: items, timeLimit: rules.minutes * 60, rules: rules)
            let id = store.newId()
            var events = try abandoned(key)
            events.append(NewEvent(.sessionStarted(started), sessionId: id))
            var place = SessionPlace(cursor: 0)
            place.exam = ExamPlace(clock: SessionClock(from: clock()))
            try store.record(events, keeping: (id, place))
            return .started(session: id)
        }
    }

    private func examItems(of certification: Certification) throws -> [DrawnItem] {
        let pools = try certification.domains.map { domain in
            try store.candidates(
                in: .certification(certification.id, domain: domain.id), what: .unseenFirst, kinds: Self.examined,
                limit: max(Self.reach, certification.rules.questions))
        }
        // Any of the new ones may come, and all of them before those seen longest ago.
        let ids = pools.map { pool in
            pool.filter(\.isUnseen).map(\.id).shuffled(using: &generator)
                + pool.filter { !$0.isUnseen }.map(\.id)
        }
        let blueprint = ExamDraw.Blueprint(
            certification.rules, weights: certification.domains.map(\.weight), available: ids.map(\.count))
        let picks = ExamDraw.picks(blueprint, from: ids, using: &generator)
        let isScored = Dictionary(picks.map { ($0.questionId, $0.isScored) }) { first, _ in first }
        return try drawn(picks.map(\.questionId)).map { item in
            var item = item
            item.isScored = isScored[item.questionId] ?? true
            return item
        }
    }

    func itemTitles(_ ids: [String]) throws -> ItemTitles {
        var titles = ItemTitles()
        var names: [String: [String: String]] = [:]
        for stored in try store.questions(ids: ids) {
            titles.stems[stored.id] = stored.question.stem
            titles.asked[stored.id] = AnswerPad(stored.question, order: [])?.amount.asked
            guard let certification = stored.question.certification, let domain = stored.question.domain else {
                continue
            }
            if names[certification] == nil {
                let domains = try store.certification(certification)?.domains ?? []
                names[certification] = Dictionary(domains.map { ($0.id, $0.name) }) { first, _ in first }
            }
            titles.domains[stored.id] = names[certification]?[domain] ?? domain
        }
        return titles
    }

    // MARK: Handing in

    /// Grades every item, ends the session and says what it came to: all of it in one transaction, and once.
    func submit(_ id: String) throws -> Reply {
        try store.together {
            guard let stored = try store.session(id) else { return .nothingToAsk }
            guard stored.row.status == .active else { return .recorded }
            let session = StudySession(stored)
            let rules = session.sittingRules
            let questions = Dictionary(
                try store.questions(ids: stored.items.map(\.questionId)).map { ($0.id, $0.question) }
            ) { first, _ in first }
            var events: [NewEvent] = []
            var scored: [ExamScore.Item] = []
            for item in stored.items {
                let answer = session.answers[item.questionId] ?? StandingAnswer()
                // What no pack has any more cannot be graded, and counts neither way.
                guard let question = questions[item.questionId],
                    let graded = try grade(answer, of: question, allowsPartialCredit: rules.allowsPartialCredit)
                else { continue }
                let grade = session.isAnswered(item.questionId) ? graded : .wrong
                events.append(
                    NewEvent(
                        .answerGraded(
                            AnswerGraded(
                                isCorrect: grade.isCorrect, score: grade.score,
                                grade: Rating(isCorrect: grade.isCorrect, confidence: answer.confidence),
                                isSubmission: true)), sessionId: id, questionId: item.questionId))
                scored.append(
                    ExamScore.Item(domain: question.domain, isScored: item.isScored, score: grade.score))
            }
            let score = ExamScore(scored, rules: rules)
            var result = score.result
            if session.rules == nil { (result.scaledScore, result.passed) = (nil, nil) }
            events.append(
                NewEvent(
                    .sessionCompleted(
                        SessionCompleted(
                            score: score.points.possible == 0 ? nil : 100 * score.points.share, result: result)),
                    sessionId: id))
            try store.record(events)
            return .recorded
        }
    }

    /// Nil where the devices of a simulation are in no pack.
    private func grade(
        _ answer: StandingAnswer, of question: Question, allowsPartialCredit: Bool
    ) throws -> AnswerGrade? {
        guard case .simulation(let world) = question.payload else {
            return question.grade(answer.selection, allowsPartialCredit: allowsPartialCredit) ?? .wrong
        }
        guard let shell = try store.shell(world.shell) else { return nil }
        return SimulationPad(world, shell: shell, response: answer.response).grade
            .answerGrade(allowsPartialCredit: allowsPartialCredit)
    }

    // MARK: The result

    /// Attempts before that a domain is compared with.
    private static let trend = 3

    func examResult(_ id: String) throws -> ExamResultFacts? {
        guard let stored = try store.session(id), stored.row.status == .completed, let result = stored.result else {
            return nil
        }
        let session = StudySession(stored)
        var facts = ExamResultFacts(session: session, row: stored.row, rules: session.sittingRules, result: result)
        let questions = try store.questions(ids: stored.items.map(\.questionId))
        let certification = try stored.row.certificationId.flatMap { try store.certification($0) }
        let names = Dictionary((certification?.domains ?? []).map { ($0.id, $0.name) }) { first, _ in first }
        for question in questions {
            facts.stems[question.id] = question.question.stem
            facts.questions[question.id] = question.question
            facts.domainOf[question.id] = question.question.domain.map { names[$0] ?? $0 }
        }
        let domainIds = Dictionary(questions.map { ($0.id, $0.question.domain) }) { first, _ in first }
        func points(_ session: StudySession, _ domains: [String: String?]) -> [String: ExamScore.Points] {
            ExamScore(
                session.items.compactMap { item in
                    guard let grade = session.answers[item.questionId]?.grade else { return nil }
                    return ExamScore.Item(
                        domain: domains[item.questionId] ?? nil, isScored: item.isScored, score: grade.score)
                }, rules: facts.rules
            ).domains
        }
        let own = points(session, domainIds)
        // A session against the clock is no attempt at the exam.
        if let certification = stored.row.certificationId, stored.row.mode == .exam {
            facts.earlier = try store.exams(of: certification, limit: 20)
                .filter { $0.row.id != id && $0.row.endedAt < stored.row.endedAt }
                .map { ExamAttempt($0, now: clock()) }
        }
        var before: [[String: ExamScore.Points]] = []
        for row in facts.earlier.prefix(Self.trend).reversed() {
            guard let session = try store.session(row.id) else { continue }
            let domains = Dictionary(
                try store.questions(ids: session.items.map(\.questionId)).map { ($0.id, $0.question.domain) }
            ) { first, _ in first }
            before.append(points(StudySession(session), domains))
        }
        facts.domains = (certification?.domains ?? []).compactMap { domain in
            own[domain.id].map {
                ExamResultFacts.Domain(
                    id: domain.id, name: domain.name, weight: domain.weight, points: $0,
                    before: before.compactMap { $0[domain.id]?.share })
            }
        }
        // What does not count earns no marks either.
        for item in session.items where item.isScored {
            if let answer = session.answers[item.questionId], let confidence = answer.confidence {
                facts.certainty.add(confidence, isCorrect: answer.isRight)
            }
        }
        return facts
    }
}

extension SessionRow {
    fileprivate var endedAt: Timestamp { completedAt ?? startedAt }
}

/// An exam that is wanted.
struct ExamRequest: Equatable, Sendable {
    var certification: String
    /// Starts anew even where one is under way.
    var startsOver = false
}
