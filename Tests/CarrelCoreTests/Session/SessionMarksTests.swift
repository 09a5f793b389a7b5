import CarrelCore
import FoundationEssentials
import Testing

@Suite("Marks of a session in JSON")
struct SessionMarksTests {
    @Test("Equal marks have equal text, and come back equal")
    func canonical() throws {
        var marks = SessionMarks()
        marks.flagged = Set((0..<40).map { "q\($0)" })
        marks.struck = ["q1": Set((0..<20).map { "o\($0)" }), "q0": ["a"]]
        marks.notes = ["": "sheet", "q1": "note"]
        var other = SessionMarks()
        for id in marks.flagged.sorted().reversed() { other.flagged.insert(id) }
        other.struck = marks.struck.mapValues { Set($0.sorted().reversed()) }
        other.notes = marks.notes
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(marks)
        #expect(try encoder.encode(other) == data)
        #expect(try JSONDecoder().decode(SessionMarks.self, from: data) == marks)
        #expect(try JSONDecoder().decode(SessionMarks.self, from: Data("{}".utf8)) == SessionMarks())
    }
}
