import Testing

@testable import CarrelContent

@Suite("Certifications")
struct CertificationSchemaTests {
    @Test(
        "A certification that is refused says why and where",
        arguments: [
            (
                """
                certification: c
                name: N
                provider: P
                category: cloud
                difficulty: hard
                domains:
                  - {id: a, name: A, weight: 60}
                  - {id: b, name: B, weight: 30}
                rules: {questions: 10, minutes: 20, pass: 70}
                channelMappings: [{channel: a, weight: 0}, {channel: b, weight: 1}, {channel: b, weight: 1}]
                status: old
                questions: [{id: q, domain: z, kind: free, difficulty: beginner, question: q, answer: a, explanation: e}]
                """,
                [
                    "5:13: difficulty: \"hard\" is not allowed; use beginner, intermediate, advanced, expert",
                    "7:3: domains: the weights sum to 90; they must sum to 100",
                    "10:40: channelMappings[0].weight: a whole number from 1 to 100 is expected, found \"0\"",
                    "10:79: channelMappings[2].channel: the same channel as channelMappings[1].channel: \"b\"",
                    "11:9: status: \"old\" is not allowed; use active, draft, archived",
                    "12:29: questions[0].domain: \"z\" is not defined above; use a, b",
                ]
            ),
            (
                """
                certification: c
                name: N
                provider: P
                category: cloud
                difficulty: expert
                domains: [{id: a, name: A, weight: 50}, {id: a, name: B, weight: half}]
                rules: {}
                """,
                [
                    "6:46: domains[1].id: the same id as domains[0].id: \"a\"",
                    "6:66: domains[1].weight: a whole number from 1 to 100 is expected, found \"half\"",
                    "7:8: rules.minutes: this key is missing",
                    "7:8: rules.pass: this key is missing",
                    "7:8: rules.questions: this key is missing",
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
