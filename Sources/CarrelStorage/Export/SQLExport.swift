struct SQLExport {
    let tables: [ExportTable]
    /// Whether it is to be a whole file again: its views, triggers and version too.
    let isWhole: Bool

    func write(from database: Database, to sink: (String) throws -> Void) throws {
        try sink("BEGIN;\n")
        for table in tables {
            try sink(table.sql + ";\n")
            try insert(table, from: database, to: sink)
        }
        // Indexes are made faster afterwards, and triggers are not to fire on what is only put back.
        let names = Set(tables.map(\.name))
        let kinds = isWhole ? ["index", "view", "trigger"] : ["index"]
        for kind in kinds {
            try database.forEach(
                "SELECT sql, tbl_name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY rowid", kind
            ) { row in
                guard kind == "view" || names.contains(row.text(1)) else { return }
                try sink(row.text(0) + ";\n")
            }
        }
        if isWhole { try sink("PRAGMA user_version = \(try database.integer("PRAGMA user_version"));\n") }
        try sink("COMMIT;\n")
    }

    private func insert(_ table: ExportTable, from database: Database, to sink: (String) throws -> Void) throws {
        let columns = (table.isVirtual ? ["rowid"] : []) + table.columns
        let names = columns.map(ExportTable.quoted).joined(separator: ", ")
        let head = "INSERT INTO \(ExportTable.quoted(table.name))(\(names)) VALUES ("
        try database.forEach(table.select) { row in
            try sink(head + (0..<columns.count).map { Self.literal(row.value($0)) }.joined(separator: ", ") + ");\n")
        }
    }

    private static func literal(_ value: StoredValue) -> String {
        switch value {
        case .null: "NULL"
        case .integer(Int64.min): "(-9223372036854775807 - 1)"
        case .integer(let number): String(number)
        case .real(let number):
            number.isFinite ? String(number) : number.isNaN ? "NULL" : number > 0 ? "9e999" : "-9e999"
        // A literal ends at the first NUL.
        case .text(let text) where text.utf8.contains(0): "CAST(X'\(Array(text.utf8).hexadecimal)' AS TEXT)"
        case .text(let text): "'" + text.doubling("'") + "'"
        case .blob(let bytes): "X'\(bytes.hexadecimal)'"
        }
    }
}

extension String {
    /// With each `quote` twice.
    func doubling(_ quote: Character) -> String {
        // A CR and an LF are one Character, a letter and its accent too: looked at byte by byte.
        guard let byte = quote.asciiValue, utf8.contains(byte) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count + 8)
        for each in utf8 {
            if each == byte { bytes.append(byte) }
            bytes.append(each)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    var hexadecimal: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(count * 2)
        for byte in self {
            for half in [byte >> 4, byte & 15] { digits.append(half < 10 ? 48 + half : 87 + half) }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
