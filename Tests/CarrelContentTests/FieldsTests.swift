import Testing

@testable import CarrelContent

@Suite("Reading a mapping key by key")
struct FieldsTests {
    private enum Colour: String, CaseIterable { case red, green }

    private func fields(_ text: String, _ faults: FaultCollector) throws -> Fields {
        let root = try #require(YAMLDocument(parsing: Array(text.utf8), faults: faults).root)
        return try #require(Fields(Site(root), faults: faults))
    }

    @Test("Values are read as what they are asked for")
    func values() throws {
        let faults = FaultCollector(file: "f")
        var fields = try fields(
            "{text: yes, number: 007, flag: true, colour: red, texts: [1, b], slugs: [a-1], 'n': 22}", faults)
        let text = fields.text("text")
        #expect(text == "yes")
        let number = fields.integer("number", in: 0...9)
        #expect(number == 7)
        let flag = fields.flag("flag")
        #expect(flag)
        let colour: Colour? = fields.name("colour")
        #expect(colour == .red)
        let texts = fields.texts("texts")
        #expect(texts == ["1", "b"])
        let slugs = fields.slugs("slugs")
        #expect(slugs == ["a-1"])
        let quoted = fields.text("n")
        #expect(quoted == "22")
        fields.finish("a thing")
        #expect(faults.faults == [])
    }

    @Test("What is absent and optional is no fault")
    func optional() throws {
        let faults = FaultCollector(file: "f")
        var fields = try fields("{}", faults)
        let text = fields.text("text", .optional)
        #expect(text == nil)
        let flag = fields.flag("flag")
        #expect(!flag)
        let texts = fields.texts("texts")
        #expect(texts == [])
        fields.finish("a thing")
        #expect(faults.faults == [])
    }

    @Test("A key nobody asks for is unknown, and the nearest known one is named")
    func unknown() throws {
        let faults = FaultCollector(file: "f")
        var fields = try fields("{txet: a, other: b}", faults)
        let text = fields.text("text")
        #expect(text == nil)
        fields.finish("a thing")
        #expect(
            faults.faults.map(\.description) == [
                "f:1:1: error: text: this key is missing",
                "f:1:2: error: txet: unknown key; did you mean \"text\"?",
                "f:1:11: error: other: unknown key; a thing has: text",
            ])
    }
}
