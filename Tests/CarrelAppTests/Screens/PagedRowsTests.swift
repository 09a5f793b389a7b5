import Testing

@testable import CarrelApp

@Suite("Rows by the page")
struct PagedRowsTests {
    private let page = Array(0..<PagedRows<Int>.pageSize)

    @Test("The next page is wanted near the end of what is here, and never after the last one")
    func next() {
        var rows = PagedRows<Int>()
        #expect(rows.last(nearing: 0) == nil && rows.rows == nil)
        rows.take(page, isFirst: true)
        #expect(rows.last(nearing: 0) == nil)
        #expect(rows.last(nearing: 75) == 99)
        rows.take([100, 101], isFirst: false)
        #expect(rows.rows?.count == 102)
        #expect(rows.isWhole && rows.last(nearing: 101) == nil)
    }

    @Test("Fetched anew it begins anew")
    func anew() {
        var rows = PagedRows<Int>()
        rows.take(page, isFirst: true)
        rows.take([7], isFirst: true)
        #expect(rows.rows.map(Array.init) == [7] && rows.isWhole)
    }
}
