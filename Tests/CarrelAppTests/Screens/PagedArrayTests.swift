import Testing

@testable import CarrelApp

@Suite("A list in pages")
struct PagedArrayTests {
    @Test(
        "Elements come in order, whatever the pages' sizes",
        arguments: [[], [0], [3], [1, 1, 1], [4, 0, 2, 7], [200, 200, 31]])
    func order(sizes: [Int]) {
        var pages = PagedArray<Int>()
        var next = 0
        for size in sizes {
            pages.append(Array(next..<(next + size)))
            next += size
        }
        #expect(pages.count == next && Array(pages) == Array(0..<next))
        #expect(pages.indices.allSatisfy { pages[$0] == $0 })
        #expect(pages.last == (next == 0 ? nil : next - 1))
    }
}
