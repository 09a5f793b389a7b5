/// The elements of a long list in the pages they came in: adding a page moves none that are there.
struct PagedArray<Element: Sendable>: RandomAccessCollection, Sendable {
    private var pages: [[Element]] = []
    /// Where each page begins.
    private var starts: [Int] = []
    private(set) var count = 0

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    mutating func append(_ page: [Element]) {
        guard !page.isEmpty else { return }
        starts.append(count)
        pages.append(page)
        count += page.count
    }

    subscript(position: Int) -> Element {
        precondition(position >= 0 && position < count, "no element \(position) of \(count)")
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= position { low = middle } else { high = middle }
        }
        return pages[low][position - starts[low]]
    }
}
