import Testing

@testable import CarrelContent

@Suite("Free questions")
struct FreeSchemaTests {
    @Test(
        "Keywords have alternatives that are not empty",
        arguments: [
            (
                PackFixture.channel(PackFixture.free("a", extra: "keywords: ['!', 'a||b', a, a, '!a|b']")),
                [
                    "7:134: questions[0].keywords[0]: \"!\" has an empty alternative; write a|b or !a|b",
                    "7:139: questions[0].keywords[1]: \"a||b\" has an empty alternative; write a|b or !a|b",
                    "7:150: questions[0].keywords[3]: the same keyword as questions[0].keywords[2]: \"a\"",
                ]
            ),
            (
                PackFixture.channel(PackFixture.free("a").replacing("answer: A.", with: "answer: ''")),
                [
                    "7:102: questions[0].answer: is empty; text is expected"
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
