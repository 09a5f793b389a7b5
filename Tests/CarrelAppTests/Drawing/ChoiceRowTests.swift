import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Options beside the name of a row")
struct ChoiceRowTests {
    private func canvas(chosen: Int, columns: Int) -> Canvas {
        var canvas = Canvas(columns: columns, rows: 1, glyphs: .unicode)
        let options = ["one", "two", "three", "four"].enumerated().map { (text: $1, isChosen: $0 == chosen) }
        ChoiceRow.draw(options, row: 2, on: &canvas, x: 4, y: 0, edge: columns, gap: 1, glyphs: .unicode)
        return canvas
    }

    @Test(
        "The one in force is in brackets and always shown; where not all fit, a mark says so",
        arguments: [
            (0, 40, "    [one]  two   three   four"), (3, 40, "     one   two   three  [four]"),
            (0, 20, "    [one]  two  …"), (3, 14, "  … [four]"),
        ])
    func shown(chosen: Int, columns: Int, line: String) {
        #expect(canvas(chosen: chosen, columns: columns).lines[0] == line)
    }

    @Test("Where an option is clicked is told apart from the row's name", arguments: [0, 1, 7])
    func clicked(option: Int) {
        guard case .item(let item) = ChoiceRow.meaning(row: 3, option: option),
            case .item(let name) = ChoiceRow.meaning(row: 3)
        else {
            Issue.record("no item")
            return
        }
        #expect(ChoiceRow.place(of: item) == (3, option))
        #expect(ChoiceRow.place(of: name) == (3, nil))
    }
}
