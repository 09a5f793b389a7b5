import Testing

@testable import CarrelContent

@Suite("Matchings")
struct MatchingSchemaTests {
    @Test(
        "A matching that is refused says why and where",
        arguments: [
            (
                PackFixture.question(
                    "matching",
                    """
                        pairs: [{left: a, right: b}, {left: a, right: b}]
                        distractors: [{text: b}]
                    """),
                [
                    "13:41: questions[0].pairs[1].left: the same left side as questions[0].pairs[0].left: \"a\"",
                    "13:51: questions[0].pairs[1].right: the same text as questions[0].pairs[0].right: \"b\"",
                    "14:26: questions[0].distractors[0].text: the same text as questions[0].pairs[0].right: \"b\"",
                ]
            ),
            (
                PackFixture.question("matching", "    pairs: [{left: a}, {right: b}]"),
                [
                    "13:13: questions[0].pairs[0].right: this key is missing",
                    "13:24: questions[0].pairs[1].left: this key is missing",
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
