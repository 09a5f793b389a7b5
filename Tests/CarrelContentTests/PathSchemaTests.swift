import Testing

@testable import CarrelContent

@Suite("Learning paths")
struct PathSchemaTests {
    @Test(
        "A path that is refused says why and where",
        arguments: [
            (
                """
                path: p
                title: T
                pathType: job
                difficulty: beginner
                milestones:
                  - {id: a, title: A, estimatedHours: 0, questions: []}
                  - {id: b, title: A, estimatedHours: 1}
                  - {id: c, title: A, estimatedHours: 1, select: {subChannel: x, domain: y, kind: [fre]}}
                  - {id: d, title: A, estimatedHours: 1, select: {limit: 3}}
                  - {id: d, title: A, estimatedHours: 1, questions: [q, q], select: {tag: t, limits: 3}}
                """,
                [
                    "3:11: pathType: \"job\" is not allowed; use company, job-title, skill, certification",
                    "6:39: milestones[0].estimatedHours: a whole number from 1 to 10000 is expected, found \"0\"",
                    "6:53: milestones[0].questions: has no questions",
                    "7:5: milestones[1]: a milestone has either questions or select",
                    "8:63: milestones[2].select.subChannel: a sub-channel is named without its channel",
                    "8:74: milestones[2].select.domain: a domain is named without its certification",
                    "8:84: milestones[2].select.kind[0]: \"fre\" is not allowed; did you mean \"free\"? use free, single, multiple, ordering, matching, hotspot, simulation",
                    "9:50: milestones[3].select: selects by nothing; name a channel, certification, tag, difficulty or kind",
                    "10:5: milestones[4]: a milestone has either questions or select",
                    "10:10: milestones[4].id: the same id as milestones[3].id: \"d\"",
                    "10:57: milestones[4].questions[1]: the same id as milestones[4].questions[0]: \"q\"",
                    "10:78: milestones[4].select.limits: unknown key; did you mean \"limit\"?",
                ]
            ),
            (
                """
                path: p
                milestones: []
                """,
                [
                    "1:1: difficulty: this key is missing",
                    "1:1: pathType: this key is missing",
                    "1:1: title: this key is missing",
                    "2:13: milestones: has 0 of the at least 1 entries it needs",
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
