/// What SQLite said, with the statement it said it about.
public struct SQLiteError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The primary result code, e.g. 5 for SQLITE_BUSY.
    public let code: Int32
    /// The extended result code, e.g. 2067 for SQLITE_CONSTRAINT_UNIQUE.
    public let extendedCode: Int32
    public let message: String
    public let sql: String?

    public init(extendedCode: Int32, message: String, sql: String? = nil) {
        code = extendedCode & 0xFF
        self.extendedCode = extendedCode
        self.message = message
        self.sql = sql
    }

    public var description: String {
        let head = "SQLite error \(extendedCode): \(message)"
        guard let sql else { return head }
        let line = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "\(head), in: \(line.count > 200 ? line.prefix(200) + "…" : line)"
    }
}
