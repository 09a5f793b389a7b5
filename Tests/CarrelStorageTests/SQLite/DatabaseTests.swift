import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("The SQLite wrapper")
struct DatabaseTests {
    let database: Database

    init() throws {
        database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(a, b)")
    }

    @Test(
        "Text comes back as it was bound, byte for byte",
        arguments: [
            "", "plain", "e\u{301}🎓漢字", "with\u{0}zero", "it's \"quoted\" -- ?", String(repeating: "é", count: 10_000),
        ])
    func text(text: String) throws {
        try database.run("INSERT INTO t(a) VALUES (?)", text)
        let back = try database.first("SELECT a FROM t") { $0.text(0) }
        #expect(back == text && back?.utf8.count == text.utf8.count)
        #expect(try database.first("SELECT a IS NULL FROM t") { $0.bool(0) } == false)
    }

    @Test("Integers keep all their bits, past what a floating-point number holds")
    func integers() throws {
        for value: Int64 in [.min, -1, 0, (1 << 53) + 1, .max] {
            #expect(try database.first("SELECT ?", value) { $0.int64(0) } == value)
        }
    }

    @Test("Every type is bound and read as itself, and nil is NULL")
    func types() throws {
        let moment = Timestamp(milliseconds: 1_790_000_000_123)
        let row = try database.first("SELECT ?, ?, ?, ?, ?", 2.5, true, moment, String?.none, Int?.some(7)) {
            (
                $0.double(0), $0.bool(1), try $0.timestamp(2), $0.optionalText(3), $0.optionalInt(4),
                try $0.optionalTimestamp(3), $0.optionalDouble(0), $0.optionalBool(3), $0.optionalInt64(3)
            )
        }
        let values = try #require(row)
        #expect(values.0 == 2.5 && values.1 && values.2 == moment && values.3 == nil && values.4 == 7)
        #expect(values.5 == nil && values.6 == 2.5 && values.7 == nil && values.8 == nil)
    }

    @Test("A value that is not what it must be is named with its column")
    func unreadable() throws {
        #expect(throws: StoreError.unreadable(value: "soon", of: "due", expected: "a time, YYYY-MM-DD HH:MM:SS.SSS")) {
            try database.first("SELECT 'soon' AS due") { try $0.timestamp(0) }
        }
        #expect(
            throws: StoreError.unreadable(
                value: "x", of: "difficulty", expected: "one of beginner, intermediate, advanced, expert")
        ) {
            try database.first("SELECT 'x' AS difficulty") { try $0.value(0, as: Difficulty.self) }
        }
        #expect(throws: StoreError.self) {
            try database.first("SELECT '{}' AS tags") { try $0.json(0, as: [String].self) }
        }
    }

    @Test("An error carries both codes, SQLite's message and the statement")
    func errors() throws {
        try database.execute("CREATE UNIQUE INDEX one ON t(a)")
        try database.run("INSERT INTO t(a) VALUES (1)")
        let sql = "INSERT INTO t(a) VALUES (?)"
        let error = SQLiteError(extendedCode: 2067, message: "UNIQUE constraint failed: t.a", sql: sql)
        #expect(throws: StoreError.sqlite(error)) { try database.run(sql, 1) }
        #expect(error.code == 19)
        #expect(error.description == "SQLite error 2067: UNIQUE constraint failed: t.a, in: \(sql)")
    }

    @Test("A transaction that throws leaves nothing, and tells the first error even where rolling back has no sense")
    func rollback() throws {
        struct First: Error {}
        #expect(throws: First.self) {
            try database.transaction {
                try database.run("INSERT INTO t(a) VALUES (1)")
                throw First()
            }
        }
        #expect(try database.integer("SELECT COUNT(*) FROM t") == 0 && !database.isInTransaction)
        #expect(throws: First.self) {
            try database.transaction {
                try database.execute("ROLLBACK")
                throw First()
            }
        }
    }

    @Test("A transaction inside another is a part of it")
    func nested() throws {
        struct Outer: Error {}
        #expect(throws: Outer.self) {
            try database.transaction {
                try database.transaction { try database.run("INSERT INTO t(a) VALUES (1)") }
                throw Outer()
            }
        }
        #expect(try database.integer("SELECT COUNT(*) FROM t") == 0)
    }

    @Test("A statement can be asked again while its rows are being read")
    func reentrant() throws {
        try database.execute("INSERT INTO t(a) VALUES (1), (2), (3)")
        var pairs: [Int] = []
        try database.forEach("SELECT a FROM t ORDER BY a") { outer in
            try database.forEach("SELECT a FROM t ORDER BY a") { pairs.append(outer.int(0) * 10 + $0.int(0)) }
        }
        #expect(pairs == [11, 12, 13, 21, 22, 23, 31, 32, 33])
    }

    @Test("An unfinished read does not keep a statement from being used again, whatever the reader threw")
    func throwingReader() throws {
        struct Enough: Error {}
        try database.execute("INSERT INTO t(a) VALUES (1), (2)")
        #expect(throws: Enough.self) { try database.forEach("SELECT a FROM t") { _ in throw Enough() } }
        #expect(try database.rows("SELECT a FROM t") { $0.int(0) } == [1, 2])
        try database.execute("DROP TABLE t")
    }

    @Test("Extensions cannot be loaded, and the schema cannot be written as a table")
    func hardened() throws {
        #expect(throws: StoreError.self) { try database.execute("SELECT load_extension('x')") }
        #expect(throws: StoreError.self) {
            try database.execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 't'")
        }
    }
}
