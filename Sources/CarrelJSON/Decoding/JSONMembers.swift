/// Decodes an object's members by key.
struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let document: JSONDocument
    private let object: Int
    /// The keys in the order of their bytes, so that they need not be gone through one by one; nil where they are few.
    private let sorted: [Int]?

    init(document: JSONDocument, object: Int) {
        self.document = document
        self.object = object
        sorted = document.nodes[object].count > 32 ? document.sortedKeys(of: object) : nil
    }

    var codingPath: [any CodingKey] { document.path(to: object) }

    var allKeys: [Key] {
        if let sorted { return sorted.compactMap { Key(stringValue: document.string(at: $0)) } }
        return document.keys(of: object).compactMap { key in
            let name = document.string(at: key)
            // Of members with the same key only the last counts.
            return value(named: name) == key + 1 ? Key(stringValue: name) : nil
        }
    }

    func contains(_ key: Key) -> Bool { value(named: key.stringValue) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).decode(type) }

    func decode(_ type: String.Type, forKey key: Key) throws -> String { try member(key).decode(type) }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try member(key).decode(type) }

    func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try member(key).decode(type)
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Value(from: member(key))
    }

    // Looked up once, where the protocol's own way is to look up three times.

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(key)?.decode(type) }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(key)?.decode(type) }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try present(key)?.decode(type) }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try present(key)?.decode(type) }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try present(key).map { try Value(from: $0) }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try member(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try member(JSONKey.super) }

    func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

    private func member(_ key: some CodingKey) throws -> JSONValueDecoder {
        guard let value = value(named: key.stringValue) else {
            throw DecodingError.keyNotFound(
                key, document.context(at: object, "the object has no member \"\(key.stringValue)\""))
        }
        return JSONValueDecoder(document: document, node: value)
    }

    /// Nil where there is no such member, or null.
    private func present(_ key: Key) -> JSONValueDecoder? {
        guard let value = value(named: key.stringValue), document.nodes[value].kind != .null else { return nil }
        return JSONValueDecoder(document: document, node: value)
    }

    private func value(named name: String) -> Int? {
        var name = name
        return name.withUTF8 { name in
            guard let sorted else { return document.value(named: name, in: object) }
            return document.value(named: name, among: sorted)
        }
    }
}
