import CarrelCore
import CarrelStorage

extension StorePerformer {
    /// - Parameter cursor: Of the last row before the page; only the first page is counted, and none of a list narrowed by what is
    ///   typed: all titles would have to be read for it.
    func questions(_ scope: QuestionScope, after cursor: QuestionCursor?, sort: QuestionSort) throws -> Reply {
        let page = try store.questions(in: scope, sort: sort, after: cursor, limit: QuestionListScreen.pageSize)
        guard cursor == nil, scope.typed.isEmpty else { return .questions(page, total: nil) }
        let count = try store.count(in: scope, matching: QuestionFilter())
        return .questions(page, total: count.number, isExact: count.isExact)
    }

    /// - Parameter row: Nil where it is to be read.
    func preview(_ id: String, _ row: QuestionRow?) throws -> PreviewFacts? {
        guard let stored = try store.question(id) else { return nil }
        let row = try row ?? store.questions(in: .ids([id]), limit: 1).first
        return PreviewFacts(
            question: stored.question, row: row, note: try store.note(of: id),
            dayStart: try learnerSettings().dayStartMinutes)
    }

    private static let offered = 200

    func filterLabels(_ scope: QuestionScope) throws -> FilterLabels {
        if let tags = try store.labels(.tag, in: scope, limit: Self.offered),
            let companies = try store.labels(.company, in: scope, limit: Self.offered)
        {
            return FilterLabels(tags: tags, companies: companies)
        }
        return FilterLabels(
            tags: try store.labels(.tag, limit: Self.offered),
            companies: try store.labels(.company, limit: Self.offered),
            areOfScope: false)
    }
}
