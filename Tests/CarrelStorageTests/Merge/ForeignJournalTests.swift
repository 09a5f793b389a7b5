import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Another's journal, of which nothing is believed")
struct ForeignJournalTests {
    private let machines: Machines
    private let mine: Store

    init() throws {
        machines = try Machines()
        mine = try machines.open("mine")
        try mine.absorb([entry("mine", .bookmarkSet(BookmarkSet()), question: "alpha")])
    }

    private func expectRefused(_ error: MergeError) throws {
        let (rows, tables) = (try mine.entryRows(), try mine.foldedTables())
        let before = try machines.contents(of: "other")
        #expect(throws: error) { try mine.merge(machines.path("other")) }
        #expect(throws: error) { try mine.merge(machines.path("other"), dryRun: true) }
        #expect(try mine.entryRows() == rows && mine.foldedTables() == tables)
        #expect(try machines.contents(of: "other") == before)
    }

    private static let copy = "ALTER TABLE journal RENAME TO kept;"
    private static let columns = """
        id TEXT PRIMARY KEY, ord INTEGER NOT NULL, hlc INTEGER NOT NULL, at TEXT NOT NULL, tz INTEGER NOT NULL,
        kind TEXT NOT NULL, v INTEGER NOT NULL, sessionId TEXT, questionId TEXT, target TEXT
        """

    @Test(
        "A schema that is not Carrel's own, where the journal is concerned, is refused and the object is named",
        arguments: [
            (copy + "CREATE VIEW journal AS SELECT * FROM kept", "view journal"),
            (copy + "CREATE VIRTUAL TABLE journal USING fts5(id, body)", "table journal"),
            (
                copy + "CREATE TABLE journal(\(columns), body TEXT AS (hex(zeroblob(500000000))))",
                "table journal"
            ),
            (
                copy
                    + "CREATE TABLE journal(\(columns), body TEXT CHECK (length(hex(zeroblob(500000000))) > 0)) STRICT",
                "table journal"
            ),
            ("CREATE INDEX odd ON journal(length(hex(zeroblob(length(body)))))", "index odd"),
            ("CREATE TRIGGER odd AFTER INSERT ON journal BEGIN DELETE FROM users; END", "trigger odd"),
            ("ALTER TABLE journal ADD COLUMN more TEXT", "table journal"),
            ("DROP INDEX journal_order", "index journal_order"),
            ("ALTER TABLE users ADD COLUMN more TEXT AS (abs(-9223372036854775808))", "table users"),
            ("CREATE TRIGGER odd AFTER UPDATE ON users BEGIN DELETE FROM journal; END", "trigger odd"),
        ])
    func hostileSchema(script: String, object: String) throws {
        try machines.make("other", [entry("e")])
        try machines.sql("other", script)
        try expectRefused(.altered(path: machines.path("other"), object: object))
    }

    @Test("Views, triggers and tables that are not read may be as they like")
    func otherObjects() throws {
        try machines.make("other", [entry("e", .bookmarkSet(BookmarkSet()), question: "beta")])
        try machines.sql(
            "other",
            """
            DROP VIEW botActivity; CREATE VIEW botActivity AS SELECT hex(zeroblob(500000000)) AS x;
            CREATE TABLE more(x CHECK (length(hex(zeroblob(500000000))) > 0));
            """)
        try mine.merge(machines.path("other"))
        #expect(try mine.isBookmarked("beta"))
    }

    @Test("A newer program's file is merged while its journal is as this one knows it, else that program is to do it")
    func newerFile() throws {
        try machines.make("other", [entry("e", .bookmarkSet(BookmarkSet()), question: "beta")])
        try machines.sql("other", "PRAGMA user_version = 99; CREATE TABLE future(x)")
        try mine.merge(machines.path("other"))
        #expect(try mine.isBookmarked("beta"))
        try machines.sql("other", "ALTER TABLE journal ADD COLUMN more TEXT")
        try expectRefused(
            .newer(path: machines.path("other"), version: 99, known: Schema.migrations.count))
    }

    @Test(
        "Databases of other programs are told from damaged ones",
        arguments: ["CREATE TABLE letters(body TEXT)", "CREATE TABLE letters(body TEXT); PRAGMA user_version = 1"])
    func notCarrel(script: String) throws {
        try machines.sql("other", script)
        try expectRefused(.notCarrel(path: machines.path("other")))
    }

    @Test("A database without a table is empty")
    func emptyDatabase() throws {
        try machines.sql("other", "CREATE TABLE t(x); DROP TABLE t")
        try expectRefused(.empty(path: machines.path("other")))
    }

    @Test(
        "An entry that is not of the form Carrel writes is refused by name and column",
        arguments: [
            ("id = 'drop table'", "id", "a ULID"),
            ("id = lower(id)", "id", "a ULID"),
            ("id = '8' || substr(id, 2)", "id", "a ULID"),
            ("ord = -1", "ord", "a whole number, not negative"),
            ("hlc = -1", "hlc", "a whole number, not negative"),
            ("at = '2026-02-30 10:00:00.000'", "at", "a time, YYYY-MM-DD HH:MM:SS.SSS"),
            ("at = '2026-02-03T10:00:00.000Z'", "at", "a time, YYYY-MM-DD HH:MM:SS.SSS"),
            ("at = ''", "at", "a time, YYYY-MM-DD HH:MM:SS.SSS"),
            ("tz = 841", "tz", "minutes within 14 hours of UTC"),
            ("tz = -9223372036854775808", "tz", "minutes within 14 hours of UTC"),
            ("kind = ''", "kind", "a word"),
            ("kind = char(27) || '[31m'", "kind", "a word"),
            ("kind = hex(zeroblob(40))", "kind", "a word"),
            ("v = 0", "v", "a version, 1 or later"),
            ("v = 9223372036854775807", "v", "a version, 1 or later"),
            ("sessionId = 'mine'", "sessionId", "a ULID"),
            ("questionId = ''", "questionId", "a question's id"),
            ("questionId = 'a' || char(10) || 'b'", "questionId", "a question's id"),
            ("questionId = hex(zeroblob(300))", "questionId", "a question's id"),
            ("questionId = CAST(x'c3' AS TEXT)", "questionId", "a question's id"),
            ("target = '../' || id", "target", "a ULID"),
            ("body = '{\"a\":'", "body", "JSON, an object or an array of at most 1 MiB"),
            ("body = '3'", "body", "JSON, an object or an array of at most 1 MiB"),
            ("body = CAST(x'7b2261223a22ff227d' AS TEXT)", "body", "JSON, an object or an array of at most 1 MiB"),
            (
                "body = json_object('a', hex(zeroblob(600000)))", "body",
                "JSON, an object or an array of at most 1 MiB"
            ),
            (
                "body = json_object('a', hex(zeroblob(6000000)))", "body",
                "JSON, an object or an array of at most 1 MiB"
            ),
        ])
    func malformed(change: String, column: String, expected: String) throws {
        let last = entry("last", .bookmarkSet(BookmarkSet()), question: "beta")
        try machines.make("other", [entry("first"), last])
        try machines.sql(
            "other", "PRAGMA ignore_check_constraints = 1; UPDATE journal SET \(change) WHERE id = '\(last.id)'")
        let isNamed = column != "id" && !change.hasSuffix("zeroblob(6000000)))")
        try expectRefused(
            .malformed(
                path: machines.path("other"), row: isNamed ? "entry \(last.id)" : "entry number 2", column: column,
                expected: expected))
    }

    @Test(
        "A learner that is none is refused",
        arguments: [
            ("DELETE FROM users", "id", "there"), ("UPDATE users SET id = ''", "id", "a UUID"),
            ("UPDATE users SET id = 'zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz'", "id", "a UUID"),
            ("UPDATE users SET username = ''", "username", "a name"),
        ])
    func learner(script: String, column: String, expected: String) throws {
        try machines.make("other", [entry("e")])
        try machines.sql("other", script)
        try expectRefused(
            .malformed(path: machines.path("other"), row: "its learner", column: column, expected: expected))
    }
}
