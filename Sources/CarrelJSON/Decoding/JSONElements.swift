/// Decodes an array's elements one after another.
struct JSONElements: UnkeyedDecodingContainer {
    private let document: JSONDocument
    private let array: Int
    private var node: Int
    private(set) var currentIndex = 0

    init(document: JSONDocument, array: Int) {
        self.document = document
        self.array = array
        node = array + 1
    }

    var codingPath: [any CodingKey] { document.path(to: array) }
    var count: Int? { Int(document.nodes[array].count) }
    var isAtEnd: Bool { currentIndex == Int(document.nodes[array].count) }

    mutating func decodeNil() throws -> Bool {
        let isNull = try element(Never?.self).decodeNil()
        if isNull { advance() }
        return isNull
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try Value(from: element(type))
        advance()
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let container = try element([String: Any].self).container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try element([Any].self).unkeyedContainer()
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try element((any Decoder).self)
        advance()
        return decoder
    }

    private func element(_ type: Any.Type) throws -> JSONValueDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type, document.context(at: array, "the array has no more than \(currentIndex) elements"))
        }
        return JSONValueDecoder(document: document, node: node)
    }

    private mutating func advance() {
        node = Int(document.nodes[node].next)
        currentIndex += 1
    }
}
