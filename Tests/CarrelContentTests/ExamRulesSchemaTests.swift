import Testing

@testable import CarrelContent

@Suite("Exam rules")
struct ExamRulesSchemaTests {
    @Test(
        "Rules that cannot be are refused",
        arguments: [
            (
                Self.certification("{questions: 10, unscored: 10, minutes: 20, pass: 720}"),
                [
                    "7:34: rules.unscored: a whole number from 0 to 9 is expected, found \"10\"",
                    "7:57: rules.pass: a whole number from 0 to 100 is expected, found \"720\"",
                ]
            ),
            (
                Self.certification("{questions: 0, minutes: 0, pass: -1, scale: [1000, 100]}"),
                [
                    "7:20: rules.questions: a whole number from 1 to 1000 is expected, found \"0\"",
                    "7:32: rules.minutes: a whole number from 1 to 10000 is expected, found \"0\"",
                    "7:41: rules.pass: a whole number of at least 0 is expected, found \"-1\"",
                    "7:52: rules.scale: a scale is [lowest score, highest score], e.g. [100, 1000]",
                ]
            ),
            (
                Self.certification(
                    "{questions: 10, minutes: 20, pass: 50, navigation: forward, warnings: [20, 5, 5], incomplete: no}"),
                [
                    "7:59: rules.navigation: \"forward\" is not allowed; use free, forward-only",
                    "7:79: rules.warnings[0]: a whole number from 1 to 19 is expected, found \"20\"",
                    "7:86: rules.warnings[2]: the same number of minutes as rules.warnings[1]: \"5\"",
                    "7:102: rules.incomplete: \"no\" is not allowed; use warn, refuse",
                ]
            ),
            (
                Self.certification(
                    "{questions: 10, minutes: 20, pass: 50, sections: [{id: s, questions: 4, minutes: 30}]}"),
                [
                    "7:57: rules.sections: the sections hold 4 questions, the exam 10",
                    "7:57: rules.sections: the sections take 30 minutes, the exam 20",
                ]
            ),
            (
                Self.certification(
                    "{questions: 10, minutes: 20, pass: 50, sections: [{id: s, questions: 5, minutes: 10, lock: 1}, {id: s, questions: 5, minutes: 10}]}"
                ),
                [
                    "7:99: rules.sections[0].lock: true or false is expected, found \"1\"",
                    "7:108: rules.sections[1].id: the same id as rules.sections[0].id: \"s\"",
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }

    private static func certification(_ rules: String) -> String {
        """
        certification: c
        name: N
        provider: P
        category: cloud
        difficulty: expert
        domains: [{id: a, name: A, weight: 100}]
        rules: \(rules)
        """
    }
}
