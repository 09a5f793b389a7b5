import CarrelCore

extension Store {
    /// The tags or companies of a scope's active questions, the most frequent first.
    ///
    /// - Returns: Nil where the scope has more questions than are looked at one by one (2,000).
    public func labels(_ label: QuestionLabel, in scope: QuestionScope, limit: Int) throws -> [LabelCount]? {
        try database.snapshot {
            let count = try count(in: scope, matching: QuestionFilter(), atMost: FilteredQuery.few)
            guard count.isExact, count.number <= FilteredQuery.few else { return nil }
            let query = try FilteredQuery(scope, for: self).query()
            let (table, column) = label == .tag ? ("questionTags", "tag") : ("questionCompanies", "company")
            return try database.rows(
                """
                SELECT x.\(column), COUNT(*) FROM (SELECT d.docid AS docid FROM \(query.rows) WHERE \(query.condition)) s
                  CROSS JOIN \(table) x ON x.docid = s.docid GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?
                """, binding: query.values + [limit] as [any Bindable]
            ) { LabelCount(label: $0.text(0), questions: $0.int(1)) }
        }
    }
}
