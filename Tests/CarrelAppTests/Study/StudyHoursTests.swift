import Testing

@testable import CarrelApp

@Suite("Hours of work")
struct StudyHoursTests {
    @Test(
        "Hours are whole, less than one is told in steps of five minutes, and none is nothing",
        arguments: [
            (24.0, "24 h"), (6.6, "7 h"), (1.2, "1 h"), (1, "1 h"), (0.96, "1 h"), (0.9, "55 min"), (0.5, "30 min"),
            (0.01, "5 min"), (0, nil),
        ] as [(Double, String?)])
    func words(hours: Double, expected: String?) { #expect(StudyHours.words(hours) == expected) }
}
