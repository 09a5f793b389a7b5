import Testing

@testable import CarrelApp

@Suite("The rows of a long list")
struct RowLimitTests {
    private func limit(_ text: String?) throws -> RowLimit {
        try RowLimit(Invocation(command: "list", options: text.map { ["--limit": $0] } ?? [:]), usual: 3)
    }

    private func fetched(_ text: String?, of total: Int) throws -> RowLimit.Page<Int> {
        try limit(text).rows { last, count in
            let first = last.map { $0 + 1 } ?? 0
            return Array(first..<max(first, min(total, first + count)))
        }
    }

    @Test("As many come as were asked for, and that there are more is known")
    func some() throws {
        #expect(try fetched(nil, of: 10).rows == [0, 1, 2])
        #expect(try fetched(nil, of: 10).limit == 3)
        #expect(try fetched(nil, of: 3).limit == nil)
        #expect(try fetched("1", of: 2).rows == [0])
        #expect(try fetched("2500", of: 5000).rows.count == 2500)
        #expect(try fetched("\(Int.max)", of: 1500).rows.count == 1500)
    }

    @Test("All come page by page", arguments: [0, 1, 999, 1000, 1001, 3000])
    func all(total: Int) throws {
        let page = try fetched("all", of: total)
        #expect(page.rows == Array(0..<total))
        #expect(page.limit == nil)
    }

    @Test("Anything else is wrong use", arguments: ["0", "-1", "many", "1.5"])
    func wrong(text: String) { #expect(throws: UsageError.self) { try limit(text) } }
}
