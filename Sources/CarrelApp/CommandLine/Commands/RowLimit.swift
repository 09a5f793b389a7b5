/// How many rows of a long list are wanted: `--limit N`, or all.
struct RowLimit {
    /// The rows that were fetched.
    struct Page<Row> {
        var rows: [Row]
        /// Where they end though there are more; nil where these are all.
        var limit: Int?
    }

    private static let pageSize = 1000
    /// Nil for all.
    let count: Int?

    /// - Throws: `UsageError` where `--limit` is neither a number nor `all`.
    init(_ invocation: Invocation, usual: Int) throws(UsageError) {
        guard let text = invocation.options["--limit"] else {
            count = usual
            return
        }
        if text == "all" {
            count = nil
            return
        }
        guard let number = Int(text), number > 0 else {
            throw UsageError("--limit \(text): expected a number from 1 on, or all")
        }
        count = number
    }

    /// Fetches page after page.
    ///
    /// - Parameter fetch: Given the last row so far and how many are wanted.
    func rows<Row>(_ fetch: (Row?, Int) throws -> [Row]) throws -> Page<Row> {
        var rows: [Row] = []
        while true {
            // One more than is wanted says whether there are more.
            let wanted = count.map { min(Self.pageSize - 1, $0 - rows.count) + 1 } ?? Self.pageSize
            let page = try fetch(rows.last, wanted)
            rows += page
            if let count, rows.count > count { return Page(rows: Array(rows.prefix(count)), limit: count) }
            if page.count < wanted { return Page(rows: rows, limit: nil) }
        }
    }
}
