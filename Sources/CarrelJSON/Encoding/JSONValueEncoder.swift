/// Encodes one value of a tree.
struct JSONValueEncoder: Encoder {
    let tree: JSONTree
    let node: Int

    var codingPath: [any CodingKey] { tree.path(to: node) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        tree.open(node, as: .object)
        return KeyedEncodingContainer(JSONObjectEncoder(tree: tree, object: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        tree.open(node, as: .array)
        return JSONArrayEncoder(tree: tree, array: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
    func encodeNil() { tree.setNull(node) }

    func encode(_ value: Bool) { tree.set(node, to: value) }

    func encode(_ value: String) { tree.set(node, to: value) }

    func encode(_ value: Double) throws { try tree.set(node, to: value) }

    func encode(_ value: Float) throws { try tree.set(node, to: value) }

    func encode<Value: FixedWidthInteger & Encodable>(_ value: Value) { tree.set(node, to: value) }

    func encode<Value: Encodable>(_ value: Value) throws { try value.encode(to: self) }
}
