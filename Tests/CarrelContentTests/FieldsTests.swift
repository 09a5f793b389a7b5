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
        let value1 = fields.text("text")
        #expect(value1 == "yes")
        let value2 = fields.integer("number", in: 0...9)
        #expect(value2 == 7)
        let value3 = fields.flag("flag")
        #expect(value3)
        let colour: Colour? = fields.name("colour")
        #expect(colour == .red)
        let value4 = fields.texts("texts")
        #expect(value4 == ["1", "b"])
        let value5 = fields.slugs("slugs")
        #expect(value5 == ["a-1"])
        let value6 = fields.text("n")
        #expect(value6 == "22")
        fields.finish("a thing")
        #expect(faults.faults == [])
    }

    @Test("What is absent and optional is no fault")
    func optional() throws {
        let faults = FaultCollector(file: "f")
        var fields = try fields("{}", faults)
        let value7 = fields.text("text", .optional)
        #expect(value7 == nil)
        let value8 = fields.flag("flag")
        #expect(!value8)
        let value9 = fields.texts("texts")
        #expect(value9 == [])
        fields.finish("a thing")
        #expect(faults.faults == [])
    }

    @Test("A key nobody asks for is unknown, and the nearest known one is named")
    func unknown() throws {
        let faults = FaultCollector(file: "f")
        var fields = try fields("{txet: a, other: b}", faults)
        let value10 = fields.text("text")
        #expect(value10 == nil)
        fields.finish("a thing")
        #expect(
            faults.faults.map(\.description) == [
                "f:1:1: error: text: this key is missing",
                "f:1:2: error: txet: unknown key; did you mean \"text\"?",
                "f:1:11: error: other: unknown key; a thing has: text",
            ])
    }
}
