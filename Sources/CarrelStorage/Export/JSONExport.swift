import CarrelJSON

struct JSONExport {
    let tables: [ExportTable]
    /// Whether arrays stand under the names of their tables.
    let isWhole: Bool

    func write(from database: Database, to sink: (String) throws -> Void) throws {
        guard isWhole else {
            for table in tables { try write(table, from: database, to: sink) }
            return try sink("\n")
        }
        try sink("{\n")
        for (place, table) in tables.enumerated() {
            try sink((place > 0 ? ",\n" : "") + (try JSONText.encode(table.name)) + ": ")
            try write(table, from: database, to: sink)
        }
        try sink("\n}\n")
    }

    private func write(_ table: ExportTable, from database: Database, to sink: (String) throws -> Void) throws {
        let names = try table.columns.map { try JSONText.encode($0) + ": " }
        var isFirst = true
        try database.forEach(table.select) { row in
            var line = isFirst ? "[\n{" : ",\n{"
            isFirst = false
            for (column, name) in names.enumerated() {
                if column > 0 { line += ", " }
                line += name
                line += try Self.text(row.value(column))
            }
            try sink(line + "}")
        }
        try sink(isFirst ? "[]" : "\n]")
    }

    private static func text(_ value: StoredValue) throws -> String {
        switch value {
        case .null: "null"
        case .integer(let number): String(number)
        // A real stays one: 1.0. JSON has none that is not finite, and no column takes any.
        case .real(let number): number.isFinite ? String(number) : "null"
        case .text(let text): try JSONText.encode(text)
        case .blob(let bytes): try JSONText.encode(bytes.hexadecimal)
        }
    }
}
