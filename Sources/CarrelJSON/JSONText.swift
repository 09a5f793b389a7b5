/// JSON (RFC 8259) of `Codable` values, in one canonical form: equal values have equal text in every build.
///
/// Keys are sorted by their UTF-8 bytes, slashes stand as they are, numbers have the shortest text that reads back as
/// the same number, and a key that was encoded twice keeps its last value.
public enum JSONText {
    /// How much white space there is.
    public enum Layout: Sendable {
        /// None.
        case compact
        /// A line for each member and element, indented by two spaces a level.
        case indented
    }

    /// The deepest nesting of arrays and objects that is written or read.
    static let maximumDepth = 512

    /// The text is to be shorter than 4 GiB.
    ///
    /// - Throws: `EncodingError` for a value JSON cannot hold: a number that is not finite, nesting deeper than 512.
    public static func encode(_ value: some Encodable, layout: Layout = .compact) throws -> String {
        String(decoding: try bytes(of: value, layout: layout), as: UTF8.self)
    }

    /// The same in UTF-8.
    public static func bytes(of value: some Encodable, layout: Layout = .compact) throws -> [UInt8] {
        let tree = JSONTree()
        try value.encode(to: JSONValueEncoder(tree: tree, node: JSONTree.root))
        guard tree.nodes[JSONTree.root].kind != .empty else {
            throw EncodingError.invalidValue(
                value, EncodingError.Context(codingPath: [], debugDescription: "\(type(of: value)) encoded nothing"))
        }
        return try tree.text(layout)
    }

    /// - Throws: `DecodingError`, whose description names the byte: of text that is not JSON, JSON nested deeper than
    ///   512, JSON of another form than the type's. The last of members with the same key counts.
    public static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from text: String) throws -> Value {
        try Value(from: JSONValueDecoder(document: JSONDocument(validUTF8: Array(text.utf8)), node: 0))
    }

    /// The same from UTF-8, which is not repaired where it is invalid.
    public static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from bytes: [UInt8]) throws -> Value {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let fault = JSONFault(offset: error.byteOffsets.lowerBound, message: "the text is not UTF-8")
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: fault.description))
        }
        return try Value(from: JSONValueDecoder(document: JSONDocument(validUTF8: bytes), node: 0))
    }
}
