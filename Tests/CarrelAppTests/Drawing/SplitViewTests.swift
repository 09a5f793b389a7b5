import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A list with a pane beside it")
struct SplitViewTests {
    @Test("Under 100 columns the list has all of the screen", arguments: [1, 40, 80, 99])
    func narrow(columns: Int) {
        var canvas = Canvas(columns: columns, rows: 10, glyphs: .unicode)
        let area = Area(x: 0, y: 2, columns: columns, rows: 6)
        let (list, pane) = SplitView.divide(area, on: &canvas)
        #expect(list.columns == columns && pane == nil && !SplitView.hasPane(columns: columns))
    }

    @Test(
        "From 100 on list, line and pane share it without touching, the list never wider than is read easily",
        arguments: [100, 101, 150, 200, 400])
    func wide(columns: Int) throws {
        var canvas = Canvas(columns: columns, rows: 10, glyphs: .unicode)
        let area = Area(x: 0, y: 2, columns: columns, rows: 6)
        let (list, found) = SplitView.divide(area, on: &canvas)
        let pane = try #require(found)
        #expect(list.columns <= Frame.readableColumns + 1)
        #expect(pane.x > list.x + list.columns && pane.x + pane.columns <= columns)
        #expect(canvas.lines[2...7].allSatisfy { Array($0)[list.columns] == "│" })
        #expect(!canvas.lines[1].contains("│") && !canvas.lines[8].contains("│"))
    }
}
