import CarrelCore

extension Store {
    /// One page of the tags that active questions have, in order.
    ///
    /// - Parameter last: The last tag of the page before; nil for the first page.
    public func tags(after last: String? = nil, limit: Int) throws -> [TagRow] {
        // No tag is empty: the first page begins after that.
        try database.rows(
            """
            SELECT key, total, seen, correct FROM facetCounts
             WHERE userId = ? AND facet = 'tag' AND key > ? ORDER BY key LIMIT ?
            """, learner, last ?? "", limit
        ) { TagRow(tag: $0.text(0), tally: Tally(total: $0.int(1), seen: $0.int(2), correct: $0.int(3))) }
    }
}
