import CarrelCore
import CarrelTerminal

// What the learner adds to the question on screen while it is there: notes, corrections, setting it aside.

extension PracticeScreen {
    /// Asks for the item on screen once more: something may have been added to it.
    mutating func renewal() -> [Effect] {
        guard item != nil, phase != .loading, phase != .missing else { return [] }
        isRenewing = true
        return [.perform(.fetch(.item(questionId)))]
    }

    /// Takes in what was added to the item on screen, which stays in its phase, with what is chosen and typed.
    ///
    /// - Returns: False where there is nothing to renew: the item is to be shown as it is met.
    mutating func renew(_ found: StudyItem?) -> Bool {
        defer { isRenewing = false }
        guard isRenewing, let found, item?.question.id == found.question.id, phase != .loading else { return false }
        item = found
        clampScroll()
        return true
    }
}
