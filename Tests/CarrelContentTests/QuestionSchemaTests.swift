import Testing

@testable import CarrelContent

@Suite("Questions")
struct QuestionSchemaTests {
    @Test(
        "A question that is refused says why and where",
        arguments: [
            (
                PackFixture.channel(
                    """
                      - {id: a, kind: fre}
                      - x
                    """),
                [
                    "7:5: questions[0].difficulty: this key is missing",
                    "7:5: questions[0].explanation: this key is missing",
                    "7:5: questions[0].question: this key is missing",
                    "7:5: questions[0].subChannel: this key is missing",
                    "7:19: questions[0].kind: \"fre\" is not allowed; did you mean \"free\"? use free, single, multiple, ordering, matching, hotspot, simulation",
                    "8:5: questions[1]: a mapping of keys to values is expected, found \"x\"",
                ]
            ),
            (
                PackFixture.channel(PackFixture.free("a") + "\n" + PackFixture.free("a")),
                [
                    "8:10: questions[1].id: the same id as questions[0].id: \"a\""
                ]
            ),
            (
                PackFixture.channel(PackFixture.free("a", extra: "optons: [], subchannel: x")),
                [
                    "7:123: questions[0].optons: unknown key; a free question has: id, subChannel, kind, difficulty, question, explanation, tldr, eli5, diagram, exhibit, tags, companies, levels, jobTitles, sources, related, answer, keywords",
                    "7:135: questions[0].subchannel: unknown key; did you mean \"subChannel\"?",
                ]
            ),
            (
                PackFixture.channel(
                    PackFixture.free(
                        "a", extra: "related: [{id: a}, {id: b, as: deeper, strength: 101}, {id: c}, {id: c}]")),
                [
                    "7:138: questions[0].related[0].id: the question is related to itself",
                    "7:154: questions[0].related[1].as: \"deeper\" is not allowed; use prerequisite, follow_up, related, deeper_dive",
                    "7:172: questions[0].related[1].strength: a whole number from 0 to 100 is expected, found \"101\"",
                    "7:187: questions[0].related[3]: the same relation as questions[0].related[2]: \"c as related\"",
                ]
            ),
            (
                PackFixture.channel(
                    PackFixture.free("a", extra: "jobTitles: {x: high, y: 101}, tags: [A b, c, c], sources: http")),
                [
                    "7:138: questions[0].jobTitles.x: a whole number from 0 to 100 is expected, found \"high\"",
                    "7:147: questions[0].jobTitles.y: a whole number from 0 to 100 is expected, found \"101\"",
                    "7:160: questions[0].tags[0]: \"A b\" is no id; ids are up to 100 of a–z, 0–9 and \"-\", the first no \"-\"",
                    "7:168: questions[0].tags[2]: the same id as questions[0].tags[1]: \"c\"",
                    "7:181: questions[0].sources: a list is expected, found \"http\"",
                ]
            ),
            (
                PackFixture.channel(PackFixture.free("a").replacing("subChannel: tcp", with: "subChannel: tpc")),
                [
                    "7:25: questions[0].subChannel: \"tpc\" is not defined above; did you mean \"tcp\"? use tcp"
                ]
            ),
            (
                PackFixture.channel(PackFixture.free("a").replacing("beginner", with: "expert")),
                [
                    "7:54: questions[0].difficulty: \"expert\" is not allowed; use beginner, intermediate, advanced"
                ]
            ),
            (
                PackFixture.channel(PackFixture.free("a").replacing("kind: free", with: "kind: single")),
                [
                    "7:5: questions[0].options: this key is missing",
                    "7:96: questions[0].answer: unknown key; a single question has: id, subChannel, kind, difficulty, question, explanation, tldr, eli5, diagram, exhibit, tags, companies, levels, jobTitles, sources, related, options",
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
