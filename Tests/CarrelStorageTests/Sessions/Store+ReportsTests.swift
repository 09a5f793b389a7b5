import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Reports of problems")
struct StoreReportsTests {
    private func store() throws -> Store {
        let clock = TestClock()
        let store = try Store.ticking(clock)
        try store.load(SampleCatalogue.channel([SampleCatalogue.question("q1")]))
        let reports: [(String?, FeedbackGiven.Kind)] = [
            ("q1", .error), ("q2", .improvement), (nil, .general), ("q1", .general),
        ]
        for (index, report) in reports.enumerated() {
            clock.advance(seconds: 1)
            let given = FeedbackGiven(type: report.1, message: "m\(index)")
            try store.record(.feedbackGiven(given), questionId: report.0)
        }
        return store
    }

    @Test("Pages follow each other, the newest first, each with its question where a pack has it")
    func pages() throws {
        let store = try store()
        var pages: [ReportRow] = []
        while let row = try store.reports(after: pages.last, limit: 1).first { pages.append(row) }
        #expect(pages.map(\.message) == ["m3", "m2", "m1", "m0"])
        #expect(pages.map(\.questionId) == ["q1", nil, "q2", "q1"])
        #expect(pages.map(\.type) == [.general, .general, .improvement, .error])
        #expect(pages.map(\.stem) == ["Which of these is q1?", nil, nil, "Which of these is q1?"])
        #expect(pages.allSatisfy { $0.status == .pending && $0.response == nil })
        #expect(try store.reports(limit: 10) == pages)
    }

    @Test("Those of one question are counted and listed by themselves")
    func ofQuestion() throws {
        let store = try store()
        #expect(try store.reports(of: "q1", limit: 10).map(\.message) == ["m3", "m0"])
        let counts = [try store.reportCount(), try store.reportCount(of: "q1"), try store.reportCount(of: "q9")]
        #expect(counts == [4, 2, 0])
    }

    @Test("One that is taken back is gone")
    func undone() throws {
        let store = try store()
        _ = try store.undoLast()
        #expect(try store.reports(limit: 10).map(\.message) == ["m2", "m1", "m0"])
    }
}
