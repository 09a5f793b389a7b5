import CarrelCore

/// Why nothing can be exported.
public enum ExportError: Error, Equatable, Sendable {
    /// - nearest: The name that may have been meant.
    case noTable(String, nearest: String?)
    /// CSV has one header, so that a file of it holds one table.
    case severalTables
}

extension ExportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noTable(let name, let nearest?): "\(name): no such table; did you mean \(nearest)?"
        case .noTable(let name, nil): "\(name): no such table; carrel doctor lists them"
        case .severalTables: "csv holds one table: name it, or export all as json or sql"
        }
    }
}

/// A table as it is exported.
struct ExportTable: Equatable {
    var name: String
    /// In the table's order.
    var columns: [String]
    /// The statement that makes it.
    var sql: String
    /// The search index, which is made of the other tables.
    var isVirtual: Bool
    /// What to order rows by, so that two exports of the same file are the same.
    var order: String

    var select: String {
        let rowid = isVirtual ? ["rowid"] : []
        return "SELECT \((rowid + columns).map(Self.quoted).joined(separator: ", ")) FROM \(Self.quoted(name)) "
            + "ORDER BY \(order)"
    }

    static func quoted(_ name: String) -> String { "\"\(name)\"" }

    /// All there are, each after those its foreign keys name; without what SQLite and FTS5 keep for themselves.
    static func all(in database: Database) throws -> [ExportTable] {
        let tables = try database.rows(
            """
            SELECT s.name, s.sql, t.type = 'virtual', t.wr FROM sqlite_schema s JOIN pragma_table_list t ON t.name = s.name
             WHERE s.type = 'table' AND t.schema = 'main' AND t.type IN ('table', 'virtual')
               AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY s.name
            """
        ) { row in
            let name = row.text(0)
            let columns = try database.rows(
                "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", name
            ) { (name: $0.text(0), key: $0.int(1)) }
            let key = columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map { quoted($0.name) }
            return ExportTable(
                name: name, columns: columns.map(\.name), sql: row.text(1), isVirtual: row.bool(2),
                order: row.bool(3) ? key.joined(separator: ", ") : "rowid")
        }
        var needed: [String: Set<String>] = [:]
        for table in tables {
            let parents = try database.rows("SELECT \"table\" FROM pragma_foreign_key_list(?)", table.name) {
                $0.text(0)
            }
            needed[table.name] = Set(parents).subtracting([table.name])
        }
        return inOrder(tables, after: needed)
    }

    /// - Parameter needed: By table, those that have to come before it.
    static func inOrder(_ tables: [ExportTable], after needed: [String: Set<String>]) -> [ExportTable] {
        var ordered: [ExportTable] = []
        var placed: Set<String> = []
        var rest = tables
        while !rest.isEmpty {
            // Where tables need each other there is no order, and they come as they are.
            let free = rest.filter { needed[$0.name, default: []].isSubset(of: placed) }
            ordered += free.isEmpty ? rest : free
            placed.formUnion(ordered.map(\.name))
            rest.removeAll { placed.contains($0.name) }
        }
        return ordered
    }
}
