import Testing

@testable import CarrelContent

@Suite("Orderings")
struct OrderingSchemaTests {
    @Test(
        "An ordering that is refused says why and where",
        arguments: [
            (
                PackFixture.question(
                    "ordering",
                    """
                        items: [{text: a}, {text: a}]
                        distractors: [{text: 1}, {text: 2}, {text: 3}, {text: 4}, {text: 5}, {text: 6}, {text: 7}, {text: 8}]
                    """),
                [
                    "13:31: questions[0].items[1].text: the same text as questions[0].items[0].text: \"a\"",
                    "14:18: questions[0].distractors: 2 + 8 labels on one side; at most 9 are allowed",
                ]
            ),
            (
                PackFixture.question(
                    "ordering",
                    """
                        items: [{text: a}, {text: b, why: []}]
                        distractors: [{id: o-ca978112, text: c}, {text: a}]
                    """),
                [
                    "13:39: questions[0].items[1].why: text is expected, found a list",
                    "14:24: questions[0].distractors[0].id: the same id as questions[0].items[0]: \"o-ca978112\"",
                    "14:53: questions[0].distractors[1].text: the same text as questions[0].items[0].text: \"a\"",
                ]
            ),
            (
                PackFixture.question("ordering", "    items: [{id: o-3e23e816, text: a}, {text: b}]"),
                [
                    "13:40: questions[0].items[1]: the same id as questions[0].items[0].id: \"o-3e23e816\""
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
