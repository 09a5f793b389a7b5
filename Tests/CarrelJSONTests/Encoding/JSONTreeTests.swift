import Testing

@testable import CarrelJSON

@Suite("What was encoded")
struct JSONTreeTests {
    private struct Custom: Encodable {
        var body: (any Encoder) throws -> Void
        func encode(to encoder: any Encoder) throws { try body(encoder) }
    }

    private static func key(_ name: String) -> JSONKey { JSONKey(stringValue: name) }

    @Test("Containers may be filled by turns")
    func turns() throws {
        let value = Custom { encoder in
            var members = encoder.container(keyedBy: JSONKey.self)
            var left = members.nestedUnkeyedContainer(forKey: Self.key("z"))
            var right = members.nestedContainer(keyedBy: JSONKey.self, forKey: Self.key("a"))
            try left.encode(1)
            try right.encode("x", forKey: Self.key("k"))
            var inner = left.nestedContainer(keyedBy: JSONKey.self)
            try left.encodeNil()
            try inner.encode(2.5, forKey: Self.key("i"))
            try right.encodeNil(forKey: Self.key("b"))
            try String("s").encode(to: left.superEncoder())
            var last = left.nestedUnkeyedContainer()
            try last.encode(true)
            #expect(left.count == 5)
        }
        #expect(try JSONText.encode(value) == #"{"a":{"b":null,"k":"x"},"z":[1,{"i":2.5},null,"s",[true]]}"#)
    }

    @Test("A key that is encoded twice keeps its last value")
    func twice() throws {
        let value = Custom { encoder in
            var members = encoder.container(keyedBy: JSONKey.self)
            try members.encode(1, forKey: Self.key("b"))
            try members.encode(2, forKey: Self.key("a"))
            try members.encode([3], forKey: Self.key("b"))
        }
        #expect(try JSONText.encode(value) == #"{"a":2,"b":[3]}"#)
    }

    @Test("A value that failed to encode leaves nothing behind")
    func failed() throws {
        let value = Custom { encoder in
            var elements = encoder.unkeyedContainer()
            try elements.encode(1)
            #expect(throws: EncodingError.self) { try elements.encode(["a": Double.nan]) }
            try elements.encode(2)
        }
        #expect(try JSONText.encode(value) == "[1,2]")
    }

    @Test("Keys are escaped, and sorted by what they are rather than by how they are written")
    func keys() throws {
        let value = ["\"": 1, "\n": 2, "#": 3, "\\": 4, "]": 5]
        #expect(try JSONText.encode(value) == ##"{"\n":2,"\"":1,"#":3,"\\":4,"]":5}"##)
    }

    @Test("What is nested too deep to be read again is not written")
    func depth() throws {
        func nested(_ levels: Int) -> Tree { (1..<levels).reduce(.list([])) { tree, _ in .list([tree]) } }
        #expect(throws: Never.self) { try JSONText.encode(nested(512)) }
        #expect(throws: EncodingError.self) { try JSONText.encode(nested(513)) }
    }
}
