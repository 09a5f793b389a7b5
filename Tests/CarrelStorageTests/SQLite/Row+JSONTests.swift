import CarrelJSON
import Testing

@testable import CarrelStorage

@Suite("JSON in columns")
struct RowJSONTests {
    @Test("An empty collection is left out")
    func empty() throws {
        #expect(try JSONText.encode(unlessEmpty: [String]()) == nil)
        #expect(try JSONText.encode(unlessEmpty: ["x/y"]) == #"["x/y"]"#)
    }

    @Test("A column is read as a value, NULL as nil, and anything else is told with the column's name")
    func column() throws {
        let database = try Database(path: ":memory:")
        let select = #"SELECT '["a"]' AS list, NULL AS none, '{"a":1' AS broken"#
        let read = try database.first(select) {
            (try $0.json(0, as: [String].self), try $0.json(1, as: [String].self))
        }
        #expect(read?.0 == ["a"])
        #expect(read?.1 == nil)
        do {
            _ = try database.first(select) { try $0.json(2, as: [String: Int].self) }
            Issue.record("broken JSON was read")
        } catch StoreError.unreadable(let value, let column, let expected) {
            #expect(value == #"{"a":1"#)
            #expect(column == "broken")
            #expect(expected.contains("byte 6: expected , or } in an object"))
        }
    }
}
