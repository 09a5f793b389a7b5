/// Encodes an array's elements one after another.
struct JSONArrayEncoder: UnkeyedEncodingContainer {
    let tree: JSONTree
    let array: Int

    var codingPath: [any CodingKey] { tree.path(to: array) }
    var count: Int { Int(tree.nodes[array].count) }

    func encodeNil() { tree.setNull(linked()) }

    func encode<Value: Encodable>(_ value: Value) throws {
        let element = tree.add(to: array)
        try value.encode(to: JSONValueEncoder(tree: tree, node: element))
        tree.link(element)
    }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        JSONValueEncoder(tree: tree, node: linked()).container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONValueEncoder(tree: tree, node: linked()).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { JSONValueEncoder(tree: tree, node: linked()) }

    private func linked() -> Int {
        let element = tree.add(to: array)
        tree.link(element)
        return element
    }
}
