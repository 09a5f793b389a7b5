import Testing

@testable import CarrelContent

@Suite("What a question says of its options")
struct ProseCheckTests {
    @Test(
        "Text names options by id, and never by the place they stand at",
        arguments: [
            (
                PackFixture.question(
                    "single",
                    "    options: [{id: a, text: a, correct: true, why: 'Not {{cd}}, nor option B.'}, {id: other, text: b, why: See {{a}} and {{othr}}.}]",
                    explanation: "See {{b}}, `{{x}}` and {{ .Values.y }}; the choice I made, answer (C)."),
                [
                    "13:112: : did not find expected ',' or '}' while parsing a flow mapping"
                ]
            ),
            (
                PackFixture.question("free", "    answer: See {{x}}; option A."),
                [
                    "13:13: questions[0].answer: {{x}} names no option; this question has no options to name (literal braces go in backticks)"
                ]
            ),
            (
                PackFixture.question(
                    "ordering", "    items: [{id: a, text: a}, {id: b, text: b, why: Choice 2 is wrong.}]",
                    explanation: "The answers 1 and {{ a }}."),
                [
                    "13:53: questions[0].items[1].why: \"Choice 2\" names an option by its label, but options are shuffled; write {{id}} (literal text goes in backticks)"
                ]
            ),
            (
                PackFixture.question(
                    "matching",
                    """
                        pairs: [{id: a, left: a, right: b, why: "{{z}}"}, {id: b, left: b, right: a}]
                        distractors: [{id: c, text: c, why: "{{y}}"}]
                    """),
                [
                    "13:45: questions[0].pairs[0].why: {{z}} names no option; use a, b, c (literal braces go in backticks)",
                    "14:41: questions[0].distractors[0].why: {{y}} names no option; use a, b, c (literal braces go in backticks)",
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
