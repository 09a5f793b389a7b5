import CarrelCore
import CarrelJSON
import Glibc
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("Exporting tables")
struct ExportTests {
    let clock = TestClock()
    let store: Store

    init() throws {
        store = try Store.ticking(clock)
        try store.load(
            SampleCatalogue.channel([SampleCatalogue.fullQuestion("q1"), SampleCatalogue.question("q2")]))
        let session = try store.start(["q1", "q2"])
        try store.answer("q1", in: session, confidence: .sure)
        try store.answer("q2", in: session, isCorrect: false)
        let odd = "It's \"odd\", a\r\nline, naïve 学 🎓 \\ \u{0} \u{1b} end"
        try store.record(.bookmarkSet(BookmarkSet(note: odd)), questionId: "q1")
        try store.record(.bookmarkSet(BookmarkSet(note: "")), questionId: "q2")
        try store.record(.bookmarkSet(BookmarkSet(note: nil)), questionId: "q3")
    }

    private func export(_ name: String, as format: ExportFormat) throws -> String {
        var text = ""
        try Export(name, of: store, as: format).write { text += $0 }
        return text
    }

    /// Everything in the tables, as SQLite writes literals.
    private func rows(_ table: String, in database: Database) throws -> [String] {
        let columns = try database.rows("SELECT name FROM pragma_table_info(?)", table) { "quote(\"\($0.text(0))\")" }
        return try database.rows("SELECT \(columns.joined(separator: " || ',' || ")) FROM \"\(table)\"") { $0.text(0) }
            .sorted()
    }

    @Test("SQL of all tables makes a whole file again, row for row")
    func wholeFile() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("again.db")
        let database = try Database(path: path)
        database.trustSchema()
        try database.execute(try export(Export.all, as: .sql))
        let tables = try Export.tables(of: store)
        #expect(tables.count > 30)
        for table in tables { #expect(try rows(table, in: database) == rows(table, in: store.database), "\(table)") }
        let again = try Store.open(.file(path), clock: clock.now, seed: 2)
        #expect(try again.integrity() == [] && again.drift() == [])
        let found = "SELECT rowid FROM questionSearch WHERE questionSearch MATCH 'Right'"
        let rowids = try store.database.rows(found) { $0.int(0) }
        #expect(try again.database.rows(found) { $0.int(0) } == rowids && rowids.count == 2)
    }

    @Test("SQL of one table makes that table with its indexes")
    func oneTable() throws {
        let database = try Database(path: ":memory:")
        database.trustSchema()
        try database.execute(try export("bookmarks", as: .sql))
        #expect(try rows("bookmarks", in: database) == rows("bookmarks", in: store.database))
        #expect(
            try database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) } == ["bookmarks"])
    }

    @Test("CSV says what is NULL, what is empty, and keeps every character")
    func csv() throws {
        let text = try export("bookmarks", as: .csv)
        let parsed = CSV.parse(text)
        #expect(parsed.first == ["id", "userId", "questionId", "note", "createdAt"])
        let notes = Dictionary(uniqueKeysWithValues: parsed.dropFirst().map { ($0[2] ?? "", $0[3]) })
        let kept = try store.database.first("SELECT note FROM bookmarks WHERE questionId = 'q1'") { $0.text(0) }
        let expected: [String: String?] = ["q1": kept, "q2": "", "q3": nil]
        #expect(notes == expected)
        for table in try Export.tables(of: store) {
            let columns = try store.database.rows("SELECT name FROM pragma_table_info(?)", table) { $0.text(0) }
            let stored = try store.database.rows("SELECT * FROM \"\(table)\"") { row in
                columns.indices.map { row.optionalText($0) }
            }
            let parsed = CSV.parse(try export(table, as: .csv))
            #expect(parsed.count == stored.count + 1 && parsed.allSatisfy { $0.count == columns.count }, "\(table)")
            // Numbers have other texts here than in SQLite, and texts the same.
            guard table == "userAnswers" || table == "questions" else { continue }
            #expect(Set(parsed.dropFirst().map { $0[0] }) == Set(stored.map { $0[0] }))
        }
    }

    @Test("JSON is an array of objects with every column, or an object of such arrays")
    func json() throws {
        let all = try export(Export.all, as: .json)
        for table in try Export.tables(of: store) {
            let columns = try store.database.rows("SELECT name FROM pragma_table_info(?)", table) { $0.text(0) }
            let values = columns.map { "quote(json_extract(value, '$.\"\($0)\"'))" }.joined(separator: " || ',' || ")
            let stored = try rows(table, in: store.database)
            let one = try store.database.rows("SELECT \(values) FROM json_each(?)", try export(table, as: .json)) {
                $0.text(0)
            }
            let ofAll = try store.database.rows("SELECT \(values) FROM json_each(?, '$.' || ?)", all, table) {
                $0.text(0)
            }
            #expect(one.sorted() == stored && ofAll == one, "\(table)")
        }
        #expect(try export("goals", as: .json) == "[]\n")
    }

    @Test("A name that is no table is refused, and the nearest is offered")
    func unknown() throws {
        #expect(throws: ExportError.noTable("bookmark", nearest: "bookmarks")) {
            try Export("bookmark", of: store, as: .json)
        }
        #expect(throws: ExportError.noTable("questionSearch_data", nearest: nil)) {
            try Export("questionSearch_data", of: store, as: .json)
        }
        #expect(throws: ExportError.severalTables) { try Export(Export.all, of: store, as: .csv) }
        #expect(try !Export.tables(of: store).contains { $0.hasPrefix("questionSearch") })
        #expect(
            "\(ExportError.noTable("bookmark", nearest: "bookmarks"))"
                == "bookmark: no such table; did you mean bookmarks?")
    }

    @Test("Tables come after those they refer to, and in any order where they refer to each other")
    func order() throws {
        let tables = ["a", "b", "c", "d"].map {
            ExportTable(name: $0, columns: [], sql: "", isVirtual: false, order: "rowid")
        }
        let ordered = ExportTable.inOrder(tables, after: ["a": ["c"], "c": ["b"]])
        #expect(ordered.map(\.name) == ["b", "d", "c", "a"])
        #expect(ExportTable.inOrder(tables, after: ["a": ["b"], "b": ["a"]]).count == 4)
        let names = try ExportTable.all(in: store.database).map(\.name)
        let questions = try #require(names.firstIndex(of: "questions"))
        #expect(try #require(names.firstIndex(of: "answerOptions")) > questions)
    }

    @Test("What the sink throws ends the export")
    func broken() throws {
        struct Broken: Error {}
        let export = try Export("questions", of: store, as: .csv)
        #expect(throws: Broken.self) { try export.write { _ in throw Broken() } }
        #expect(!store.database.isInTransaction)
    }
}

/// RFC 4180, read by a program of its own; nil is a field with nothing in it, not even quotation marks.
private enum CSV {
    static func parse(_ text: String) -> [[String?]] {
        var records: [[String?]] = []
        var record: [String?] = []
        var field: [UInt8] = []
        var isQuoted = false, wasQuoted = false
        var bytes = Array(text.utf8)[...]
        func value() -> String? { wasQuoted || !field.isEmpty ? String(decoding: field, as: UTF8.self) : nil }
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && bytes.first == byte: field.append(bytes.removeFirst())
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                wasQuoted = true
            case UInt8(ascii: ",") where !isQuoted:
                record.append(value())
                (field, wasQuoted) = ([], false)
            case UInt8(ascii: "\r") where !isQuoted && bytes.first == UInt8(ascii: "\n"):
                bytes.removeFirst()
                records.append(record + [value()])
                (record, field, wasQuoted) = ([], [], false)
            default: field.append(byte)
            }
        }
        return records
    }
}
