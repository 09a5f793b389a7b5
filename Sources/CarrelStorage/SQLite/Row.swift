import CSQLite
import CarrelCore

/// The current row of a statement, read by column from 0. Good until the statement takes its next step.
///
/// A NULL reads as zero, false or empty text where the type has no nil.
struct Row {
    let statement: Statement

    var columnCount: Int { Int(sqlite3_column_count(statement.handle)) }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement.handle, Int32(column)) == SQLITE_NULL }

    func isText(_ column: Int) -> Bool { sqlite3_column_type(statement.handle, Int32(column)) == SQLITE_TEXT }

    func int64(_ column: Int) -> Int64 { sqlite3_column_int64(statement.handle, Int32(column)) }

    func int(_ column: Int) -> Int { Int(int64(column)) }

    func bool(_ column: Int) -> Bool { int64(column) != 0 }

    func double(_ column: Int) -> Double { sqlite3_column_double(statement.handle, Int32(column)) }

    func text(_ column: Int) -> String {
        guard let bytes = sqlite3_column_text(statement.handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement.handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// - Throws: `StoreError.unreadable` when the text is no time.
    func timestamp(_ column: Int) throws -> Timestamp {
        let text = text(column)
        guard let moment = Timestamp(text: text) else {
            throw StoreError.unreadable(value: text, of: name(column), expected: "a time, YYYY-MM-DD HH:MM:SS.SSS")
        }
        return moment
    }

    /// The value as one of an enumeration's.
    ///
    /// - Throws: `StoreError.unreadable` when the enumeration has no such value.
    func value<T: RawRepresentable & CaseIterable>(_ column: Int, as type: T.Type = T.self) throws -> T
    where T.RawValue == String {
        let text = text(column)
        guard let value = T(rawValue: text) else {
            let known = T.allCases.map(\.rawValue).joined(separator: ", ")
            throw StoreError.unreadable(value: text, of: name(column), expected: "one of \(known)")
        }
        return value
    }

    func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }
    func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
    func optionalBool(_ column: Int) -> Bool? { isNull(column) ? nil : bool(column) }
    func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }
    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    func optionalTimestamp(_ column: Int) throws -> Timestamp? { isNull(column) ? nil : try timestamp(column) }

    func name(_ column: Int) -> String {
        sqlite3_column_name(statement.handle, Int32(column)).map { String(cString: $0) } ?? "column \(column)"
    }
}
