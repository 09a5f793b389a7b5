import Testing

@testable import CarrelJSON

@Suite("Decoding an object's members")
struct JSONMembersTests {
    @Test("Members are found however many there are, and of equal keys the last one", arguments: [1, 5, 31, 40, 500])
    func many(count: Int) throws {
        let members = (0..<count).map { "\"key \($0 * 7919 % count)\":\($0)" } + ["\"key 0\":-1"]
        let values = try JSONText.decode([String: Int].self, from: "{\(members.joined(separator: ","))}")
        #expect(values.count == count)
        #expect(values["key 0"] == -1)
        #expect(try JSONText.decode([String: Int].self, from: JSONText.encode(values)) == values)
    }

    private class Base: Codable {
        var a = 1
    }

    private final class Derived: Base {
        var b = 2
        private enum Keys: String, CodingKey { case b, list, nested }

        override init() { super.init() }

        required init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Keys.self)
            #expect(members.contains(.b))
            #expect(!members.contains(.nested))
            b = try members.decode(Int.self, forKey: .b)
            var list = try members.nestedUnkeyedContainer(forKey: .list)
            b += try list.decode(Int.self)
            try super.init(from: members.superDecoder())
        }

        override func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Keys.self)
            try members.encode(b, forKey: .b)
            var list = members.nestedUnkeyedContainer(forKey: .list)
            try list.encode(10)
            try super.encode(to: members.superEncoder())
        }
    }

    @Test("A superclass stands under the key super")
    func superclass() throws {
        let text = try JSONText.encode(Derived())
        #expect(text == #"{"b":2,"list":[10],"super":{"a":1}}"#)
        let value = try JSONText.decode(Derived.self, from: text)
        #expect(value.b == 12)
        #expect(value.a == 1)
        #expect(
            refusal { try JSONText.decode(Derived.self, from: #"{"b":2,"list":[1]}"#) }
                == "byte 0: the object has no member \"super\"")
    }
}
