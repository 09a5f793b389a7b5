/// The rows of a list that is fetched a page at a time.
struct PagedRows<Row: Sendable>: Sendable {
    static var pageSize: Int { 100 }

    /// Fetched so far; nil before the first page is here.
    private(set) var rows: PagedArray<Row>?
    /// Whether there is no page after these.
    private(set) var isWhole = false

    /// - Parameter isFirst: The list is fetched anew from its start.
    mutating func take(_ page: [Row], isFirst: Bool) {
        if isFirst || rows == nil { rows = PagedArray() }
        rows?.append(page)
        isWhole = page.count < Self.pageSize
    }

    /// The row to fetch on after, when what is looked at nears the end of what is here; nil when that is not needed.
    func last(nearing furthest: Int) -> Row? {
        guard !isWhole, let rows, furthest + Self.pageSize / 2 > rows.count else { return nil }
        return rows.last
    }
}
