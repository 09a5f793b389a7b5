import CarrelStorage

/// What a learner did with one question, as far as the screen has said that it is kept.
struct SoakWork: Equatable {
    var isAnswered = false
    var note: String?
    var isBookmarked = false
}

/// What the file has to hold: what was acknowledged, and at most one thing of which the screen had said nothing yet.
struct SoakLedger {
    private(set) var acknowledged: [String: SoakWork] = [:]
    private(set) var underWay: (question: String, work: SoakWork)?
    /// Things the screen has said are kept.
    private(set) var count = 0
    /// What each of them changed, the last one last: what an undo takes back.
    private var before: [(question: String, work: SoakWork)] = []

    func work(on question: String) -> SoakWork { acknowledged[question] ?? SoakWork() }

    var canUndo: Bool { !before.isEmpty }

    /// A program of its own can take back only what it did itself.
    mutating func forgetHistory() { before = [] }

    /// Something is about to be sent.
    mutating func begin(_ question: String, _ change: (inout SoakWork) -> Void) {
        var work = work(on: question)
        change(&work)
        underWay = (question, work)
    }

    mutating func beginUndo() { underWay = before.last }

    /// The screen says that it is kept.
    mutating func acknowledge(isUndo: Bool = false) {
        guard let (question, work) = underWay else { return }
        if isUndo { before.removeLast() } else { before.append((question, self.work(on: question))) }
        acknowledged[question] = work
        underWay = nil
        count += 1
    }

    /// What the file holds otherwise than it has to, one line each. What was under way is settled as the file has it.
    mutating func losses(in store: Store) throws -> [String] {
        var losses: [String] = []
        let session = try store.activeSessions(limit: 1).first.flatMap { try store.session($0.id) }
        for question in Set(acknowledged.keys).union(underWay.map { [$0.question] } ?? []).sorted() {
            let found = SoakWork(
                isAnswered: session?.answers[question]?.isAnswered ?? false, note: try store.note(of: question),
                isBookmarked: try store.isBookmarked(question))
            let expected = work(on: question)
            let isUnderWay = underWay?.question == question && underWay?.work == found
            if found != expected, !isUnderWay { losses.append("\(question) is \(found), was said to be \(expected)") }
            acknowledged[question] = found
        }
        underWay = nil
        return losses
    }
}
