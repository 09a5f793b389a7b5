import Testing

@testable import CarrelJSON

@Suite("JSON text")
struct JSONTextTests {
    @Test("Keys are sorted by their bytes, slashes and letters are as they are")
    func compact() throws {
        let value = ["b": ["x/y"], "é": [], "a": ["é"], "B": [], "aa": [], "": []]
        #expect(try JSONText.encode(value) == #"{"":[],"B":[],"a":["é"],"aa":[],"b":["x/y"],"é":[]}"#)
    }

    @Test("An indented text has a line for each member and element")
    func indented() throws {
        let value = ["b": [1, 2], "a": []]
        #expect(
            try JSONText.encode(value, layout: .indented) == """
                {
                  "a": [],
                  "b": [
                    1,
                    2
                  ]
                }
                """)
        #expect(try JSONText.encode([String: Int](), layout: .indented) == "{}")
    }

    @Test("Any value can stand alone")
    func fragments() throws {
        #expect(try JSONText.encode("a") == "\"a\"")
        #expect(try JSONText.encode(true) == "true")
        #expect(try JSONText.encode(-7) == "-7")
        #expect(try JSONText.encode(Int?.none) == "null")
        #expect(try JSONText.decode(String.self, from: " \"a\" ") == "a")
        #expect(try JSONText.decode(Int?.self, from: "null") == nil)
        #expect(try JSONText.decode([Int?].self, from: "[1,null]") == [1, nil])
    }

    @Test("Text and bytes are the same")
    func bytes() throws {
        #expect(try JSONText.bytes(of: ["é": 1]) == Array(#"{"é":1}"#.utf8))
        #expect(try JSONText.decode([String: Int].self, from: Array(#"{"é":1}"#.utf8)) == ["é": 1])
    }

    @Test(
        "Bytes that are not UTF-8 are refused, and where they begin is told",
        arguments: [
            ([0x22, 0xFF, 0x22], 1), ([0x22, 0x61, 0xC3, 0x22], 2), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xC0, 0x80, 0x22], 1), ([0x80], 0),
        ] as [([UInt8], Int)])
    func invalid(bytes: [UInt8], offset: Int) {
        #expect(refusal { try JSONText.decode(String.self, from: bytes) } == "byte \(offset): the text is not UTF-8")
    }

    @Test("A value that encodes nothing has no text; inside another it is an empty object")
    func nothing() throws {
        struct Nothing: Encodable {
            func encode(to encoder: any Encoder) {}
        }
        #expect(throws: EncodingError.self) { try JSONText.encode(Nothing()) }
        #expect(try JSONText.encode([Nothing()]) == "[{}]")
    }
}

/// The description of the `DecodingError` that `body` ends with, with its path before it where there is one.
func refusal<Value>(_ body: () throws -> Value) -> String? {
    do {
        _ = try body()
        return nil
    } catch let error as DecodingError {
        let context =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: DecodingError.Context(codingPath: [], debugDescription: "\(error)")
            }
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return path.isEmpty ? context.debugDescription : "\(path) \(context.debugDescription)"
    } catch {
        return "\(error)"
    }
}
