import CarrelCore
import CarrelStorage

extension StorePerformer {
    /// A question with all that the learner has added to it; nil where no pack here has it.
    func item(_ id: String) throws -> StudyItem? {
        guard let stored = try store.question(id) else { return nil }
        let review = try store.reviewState(of: id)
        var item = StudyItem(
            question: stored.question, contentHash: stored.contentHash, isRetired: stored.isRetired,
            retiredOptions: stored.retiredOptions, isBookmarked: try store.isBookmarked(id),
            hasRelated: try store.hasRelatedQuestions(id), note: try store.note(of: id),
            corrections: stored.corrections, isSuspended: review?.isSuspended ?? false,
            isBuried: review?.buriedUntil.map { $0 > clock().at } ?? false,
            isSeen: try store.isAnswered(id) && runningExam(asking: id) == nil,
            reports: try store.reportCount(of: id),
            dayStart: try learnerSettings().dayStartMinutes)
        if case .simulation(let world) = stored.question.payload { item.shell = try store.shell(world.shell) }
        return item
    }
}
