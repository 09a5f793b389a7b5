import Testing

@testable import CarrelJSON

@Suite("Decoding an array's elements")
struct JSONElementsTests {
    /// Reads `[null, {"a": 1}, [2], 3]` by every way there is.
    private struct Mixed: Decodable {
        var sum = 0

        init(from decoder: any Decoder) throws {
            var elements = try decoder.unkeyedContainer()
            #expect(elements.count == 4)
            #expect(try elements.decodeNil())
            #expect(try !elements.decodeNil())
            #expect(elements.currentIndex == 1)
            sum += try elements.nestedContainer(keyedBy: JSONKey.self).decode(
                Int.self, forKey: JSONKey(stringValue: "a"))
            var inner = try elements.nestedUnkeyedContainer()
            sum += try inner.decode(Int.self)
            #expect(inner.isAtEnd)
            sum += try Int(from: elements.superDecoder())
            #expect(elements.isAtEnd)
            if sum == 0 { _ = try elements.decode(Int.self) }
        }
    }

    @Test("Elements are read by every kind of container")
    func mixed() throws {
        #expect(try JSONText.decode(Mixed.self, from: #"[null, {"a": 1}, [2], 3]"#).sum == 6)
    }

    @Test("There is nothing behind the last element")
    func end() {
        let message = refusal { try JSONText.decode([Mixed].self, from: #"[[null, {"a": 0}, [0], 0]]"#) }
        #expect(message == "[0] byte 1: the array has no more than 4 elements")
    }

    @Test("An element that could not be read can be read as something else")
    func again() throws {
        struct Either: Decodable {
            init(from decoder: any Decoder) throws {
                var elements = try decoder.unkeyedContainer()
                #expect(throws: DecodingError.self) { try elements.decode(Int.self) }
                #expect(try elements.decode(String.self) == "a")
            }
        }
        #expect(throws: Never.self) { try JSONText.decode(Either.self, from: #"["a"]"#) }
    }
}
