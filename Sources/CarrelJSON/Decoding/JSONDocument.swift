/// A value of a JSON text: where it stands, and where the next one is.
struct JSONNode {
    enum Kind: UInt8 {
        case null, no, yes
        /// A number without fraction and exponent.
        case integer
        case decimal
        case string, array, object
    }

    var kind: Kind
    /// The value's bytes; a string's without its quotation marks and with its escapes resolved in place.
    var start: UInt32
    var end: UInt32
    /// How many elements or members an array or object has.
    var count: UInt32 = 0
    /// The index behind this value and all that is in it; 0 while an array or object is still being read.
    var next: UInt32
}

/// A JSON text that was read once from end to end, as a flat list of its values in the order of the text.
///
/// The members of an object are a string, the key, followed by the value. Nothing is copied out of the text before it
/// is asked for.
final class JSONDocument {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    /// - Throws: `DecodingError.dataCorrupted` for text that is not one JSON value.
    init(validUTF8 source: [UInt8]) throws {
        var bytes = source
        guard bytes.count < UInt32.max else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "the text is longer than 4 GiB"))
        }
        var nodes: [JSONNode] = []
        do throws(JSONFault) {
            try bytes.withUnsafeMutableBufferPointer { (text) throws(JSONFault) in
                var parser = JSONParser(text: text)
                defer { nodes = parser.nodes }
                try parser.parse()
            }
        } catch {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: Self.path(to: nodes.count, in: nodes, of: bytes), debugDescription: error.description))
        }
        self.bytes = bytes
        self.nodes = nodes
    }

    func string(at index: Int) -> String { Self.string(nodes[index], of: bytes) }

    private static func string(_ node: JSONNode, of bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[Int(node.start)..<Int(node.end)]), as: UTF8.self)
        }
    }

    /// The keys and places that lead to the value at `index`. Worked out from the top, since only errors ask.
    func path(to index: Int) -> [any CodingKey] { Self.path(to: index, in: nodes, of: bytes) }

    private static func path(to target: Int, in nodes: [JSONNode], of bytes: [UInt8]) -> [any CodingKey] {
        var path: [any CodingKey] = [], container = 0
        func holds(_ index: Int) -> Bool {
            guard index < nodes.count else { return index == target }
            return index <= target && (nodes[index].next == 0 || target < nodes[index].next)
        }
        while container < target, container < nodes.count, holds(container) {
            let isObject = nodes[container].kind == .object
            var child = container + 1, place = 0
            while true {
                let value = isObject ? child + 1 : child
                if holds(value) {
                    path.append(
                        isObject ? JSONKey(stringValue: string(nodes[child], of: bytes)) : JSONKey(intValue: place))
                    container = value
                    break
                }
                // A key, or what stands where a key should.
                guard value < target, value < nodes.count else { return path }
                child = Int(nodes[value].next)
                place += 1
            }
        }
        return path
    }

    /// What an error says of the value at `index`.
    func context(at index: Int, _ message: String) -> DecodingError.Context {
        let node = nodes[index]
        let fault = JSONFault(offset: Int(node.start) - (node.kind == .string ? 1 : 0), message: message)
        return DecodingError.Context(codingPath: path(to: index), debugDescription: fault.description)
    }

    /// The error for a value of another kind than `type` is read from.
    func mismatch(_ type: Any.Type, expected: String, at index: Int) -> DecodingError {
        let found = nodes[index].kind
        let context = context(at: index, "expected \(expected), found \(found.noun)")
        return found == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension JSONNode.Kind {
    fileprivate var noun: String {
        switch self {
        case .null: "null"
        case .no: "false"
        case .yes: "true"
        case .integer, .decimal: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// Where a text stops being JSON, and why.
struct JSONFault: Error, CustomStringConvertible {
    /// Bytes from the beginning.
    var offset: Int
    var message: String

    var description: String { "byte \(offset): \(message)" }
}
