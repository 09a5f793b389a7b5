import CSQLite

/// A prepared statement of one connection.
final class Statement {
    let handle: OpaquePointer
    private unowned let database: Database

    init(handle: OpaquePointer, database: Database) {
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    var sql: String { sqlite3_sql(handle).map { String(cString: $0) } ?? "" }

    /// Whether it has been stepped and not yet run to its end or reset.
    var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

    /// Runs the statement to its end.
    func run(_ values: any Bindable...) throws(StoreError) { try run(binding: values) }

    func run(binding values: [any Bindable]) throws(StoreError) {
        defer { reset() }
        try bind(values)
        while try step() {}
    }

    /// Hands over each row in turn; a row is good only during the call.
    func forEach(binding values: [any Bindable], _ body: (Row) throws -> Void) throws {
        defer { reset() }
        try bind(values)
        while try step() { try body(Row(statement: self)) }
    }

    /// The first row as `map` makes it, nil without one.
    func first<T>(binding values: [any Bindable], map: (Row) throws -> T) throws -> T? {
        defer { reset() }
        try bind(values)
        return try step() ? map(Row(statement: self)) : nil
    }

    /// Takes one step with what was bound by hand.
    func stepAndReset() throws(StoreError) {
        defer { reset() }
        _ = try step()
    }

    private func bind(_ values: [any Bindable]) throws(StoreError) {
        for (place, value) in values.enumerated() {
            let code = value.bind(to: handle, at: Int32(place + 1))
            if code != SQLITE_OK { throw database.error(code, sql: sql) }
        }
    }

    private func step() throws(StoreError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw database.error(code, sql: sql)
        }
    }

    private func reset() {
        // The code repeats the error of the last step, which has been thrown already.
        _ = sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }
}
