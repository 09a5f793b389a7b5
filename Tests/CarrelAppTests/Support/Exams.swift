import CarrelCore

@testable import CarrelApp
@testable import CarrelStorage

/// An exam of two items under way, one that is over, and the page before it.
enum Exams {
    static let rules: ExamRules = {
        var rules = ExamRules(questions: 90, minutes: 90, pass: 750)
        rules.scale = ExamRules.Scale(low: 100, high: 900)
        rules.unscored = 5
        rules.warnings = [15, 5, 1]
        return rules
    }()

    /// Rules with parts of one item each.
    static func rules(parts: [Int], lock: Bool) -> ExamRules {
        var rules = Exams.rules
        rules.sections = parts.enumerated().map { index, minutes in
            ExamRules.Section(id: "part\(index)", questions: 1, minutes: minutes, locks: lock)
        }
        return rules
    }

    /// - Parameter count: Items, of which the first two are questions that are here.
    static func session(_ rules: ExamRules = Exams.rules, mode: SessionMode = .exam) -> StudySession {
        var session = Samples.session([Samples.single, Samples.multiple])
        session.title = "CompTIA Security+"
        session.subtitle = nil
        session.mode = mode
        session.rules = mode == .exam ? rules : nil
        session.timeLimit = 90 * 60
        session.startedAt = Moment.noon.at
        return session
    }

    static func store(_ rules: ExamRules = Exams.rules, mode: SessionMode = .exam) -> ScriptedStore {
        let store = Samples.store(Samples.single, Samples.multiple)
        store.session = session(rules, mode: mode)
        script(store)
        store.session = session(rules, mode: mode)
        return store
    }

    /// - Parameter first: The item that stands before the others.
    static func script(_ store: ScriptedStore, first: Question? = nil) {
        store.session = session()
        store.items = [Samples.item(Samples.single), Samples.item(Samples.multiple)]
        if let first {
            store.session?.items.insert(contentsOf: Samples.session([first]).items, at: 0)
            store.items.insert(Samples.item(first), at: 0)
        }
        let stems = ["time-wait": Samples.single.stem, "half-open": Samples.multiple.stem]
        let titles = ItemTitles(stems: stems, domains: ["time-wait": "Operations", "half-open": "Architecture"])
        store.reply(to: .itemTitles(["time-wait", "half-open"]), with: .itemTitles(titles))
        store.reply(to: .examPage("security-plus"), with: .examPage(page))
        store.reply(to: .examResult("s1"), with: .examResult(result))
    }

    static let page: ExamPageFacts = {
        var certification = Certification(
            id: "security-plus", name: "CompTIA Security+", provider: "CompTIA", description: "Security.",
            category: "security", difficulty: .intermediate,
            domains: [Certification.Domain(id: "threats", name: "Threats", weight: 100)], rules: rules)
        certification.examCode = "SY0-701"
        var facts = ExamPageFacts(certification: certification, rules: rules.shortened(to: 45), available: 45)
        facts.attempts = [attempt("a1", score: 710, passed: false), attempt("a2", score: 820, passed: true)]
        return facts
    }()

    /// On the scale of `rules`.
    static func attempt(_ id: String, score: Int, passed: Bool) -> ExamAttempt {
        let result = SessionResult(earned: score, possible: 1000, scaledScore: score, passed: passed)
        let row = row(id, score: Double(score) / 10, passed: passed)
        return ExamAttempt(SatExam(row: row, rules: rules, result: result), now: .noon)
    }

    static func row(_ id: String, score: Double, passed: Bool) -> SessionRow {
        SessionRow(
            id: id, type: .certification, mode: .exam, key: "certification-session-security-plus",
            title: "CompTIA Security+", subtitle: nil, channelId: nil, certificationId: "security-plus",
            status: .completed, totalItems: 2, completedItems: 2, correctAnswers: 1, progress: 100,
            startedAt: Moment.noon.at.adding(seconds: -7200), lastAccessedAt: Moment.noon.at,
            completedAt: Moment.noon.at.adding(seconds: -3600), score: score, passed: passed, timeLimit: 5400,
            timeSpent: 95)
    }

    static let result: ExamResultFacts = {
        var session = Exams.session()
        session.status = .completed
        session.answers = [
            "time-wait": StandingAnswer(
                selection: .chosen(["passive"]), grade: .wrong, confidence: .sure, elapsedMs: 65_000),
            "half-open": StandingAnswer(
                selection: .chosen(["waits", "sends"]), grade: .right, confidence: .guess, elapsedMs: 30_000),
        ]
        session.marks.flagged = ["half-open"]
        var facts = ExamResultFacts(
            session: session, row: row("s1", score: 50, passed: false), rules: rules,
            result: SessionResult(earned: 1000, possible: 2000, scaledScore: 500, passed: false))
        facts.domains = [
            ExamResultFacts.Domain(
                id: "threats", name: "Threats, Vulnerabilities and Mitigations", weight: 60,
                points: ExamScore.Points(earned: 0, possible: 1000), before: [0.25, 0.5]),
            ExamResultFacts.Domain(
                id: "operations", name: "Security Operations", weight: 40,
                points: ExamScore.Points(earned: 1000, possible: 1000), before: [0.4]),
        ]
        facts.certainty.add(.sure, isCorrect: false)
        facts.certainty.add(.guess, isCorrect: true)
        facts.earlier = [attempt("a1", score: 440, passed: false)]
        facts.stems = ["time-wait": Samples.single.stem, "half-open": Samples.multiple.stem]
        facts.questions = ["time-wait": Samples.single, "half-open": Samples.multiple]
        facts.domainOf = ["time-wait": facts.domains[0].name, "half-open": facts.domains[1].name]
        return facts
    }()
}
