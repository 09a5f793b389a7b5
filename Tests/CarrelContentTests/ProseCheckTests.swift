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
                    "    options: [{id: a, text: a, correct: true, why: 'Not {{cd}}, nor option B.'}, {id: other, text: b, why: 'See {{a}} and {{othr}}.'}]",
                    explanation: "See {{b}}, `{{x}}` and {{ .Values.y }}; the choice I made, answer (C)."),
                [
                    "12:18: questions[0].explanation: \"answer (C\" names an option by its label, but options are shuffled; write {{id}} (literal text goes in backticks)",
                    "12:18: questions[0].explanation: {{.Values.y}} names no option; use a, other (literal braces go in backticks)",
                    "12:18: questions[0].explanation: {{b}} names no option; use a, other (literal braces go in backticks)",
                    "13:52: questions[0].options[0].why: \"option B\" names an option by its label, but options are shuffled; write {{id}} (literal text goes in backticks)",
                    "13:52: questions[0].options[0].why: {{cd}} names no option; use a, other (literal braces go in backticks)",
                    "13:108: questions[0].options[1].why: {{othr}} names no option; did you mean {{other}}? (literal braces go in backticks)",
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

    @Test(
        "Only a label after the noun counts",
        arguments: [
            ("Take option B.", "option B"), ("Choices 1 and 2 are wrong", "Choices 1"),
            ("(answer **C**)", "answer **C"),
            ("the choice I made", nil), ("choice I is right", "choice I"), ("The server answers 2 queries", nil),
            ("choice 1.5", nil), ("option 12", nil), ("option b", nil), ("`option B`", nil), ("``a ` option B``", nil),
            ("```\noption B\n```\nand option C", "option C"), ("an optional A", nil), ("option\nD", "option\nD"),
            ("unclosed ` option E", "option E"), ("reoption A", nil), ("Optionen A", nil), ("~~~\noption B", nil),
        ] as [(String, String?)])
    func lettered(text: String, phrase: String?) { #expect(Prose(text)?.letteredOption == phrase) }

    @Test("Text that names nothing is not looked at twice")
    func nothing() {
        let prose = Prose("A {plain} text, optional and unanswered.")
        #expect(prose == nil)
        #expect(Prose("`{{a}}`")?.references == [])
        #expect(Prose("{{a}} {{ b }} {{c")?.references == ["a", "b"])
    }
}
