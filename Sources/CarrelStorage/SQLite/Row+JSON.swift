import CarrelJSON

extension JSONText {
    /// Nil for an empty collection: such a column is left NULL.
    static func encode(unlessEmpty values: some Collection & Encodable) throws -> String? {
        values.isEmpty ? nil : try encode(values)
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
