import Testing

@testable import CarrelContent

@Suite("Choices")
struct ChoiceSchemaTests {
    @Test(
        "A choice that is refused says why and where",
        arguments: [
            (
                PackFixture.question("single", "    options: [{text: a, correct: yes}, {text: b}]"),
                [
                    "13:34: questions[0].options[0].correct: true or false is expected, found \"yes\""
                ]
            ),
            (
                PackFixture.question("single", "    options: [{text: a}, {text: b}]"),
                [
                    "13:14: questions[0].options: no option is correct; mark one with correct: true"
                ]
            ),
            (
                PackFixture.question("multiple", "    options: [{text: a, correct: true}, {text: b, correct: true}]"),
                [
                    "13:14: questions[0].options: all 2 options are correct; at least one must be wrong"
                ]
            ),
            (
                PackFixture.question(
                    "single",
                    """
                        options: [{text: a, correct: true}, {text: b, correct: true}, {text: c}]
                        choose: 2
                    """),
                [
                    "13:14: questions[0].options: 2 options are correct; a single question has one, or is multiple",
                    "14:5: questions[0].choose: unknown key; a single question has: id, subChannel, kind, difficulty, question, explanation, tldr, eli5, diagram, exhibit, tags, companies, levels, jobTitles, sources, related, options",
                ]
            ),
            (
                PackFixture.question(
                    "multiple",
                    """
                        options: [{text: a, correct: true}, {id: x, text: a}, {id: x, text: c}, {id: X, text: d}]
                        choose: 2
                    """),
                [
                    "13:55: questions[0].options[1].text: the same text as questions[0].options[0].text: \"a\"",
                    "13:64: questions[0].options[2].id: the same id as questions[0].options[1].id: \"x\"",
                    "13:82: questions[0].options[3].id: \"X\" is no id; ids are up to 100 of a–z, 0–9 and \"-\", the first no \"-\"",
                    "14:13: questions[0].choose: asks for 2 options; the number of correct ones is 1",
                ]
            ),
            (
                PackFixture.question("single", "    options: [{text: a, correct: true}]"),
                [
                    "13:14: questions[0].options: has 1 of the at least 2 entries it needs"
                ]
            ),
            (
                PackFixture.question(
                    "single",
                    "    options: [{text: 1, correct: true}, {text: 2}, {text: 3}, {text: 4}, {text: 5}, {text: 6}, {text: 7}, {text: 8}, {text: 9}, {text: 0}]"
                ),
                [
                    "13:14: questions[0].options: has 10 entries; at most 9 are allowed"
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
