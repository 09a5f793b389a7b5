import CarrelCore
import CarrelStorage

// What the queries of the exam's screens come to.

/// What stands on the page before an exam.
struct ExamPageFacts: Equatable, Sendable {
    var certification: Certification
    /// As it will be sat here: with fewer items where the packs hold no more.
    var rules: ExamRules
    /// Questions that an exam can draw from.
    var available: Int
    /// One that is under way.
    var active: SessionRow?
    /// The learner is asked how sure they are of each answer.
    var asksConfidence = false
    /// Exams sat before, the last first.
    var attempts: [ExamAttempt] = []

    static let nothingToAsk = "No pack here has questions that this exam could ask."

    /// What the packs do not hold; nil where they hold as many as the real exam asks.
    var shortage: String? {
        guard rules.questions < certification.rules.questions else { return nil }
        return "The packs hold \(available) of the \(certification.rules.questions) questions of the real exam: this "
            + "one is shorter, with time in proportion."
    }
}

/// What an exam came to.
struct ExamResultFacts: Equatable, Sendable {
    /// One domain's part.
    struct Domain: Equatable, Sendable {
        var id: String
        var name: String
        /// Per cent of the exam.
        var weight: Int
        var points: ExamScore.Points
        /// Shares of the points in attempts before, 0…1, the latest last; those that asked nothing of it left out.
        var before: [Double] = []
    }

    var session: StudySession
    var row: SessionRow
    var rules: ExamRules
    /// Points and scale as they were when it was submitted.
    var result: SessionResult
    /// In the certification's order.
    var domains: [Domain] = []
    var certainty = Certainty()
    /// Exams sat before this one, the last first.
    var earlier: [ExamAttempt] = []
    /// Stems by question id.
    var stems: [String: String] = [:]
    /// Domain names by question id.
    var domainOf: [String: String] = [:]
    /// Those that a pack still holds, by their ids.
    var questions: [String: Question] = [:]

    /// Not right, in the order they were asked; those not answered with them. What was answered and is in no pack any
    /// more could not be graded: it is neither.
    var missed: [String] {
        session.items.map(\.questionId).filter { id in
            guard let answer = session.answers[id], session.isAnswered(id) else { return true }
            return answer.grade.map { !$0.isCorrect } ?? false
        }
    }
    var flagged: [String] { session.items.map(\.questionId).filter(session.marks.flagged.contains) }
    var unanswered: [String] { session.items.map(\.questionId).filter { !session.isAnswered($0) } }
    /// Wrong though the learner was sure.
    var confidentErrors: [String] { ids { $0.grade?.isCorrect == false && $0.confidence == .sure } }
    /// Right though the learner guessed.
    var luckyGuesses: [String] { ids { $0.isRight && $0.confidence == .guess } }
    /// Longer than twice the usual time of an item, the slowest first.
    var slow: [String] {
        let spent = session.items.map { ($0.questionId, session.answers[$0.questionId]?.elapsedMs ?? 0) }
        let median = spent.map(\.1).sorted()[safe: spent.count / 2] ?? 0
        return spent.filter { $0.1 > 2 * median && $0.1 > 60_000 }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    func questions(of domain: Domain) -> [String] {
        session.items.map(\.questionId).filter { domainOf[$0] == domain.name }
    }

    /// What can be gone through again, item by item; only what there is.
    var reviews: [(label: String, questions: [String])] {
        [
            ("Review what was not right", missed), ("Review the flagged", flagged),
            ("Review sure but wrong", confidentErrors), ("Review lucky guesses", luckyGuesses),
            ("Review the slow ones", slow), ("Review all answers", session.items.map(\.questionId)),
        ].filter { !$0.1.isEmpty }
    }

    private func ids(_ isIn: (StandingAnswer) -> Bool) -> [String] {
        session.items.map(\.questionId).filter { isIn(session.answers[$0] ?? StandingAnswer()) }
    }
}

extension StandingAnswer {
    var isRight: Bool { grade?.isCorrect == true }
}

extension StudySession {
    /// Whether there is an answer: one that was taken away again is none.
    func isAnswered(_ question: String) -> Bool {
        guard let answer = answers[question] else { return false }
        return !answer.selection.isEmpty || answer.response?.isEmpty == false
    }

    /// Items with an answer.
    var answered: Int { items.count { isAnswered($0.questionId) } }

    /// What it is sat under: a timed session without rules of its own leaves everything free.
    var sittingRules: ExamRules {
        if let rules { return rules }
        var rules = ExamRules(questions: items.count, minutes: (timeLimit ?? 0) / 60, pass: 0)
        rules.allowsPartialCredit = true
        rules.warnings = [5, 1]
        return rules
    }
}
