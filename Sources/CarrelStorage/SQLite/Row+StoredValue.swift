import CSQLite

extension Row {
    /// The value as it is stored, of whatever type.
    func value(_ column: Int) -> StoredValue {
        switch sqlite3_column_type(statement.handle, Int32(column)) {
        case SQLITE_INTEGER: return .integer(int64(column))
        case SQLITE_FLOAT: return .real(double(column))
        case SQLITE_TEXT: return .text(text(column))
        case SQLITE_BLOB:
            guard let bytes = sqlite3_column_blob(statement.handle, Int32(column)) else { return .blob([]) }
            let count = Int(sqlite3_column_bytes(statement.handle, Int32(column)))
            return .blob(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
        default: return .null
        }
    }
}
