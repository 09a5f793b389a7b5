struct CSVExport {
    let table: ExportTable

    func write(from database: Database, to sink: (String) throws -> Void) throws {
        try sink(Self.line(table.columns.map { .text($0) }))
        try database.forEach(table.select) { row in
            try sink(Self.line((0..<table.columns.count).map(row.value)))
        }
    }

    private static func line(_ values: [StoredValue]) -> String {
        values.map(text).joined(separator: ",") + "\r\n"
    }

    private static func text(_ value: StoredValue) -> String {
        switch value {
        case .null: ""
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): "\"" + text.doubling("\"") + "\""
        case .blob(let bytes): "\"" + bytes.hexadecimal + "\""
        }
    }
}
