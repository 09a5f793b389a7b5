import Testing

@testable import CarrelContent

@Suite("Interviews")
struct InterviewSchemaTests {
    @Test(
        "An interview that is refused says why and where",
        arguments: [
            (
                """
                interview: i
                topic: T
                difficulty: beginner
                questions: []
                estimatedMinutes: 0
                """,
                [
                    "1:1: channel: this key is missing",
                    "4:12: questions: has 0 of the at least 1 entries it needs",
                    "5:19: estimatedMinutes: a whole number from 1 to 10000 is expected, found \"0\"",
                ]
            )
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
