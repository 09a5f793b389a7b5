import CSQLite
import CarrelCore

/// A row of `journal` as it is stored, its body unread: what two files are compared by.
struct EntryRow: Equatable {
    var id: String
    var ord: Int64
    var hlc: Int64
    var at: String
    var zone: Int
    var kind: String
    var version: Int
    var sessionId: String?
    var questionId: String?
    var target: String?
    var body: String

    static let columns = "id, ord, hlc, at, tz, kind, v, sessionId, questionId, target, body"

    /// A row of the learner's own file.
    init(_ row: Row) {
        id = row.text(0)
        ord = row.int64(1)
        hlc = row.int64(2)
        at = row.text(3)
        zone = row.int(4)
        kind = row.text(5)
        version = row.int(6)
        sessionId = row.optionalText(7)
        questionId = row.optionalText(8)
        target = row.optionalText(9)
        body = row.text(10)
    }

    /// The column, other than `ord`, in which two rows of one id differ; nil where they say the same.
    func difference(from other: EntryRow) -> String? {
        if hlc != other.hlc { return "hlc" }
        if at != other.at { return "at" }
        if zone != other.zone { return "tz" }
        if kind != other.kind { return "kind" }
        if version != other.version { return "v" }
        if sessionId != other.sessionId { return "sessionId" }
        if questionId != other.questionId { return "questionId" }
        if target != other.target { return "target" }
        return body == other.body ? nil : "body"
    }

    /// Whether this program folds it; any body it cannot read aside.
    var isKnown: Bool { JournalKind(rawValue: kind).map { version <= $0.version } ?? false }

    /// - Throws: `StoreError.unreadable` for an `at` that is no time.
    func entry(_ codec: EventCodec) throws -> JournalEntry {
        guard let moment = Timestamp(text: at) else {
            throw StoreError.unreadable(value: at, of: "at", expected: "a time, YYYY-MM-DD HH:MM:SS.SSS")
        }
        return JournalEntry(
            id: id, ord: ord, hlc: hlc, at: moment, zone: zone, sessionId: sessionId, questionId: questionId,
            target: target, event: codec.event(EventCodec.Stored(kind: kind, version: version, body: body)))
    }
}

// MARK: Rows of another's file

extension EntryRow {
    /// Bytes.
    private static let longestBody = 1 << 20
    static let bodyExpected = "JSON, an object or an array of at most 1 MiB"
    /// Bytes of an id of the catalogue, far more than authors give it.
    private static let longestName = 512
    /// Minutes from UTC.
    private static let zones = -14 * 60...14 * 60

    /// A row of another's file, every column of which is checked.
    ///
    /// - Parameter number: Counted from 1, for a row whose id cannot be told.
    /// - Throws: `MergeError.malformed`.
    init(_ row: Row, path: String, number: Int) throws {
        let ulid = "a ULID"
        id = try EntryForm(row: row, path: path, name: "entry number \(number)").text(0, "id", ulid, ULID.isForm)
        let form = EntryForm(row: row, path: path, name: "entry \(id)")
        let place = "a whole number, not negative"
        ord = try form.integer(1, "ord", place, 0...Int64.max)
        hlc = try form.integer(2, "hlc", place, 0...Int64.max)
        at = try form.text(3, "at", "a time, YYYY-MM-DD HH:MM:SS.SSS") { Timestamp(text: $0)?.text == $0 }
        zone = Int(try form.integer(4, "tz", "minutes within 14 hours of UTC", Self.zones.int64))
        kind = try form.text(5, "kind", "a word") { (1...64).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isLetter) }
        version = Int(try form.integer(6, "v", "a version, 1 or later", 1...Int64(Int32.max)))
        sessionId = try form.optional(7, "sessionId", ulid, ULID.isForm)
        questionId = try form.optional(8, "questionId", "a question's id") {
            (1...Self.longestName).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
        }
        target = try form.optional(9, "target", ulid, ULID.isForm)
        body = try form.text(10, "body", Self.bodyExpected) { $0.utf8.count <= Self.longestBody }
    }
}

/// Reads the columns of one row of another's file, and says which is not as it should be.
struct EntryForm {
    let row: Row
    let path: String
    /// What the row is called in a message.
    let name: String

    func text(
        _ column: Int, _ called: String, _ expected: String, _ isForm: (String) -> Bool
    ) throws -> String {
        // Read as it is: text that is not UTF-8 would be another text once it was repaired.
        guard row.isText(column), let text = row.validText(column), isForm(text) else {
            throw malformed(called, expected)
        }
        return text
    }

    func optional(
        _ column: Int, _ called: String, _ expected: String, _ isForm: (String) -> Bool
    ) throws -> String? {
        row.isNull(column) ? nil : try text(column, called, expected, isForm)
    }

    func integer(
        _ column: Int, _ called: String, _ expected: String, _ range: ClosedRange<Int64>
    ) throws -> Int64 {
        guard row.isInteger(column), range.contains(row.int64(column)) else { throw malformed(called, expected) }
        return row.int64(column)
    }

    private func malformed(_ column: String, _ expected: String) -> MergeError {
        .malformed(path: path, row: name, column: column, expected: expected)
    }
}

extension Row {
    fileprivate func isInteger(_ column: Int) -> Bool {
        sqlite3_column_type(statement.handle, Int32(column)) == SQLITE_INTEGER
    }

    /// Nil where the bytes are not UTF-8.
    fileprivate func validText(_ column: Int) -> String? {
        guard let bytes = sqlite3_column_text(statement.handle, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(statement.handle, Int32(column)))
        return String(validating: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}

extension ClosedRange<Int> {
    fileprivate var int64: ClosedRange<Int64> { Int64(lowerBound)...Int64(upperBound) }
}

extension UInt8 {
    fileprivate var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_")
    }
}
