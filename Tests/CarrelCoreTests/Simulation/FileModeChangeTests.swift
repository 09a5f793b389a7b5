import FoundationEssentials
import Testing

@testable import CarrelCore

@Suite("What chmod makes of a mode")
struct FileModeChangeTests {
    private struct Row: CustomTestStringConvertible {
        var isDirectory: Bool
        var old: Int
        var text: String
        /// Nil where chmod calls the text invalid.
        var new: Int?
        var testDescription: String { "\(isDirectory ? "d" : "f") \(String(old, radix: 8)) \(text)" }
    }

    /// `d 2755 u=rw,g-s 0655`, taken down from GNU's chmod 9.1 with a umask of 022.
    private static func rows(file: StaticString = #filePath) throws -> [Row] {
        let fixture = URL(filePath: "\(file)").appending(path: "../../../Fixtures/chmod.txt").standardized
        return try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n").map { line in
            let parts = line.split(separator: " ").map(String.init)
            return Row(
                isDirectory: parts[0] == "d", old: try #require(Int(parts[1], radix: 8)), text: parts[2],
                new: Int(parts[3], radix: 8))
        }
    }

    @Test("Three hundred changes come out as GNU's chmod makes them")
    func vectors() throws {
        let rows = try Self.rows()
        #expect(rows.count == 300)
        for row in rows {
            let change = FileModeChange(row.text)
            let new = change?.applied(to: row.old, isDirectory: row.isDirectory, umask: 0o022)
            #expect(new == row.new, "\(row.testDescription)")
        }
    }

    @Test("What is no mode is none", arguments: ["", "u", "8", "u+q", "rw", "u+x,", ",u+x", "17777", "u+7", "g=ux"])
    func invalid(text: String) { #expect(FileModeChange(text) == nil) }
}
