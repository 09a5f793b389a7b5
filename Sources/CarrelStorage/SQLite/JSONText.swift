import FoundationEssentials

/// JSON as it stands in a column: keys sorted, so that equal values have equal text.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Nil for an empty collection: such a column is left NULL.
    static func encode(unlessEmpty values: some Collection & Encodable) throws -> String? {
        values.isEmpty ? nil : try encode(values)
    }

    static func decode<T: Decodable>(_ type: T.Type = T.self, from text: String) throws -> T {
        var text = text
        return try text.withUTF8 { try JSONDecoder().decode(type, from: Data($0)) }
    }
}

extension Row {
    /// A JSON column's value; nil where the column is NULL.
    ///
    /// - Throws: `StoreError.unreadable` when the JSON is not of the type's form.
    func json<T: Decodable>(_ column: Int, as type: T.Type = T.self) throws -> T? {
        guard let text = optionalText(column) else { return nil }
        do {
            return try JSONText.decode(type, from: text)
        } catch let error as DecodingError {
            throw StoreError.unreadable(value: text, of: name(column), expected: "JSON of \(type): \(error)")
        }
    }
}
