import Testing

@testable import CarrelStorage

@Suite("Errors of the store")
struct StoreErrorTests {
    @Test(
        "SQLite's codes become what a learner can act on",
        arguments: [
            (5, .locked(path: "f")), (517, .locked(path: "f")), (8, .readOnly(path: "f")), (13, .full(path: "f")),
            (11, .damaged(path: "f", detail: "m")), (26, .notADatabase(path: "f")),
            (14, .inaccessible(path: "f", reason: "m")),
            (19, .sqlite(SQLiteError(extendedCode: 19, message: "m"))),
        ] as [(Int32, StoreError)])
    func codes(code: Int32, error: StoreError) {
        #expect(StoreError(SQLiteError(extendedCode: code, message: "m"), path: "f") == error)
    }

    static let all: [StoreError] = [
        .sqlite(SQLiteError(extendedCode: 1, message: "m", sql: "SELECT\n  1")),
        .newerFile(version: 2, known: 1, path: "f"), .altered(object: "table t", path: "f"),
        .foreignFile(object: "table t", path: "f"), .damaged(path: "f", detail: "d"), .notADatabase(path: "f"),
        .isDirectory(path: "f"), .inaccessible(path: "f", reason: "r"), .locked(path: "f"), .readOnly(path: "f"),
        .full(path: "f"), .unreadable(value: "v", of: "c", expected: "e"), .missingFeature("FTS5"),
    ]

    @Test("Every message is one line", arguments: all)
    func oneLine(error: StoreError) { #expect(!error.description.contains("\n") && error.description.count > 10) }

    @Test("Trying again is offered where it can help")
    func retriable() {
        #expect(Self.all.filter(\.isRetriable) == [.locked(path: "f"), .readOnly(path: "f"), .full(path: "f")])
    }
}
