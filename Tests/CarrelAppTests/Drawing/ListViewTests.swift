import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A list on screen")
struct ListViewTests {
    private let rows: [ListRow] = [
        .heading("Library"), ListRow(label: "Channels", details: ["24"]), ListRow(label: "Paths", details: ["12"]),
        .spacer, .note("Nothing else."), ListRow(kind: .action, label: "Practise 10", details: ["unseen first"]),
    ]

    private func lines(_ list: ListView, _ rows: [ListRow], columns: Int = 40, height: Int = 6) -> [String] {
        var canvas = Canvas(columns: columns, rows: height)
        list.draw(rows, on: &canvas, in: Area(x: 0, y: 0, columns: columns, rows: height), glyphs: .unicode)
        return canvas.lines
    }

    @Test("Rows are drawn by kind, details at the right edge")
    func drawn() {
        var list = ListView()
        list.settle(rows: rows)
        #expect(
            lines(list, rows) == [
                " Library", " ▸ Channels                         24", "   Paths                            12", "",
                "   Nothing else.", "   Practise 10            unseen first",
            ])
    }

    @Test("The selection passes over what cannot be selected, and stops at the ends")
    func moves() {
        var list = ListView()
        list.settle(rows: rows)
        #expect(list.selection == 1)
        for (action, selection) in [
            (ListAction.up, 1), (.down, 2), (.down, 5), (.down, 5), (.first, 1), (.last, 5), (.pageUp, 1),
            (.pageDown, 5),
        ] {
            let moved = list.move(action, rows: rows)
            #expect(moved)
            #expect(list.selection == selection)
        }
        let opened = list.move(.open, rows: rows)
        #expect(!opened)
    }

    @Test("A text above the first row and one below the last are read to their ends, and back to the row")
    func text() {
        let rows: [ListRow] =
            (0..<9).map { .note("rule \($0)") } + [ListRow(label: "Begin")] + (0..<9).map { .note("day \($0)") }
        var list = ListView()
        list.resize(height: 4, rows: rows)
        list.select(9, rows: rows)
        #expect(lines(list, rows, height: 4).contains(" ▸ Begin"))
        for _ in 0..<20 { _ = list.move(.up, rows: rows) }
        #expect(lines(list, rows, height: 4).first == "   rule 0" && list.selection == 9 && !list.isSelectionInSight)
        for _ in 0..<6 { _ = list.move(.down, rows: rows) }
        #expect(list.isSelectionInSight)
        for _ in 0..<20 { _ = list.move(.down, rows: rows) }
        #expect(lines(list, rows, height: 4).last == "   day 8" && list.selection == 9)
        _ = list.move(.pageUp, rows: rows)
        _ = list.move(.pageUp, rows: rows)
        _ = list.move(.pageUp, rows: rows)
        #expect(list.isSelectionInSight)
    }

    @Test("Where text alone is out of sight, the rule says that there is more on that side")
    func textMark() {
        let rows: [ListRow] = [ListRow(label: "Begin")] + (0..<9).map { .note("day \($0)") }
        var list = ListView()
        list.resize(height: 4, rows: rows)
        var canvas = Canvas(columns: 40, rows: 5)
        list.draw(rows, on: &canvas, in: Area(x: 0, y: 0, columns: 40, rows: 4), glyphs: .unicode)
        #expect(canvas.lines[4].hasSuffix(" ↓ more"))
    }

    @Test("Whatever is moved, the selection is in sight or text alone is, and on a row that can be selected")
    func inSight() {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<200 {
            let count = Int(generator.next() % 40) + 1
            let rows = (0..<count).map { index in
                generator.next() % 4 == 0 ? ListRow.note("n\(index)") : ListRow(label: "row \(index).")
            }
            guard rows.contains(where: \.isSelectable) else { continue }
            var list = ListView()
            let height = Int(generator.next() % 8) + 1
            list.resize(height: height, rows: rows)
            for _ in 0..<20 {
                let moves: [ListAction] = [.up, .down, .pageUp, .pageDown, .first, .last]
                _ = list.move(moves[Int(generator.next() % 6)], rows: rows)
                #expect(rows[list.selection].isSelectable)
                let lines = lines(list, rows, height: height)
                if list.isSelectionInSight {
                    #expect(lines.contains { $0.hasPrefix(" ▸ row \(list.selection).") })
                } else {
                    #expect(!lines.contains { $0.contains("row ") })
                }
            }
        }
    }

    @Test("Details go from the left when there is no room, then the label is cut")
    func narrow() {
        let row = ListRow(label: "A rather long label of a row", details: ["beginner", "7"])
        var list = ListView()
        list.settle(rows: [row])
        #expect(
            lines(list, [row], columns: 60, height: 1) == [" ▸ A rather long label of a row                beginner  7"]
        )
        #expect(
            lines(list, [row], columns: 34, height: 1) == [" ▸ A rather lo…  beginner  7"]
                || lines(list, [row], columns: 34, height: 1)[0].hasSuffix("  7"))
        for columns in 0..<60 {
            #expect(lines(list, [row], columns: columns, height: 1).allSatisfy { Columns.width(of: $0) <= columns })
        }
    }

    @Test("Rows stop growing at a readable width")
    func wide() { #expect(Columns.width(of: lines(ListView(), rows, columns: 200)[1]) <= Frame.readableColumns) }

    @Test("A list of a million rows makes those in sight, and for a move only those it passes")
    func lazy() {
        final class Count { var made = 0 }
        let count = Count()
        let rows = LazyRows(ready: [.heading("All")], others: 1_000_000) { index in
            count.made += 1
            return ListRow(label: "row \(index)")
        }
        var list = ListView()
        list.settle(rows: rows)
        for action in [ListAction.down, .pageDown, .last, .up, .pageUp, .first] {
            count.made = 0
            _ = list.move(action, rows: rows)
            #expect(count.made <= 4)
        }
        var canvas = Canvas(columns: 40, rows: 6)
        count.made = 0
        list.draw(rows, on: &canvas, in: Area(x: 0, y: 0, columns: 40, rows: 6), glyphs: .unicode)
        #expect(count.made == 5)
        #expect(canvas.lines[1] == " ▸ row 0")
    }
}
