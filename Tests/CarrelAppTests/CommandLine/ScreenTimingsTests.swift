import Testing

@testable import CarrelApp

@Suite("How long screens take")
struct ScreenTimingsTests {
    @Test(
        "Quantiles are those of the nearest rank",
        arguments: [(0.5, 2.0), (0.95, 4.0), (0.99, 4.0), (0.0, 1.0), (0.25, 1.0), (0.26, 2.0)])
    func quantiles(part: Double, expected: Double) {
        #expect(ScreenTimings.quantile(part, of: [1, 2, 3, 4]) == expected)
    }

    @Test("Nothing takes no time")
    func empty() { #expect(ScreenTimings.quantile(0.5, of: []) == 0) }

    @Test("Every query is timed, the quantiles in order")
    func timed() throws {
        let rows = try ScreenTimings(of: Library.deskPerformer().store).rows
        #expect(rows.count > 10)
        for row in rows { #expect(row.p50 <= row.p95 && row.p95 <= row.p99, "\(row.query)") }
    }
}
