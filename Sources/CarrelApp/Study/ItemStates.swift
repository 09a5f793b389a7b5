import CarrelCore
import CarrelStorage

/// A question that the learner may have taken out of draws.
protocol SetAside {
    var isSuspended: Bool { get }
    /// Until the learner's day ends.
    var isBuried: Bool { get }
}

extension StudyItem: SetAside {}
extension QuestionRow: SetAside {}

extension SetAside {
    /// `suspended` or `buried`; nil for a question that is drawn as any other.
    var setAside: String? { isSuspended ? "suspended" : isBuried ? "buried" : nil }
}

extension StudyItem {
    /// How hard it is and how it stands with the learner, each in a word.
    ///
    /// - Parameter isFlagged: In the session that asks it.
    func states(isFlagged: Bool) -> [String] {
        [
            question.difficulty.rawValue, isBookmarked ? "bookmarked" : nil, isFlagged ? "flagged" : nil, setAside,
        ].compactMap(\.self)
    }

    /// What the learner should know of it since it was answered; nil where there is nothing.
    func notice(of answer: StandingAnswer?) -> String? {
        if isRetired { return "The author retired this item; your answer is kept" }
        if let hash = answer?.contentHash, hash != contentHash {
            return "The author changed this item; your answer is kept"
        }
        if isGradedByAnotherKey(answer) { return "The key is yours since; this answer keeps its grade" }
        let isKeyLeft = corrections.contains { $0.field.isKey && !$0.isApplied }
        return answer != nil && isKeyLeft ? "Your key no longer fits: the author's counts again" : nil
    }

    /// The learner corrected its key since it was answered: what is answered keeps its grade.
    func isGradedByAnotherKey(_ answer: StandingAnswer?) -> Bool {
        guard question.kind.isChoice, let answer, let given = answer.grade,
            corrections.contains(where: { $0.field.isKey && $0.isApplied })
        else { return false }
        return grade(answer.selection) != given
    }
}
