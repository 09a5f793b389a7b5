import Testing

@testable import CarrelStorage

@Suite("Statements kept by their text")
struct SQLTextTests {
    @Test("Texts of one length are told apart, and the same text is the same however it was made")
    func keys() {
        let kept = [SQLText("SELECT 1"): "one", SQLText("SELECT 2"): "two"]
        #expect(kept[SQLText("SELECT 1")] == "one")
        #expect(kept[SQLText("SELECT " + String(2))] == "two")
        #expect(kept[SQLText("SELECT 3")] == nil)
    }

    @Test("A connection gives the statement that was asked for, and keeps it")
    func connection() throws {
        let database = try Database(path: ":memory:")
        #expect(try database.integer("SELECT 1") == 1)
        #expect(try database.integer("SELECT 2") == 2)
        #expect(try database.statement("SELECT 1") === database.statement("SELECT 1"))
        #expect(database.preparedSQL == ["SELECT 1", "SELECT 2"])
    }
}
