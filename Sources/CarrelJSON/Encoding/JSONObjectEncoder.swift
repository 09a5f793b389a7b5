/// Encodes an object's members by key.
struct JSONObjectEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let tree: JSONTree
    let object: Int

    var codingPath: [any CodingKey] { tree.path(to: object) }

    func encodeNil(forKey key: Key) { tree.setNull(linked(key)) }

    func encode(_ value: Bool, forKey key: Key) { tree.set(linked(key), to: value) }

    func encode(_ value: String, forKey key: Key) { tree.set(linked(key), to: value) }

    func encode<Value: FixedWidthInteger & Encodable>(_ value: Value, forKey key: Key) {
        tree.set(linked(key), to: value)
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        let member = tree.add(to: object, key: key.stringValue)
        try value.encode(to: JSONValueEncoder(tree: tree, node: member))
        tree.link(member)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        JSONValueEncoder(tree: tree, node: linked(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONValueEncoder(tree: tree, node: linked(key)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { JSONValueEncoder(tree: tree, node: linked(JSONKey.super)) }

    func superEncoder(forKey key: Key) -> any Encoder { JSONValueEncoder(tree: tree, node: linked(key)) }

    private func linked(_ key: some CodingKey) -> Int {
        let member = tree.add(to: object, key: key.stringValue)
        tree.link(member)
        return member
    }
}
