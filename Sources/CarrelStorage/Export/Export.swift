import CarrelCore

/// The forms in which tables leave the program.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// An object a row, with all columns in the table's order: an array of them for one table, an object of arrays for
    /// all. Text stays text, even where it is JSON.
    case json
    /// RFC 4180: lines end with CR LF, the first one names the columns. Text is always quoted and NULL is nothing at
    /// all, so that empty text and NULL stay apart.
    case csv
    /// What the `sqlite3` shell makes the same tables of, with their indexes, in one transaction. All of them together
    /// are a whole learner's file again.
    case sql
}

/// Tables on their way out, row by row.
public struct Export {
    private let database: Database
    private let tables: [ExportTable]
    private let format: ExportFormat
    private let isWhole: Bool

    /// What stands for every table.
    public static let all = "all"

    /// The names that can be exported one by one, in order.
    public static func tables(of store: Store) throws -> [String] {
        try ExportTable.all(in: store.database).filter { !$0.isVirtual }.map(\.name).sorted()
    }

    /// - Parameter name: Of a table, or `all`.
    /// - Throws: `ExportError`.
    public init(_ name: String, of store: Store, as format: ExportFormat) throws {
        database = store.database
        self.format = format
        isWhole = name == Self.all
        let known = try ExportTable.all(in: store.database)
        if isWhole {
            guard format != .csv else { throw ExportError.severalTables }
            // The search index is made of the other tables: only a whole file needs it.
            tables = format == .sql ? known : known.filter { !$0.isVirtual }
        } else {
            let real = known.filter { !$0.isVirtual }
            tables = real.filter { $0.name == name }
            guard !tables.isEmpty else {
                let names = real.map(\.name) + [Self.all]
                throw ExportError.noTable(name, nearest: NearestName.to(name, among: names))
            }
        }
    }

    /// Writes all of it, as it is at one moment.
    ///
    /// - Parameter sink: Takes the text piece by piece; what it throws ends the export and is thrown.
    public func write(to sink: (String) throws -> Void) throws {
        try database.snapshot {
            switch format {
            case .json: try JSONExport(tables: tables, isWhole: isWhole).write(from: database, to: sink)
            case .csv: for table in tables { try CSVExport(table: table).write(from: database, to: sink) }
            case .sql: try SQLExport(tables: tables, isWhole: isWhole).write(from: database, to: sink)
            }
        }
    }
}

/// One stored value, as it is.
enum StoredValue: Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}
