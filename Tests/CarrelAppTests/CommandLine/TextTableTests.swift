import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A table of text")
struct TextTableTests {
    private let table = TextTable(
        headings: [("ID", .start), ("N", .end), ("TITLE", .start)],
        rows: [["a", "1", "short"], ["longer", "100", "a long title\u{1B}[31m with\ncontrol"], ["漢字", "7", ""]])

    @Test("Columns line up, numbers at their end, under their headings, and nothing steers the terminal")
    func linesUp() {
        #expect(
            table.lines(columns: nil) == [
                "ID        N  TITLE", "a         1  short", "longer  100  a long title with control", "漢字      7",
            ])
    }

    @Test("Lines are cut at the terminal's width, but never what names the row", arguments: [4, 12, 20])
    func cut(columns: Int) {
        for line in table.lines(columns: columns) { #expect(Columns.width(of: line) <= max(columns, 6)) }
        #expect(table.lines(columns: columns)[2].hasPrefix("longe"))
    }
}
