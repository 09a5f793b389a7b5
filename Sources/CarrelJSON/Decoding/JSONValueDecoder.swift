/// Decodes from one value of a document.
struct JSONValueDecoder: Decoder {
    let document: JSONDocument
    let node: Int

    var codingPath: [any CodingKey] { document.path(to: node) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard document.nodes[node].kind == .object else {
            throw document.mismatch([String: Any].self, expected: "an object", at: node)
        }
        return KeyedDecodingContainer(JSONMembers(document: document, object: node))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard document.nodes[node].kind == .array else {
            throw document.mismatch([Any].self, expected: "an array", at: node)
        }
        return JSONElements(document: document, array: node)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { document.nodes[node].kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch document.nodes[node].kind {
        case .yes: true
        case .no: false
        default: throw document.mismatch(type, expected: "true or false", at: node)
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard document.nodes[node].kind == .string else {
            throw document.mismatch(type, expected: "a string", at: node)
        }
        return document.string(at: node)
    }

    func decode(_ type: Double.Type) throws -> Double { try document.double(at: node) }

    func decode(_ type: Float.Type) throws -> Float { try document.float(at: node) }

    func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) throws -> Value {
        try document.integer(type, at: node)
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}
