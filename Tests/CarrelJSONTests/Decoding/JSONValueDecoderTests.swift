import Testing

@testable import CarrelJSON

@Suite("Decoding a value")
struct JSONValueDecoderTests {
    private enum Colour: String, Codable { case red }
    private struct Item: Codable, Equatable {
        var name: String
        var colour: Colour?
        var sizes: [Int] = []
    }
    private struct Shelf: Codable, Equatable { var items: [Item] }

    @Test(
        "A value of another form is refused, with the way to it, the place and what was found",
        arguments: [
            (#"{"items":1}"#, ".items byte 9: expected an array, found a number"),
            (#"[]"#, "byte 0: expected an object, found an array"),
            (#"{"items":[{"name":true}]}"#, ".items[0].name byte 18: expected a string, found true"),
            (#"{"items":[{"name":null}]}"#, ".items[0].name byte 18: expected a string, found null"),
            (#"{"items":[{}]}"#, ".items[0] byte 10: the object has no member \"name\""),
            (
                #"{"items":[{"name":"a","sizes":[]},{"name":"b","sizes":[1,"2"]}]}"#,
                ".items[1].sizes[1] byte 57: expected a whole number, found a string"
            ),
            (
                #"{"items":[{"name":"a","sizes":[false]}]}"#,
                ".items[0].sizes[0] byte 31: expected a whole number, found false"
            ),
        ])
    func refused(text: String, message: String) {
        #expect(refusal { try JSONText.decode(Shelf.self, from: text) } == message)
    }

    @Test("A raw value that is none of an enumeration's is refused at its place")
    func rawValue() throws {
        let text = #"{"items":[{"name":"a","colour":"blue","sizes":[]}]}"#
        #expect(refusal { try JSONText.decode(Shelf.self, from: text) }?.hasPrefix(".items[0].colour ") == true)
    }

    @Test("Members that are not asked for do not matter, and missing ones are nil where they may be")
    func optional() throws {
        let text = #"{"name":"a","more":{"sizes":[9]},"sizes":[],"colour":null}"#
        #expect(try JSONText.decode(Item.self, from: text) == Item(name: "a"))
        #expect(try JSONText.decode(Item.self, from: #"{"sizes":[2],"name":"a"}"#) == Item(name: "a", sizes: [2]))
    }
}
