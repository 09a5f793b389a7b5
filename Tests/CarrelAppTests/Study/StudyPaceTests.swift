import Testing

@testable import CarrelApp

@Suite("How long studying takes")
struct StudyPaceTests {
    @Test("Minutes are rounded, and never none", arguments: [(0, 1), (1, 1), (10, 8), (20, 17), (100, 83)])
    func minutes(count: Int, minutes: Int) { #expect(StudyPace.minutes(for: count) == minutes) }
}
