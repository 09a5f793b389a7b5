import Testing

@testable import CarrelTerminal

@Suite("The canvas")
struct CanvasTests {
    private func drawn(_ columns: Int, _ text: String, x: Int = 0, limit: Int? = nil) -> String {
        var canvas = Canvas(columns: columns, rows: 1)
        canvas.draw(text, x: x, y: 0, limit: limit)
        return canvas.line(0)
    }

    @Test("A wide glyph that would cross an edge is left out whole")
    func edges() {
        #expect(drawn(5, "漢字漢字") == "漢字")
        #expect(drawn(4, "漢字", x: -1) == " 字")
        #expect(drawn(9, "漢字", limit: 3) == "漢")
        #expect(drawn(9, "abc", x: -2) == "c")
    }

    @Test("Half a wide glyph that is overwritten leaves a space")
    func halves() {
        var canvas = Canvas(columns: 6, rows: 1)
        canvas.draw("漢字漢", x: 0, y: 0)
        canvas.draw("x", x: 1, y: 0)
        canvas.draw("y", x: 2, y: 0)
        #expect(canvas.lines == [" xy 漢"])
        canvas.draw("字", x: 3, y: 0)
        #expect(canvas.lines == [" xy字"])
    }

    @Test("Drawing returns the next column, also where nothing is visible")
    func next() {
        var canvas = Canvas(columns: 10, rows: 1)
        #expect(canvas.draw("ab", x: 3, y: 0) == 5)
        #expect(canvas.draw("漢", x: 3, y: 7) == 5)
        #expect(canvas.draw("abc", x: 9, y: 0) == 10)
        #expect(canvas.draw("abc", x: 20, y: 0) == 20)
        #expect(canvas.draw(StyledLine(spans: [Span("ab"), Span("漢字"), Span("z")]), x: 5, y: 0) == 9)
        #expect(canvas.lines == ["   abab漢a"])
    }

    @Test("Control characters, escape sequences and line ends never stay in a cell")
    func controls() {
        #expect(drawn(20, "a\u{1B}[31mb\u{7}c\nd\te") == "abc d e")
        #expect(drawn(20, "\u{1B}]0;x\u{7}\u{9B}2Jy\u{202E}z") == "yz")
    }

    @Test("At most four marks stand on a letter")
    func marks() {
        #expect(drawn(5, "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}").unicodeScalars.count == 5)
        #expect(drawn(5, "\u{301}") == " \u{301}")
    }

    @Test("Styles belong to cells, and a wide glyph is restyled as a whole")
    func restyle() {
        var canvas = Canvas(columns: 6, rows: 1)
        canvas.draw("a漢b", x: 0, y: 0, style: .code)
        canvas.restyle(x: 2, y: 0, columns: 2, style: .selection)
        #expect(canvas.styles(row: 0) == [.code, .selection, .selection, .selection, .text, .text])
        canvas.restyle(x: 1, y: 0, columns: 1, style: .match)
        #expect(canvas.styles(row: 0)[1...2] == [.match, .match])
        #expect(canvas.styles(row: 1).isEmpty)
    }

    @Test("Filling blanks a rectangle, clipped to the canvas")
    func fill() {
        var canvas = Canvas(columns: 4, rows: 3)
        for row in 0..<3 { canvas.draw("xxxx", x: 0, y: row) }
        canvas.fill(x: 1, y: 1, columns: 99, rows: .max, style: .selection)
        #expect(canvas.lines == ["xxxx", "x", "x"])
        #expect(canvas.styles(row: 2) == [.text, .selection, .selection, .selection])
    }

    @Test("A rule is drawn in the symbols of the terminal")
    func rule() {
        var canvas = Canvas(columns: 3, rows: 1)
        canvas.rule(y: 0)
        #expect(canvas.lines == ["───"])
        canvas.glyphs = .ascii
        canvas.rule(y: 0)
        #expect(canvas.lines == ["---"])
    }

    @Test("Resetting empties the canvas and its cursor")
    func reset() {
        var canvas = Canvas(columns: 3, rows: 1)
        canvas.draw("abc", x: 0, y: 0, style: .code)
        canvas.cursor = Position(x: 1, y: 0)
        canvas.reset(columns: 3, rows: 1)
        #expect(canvas == Canvas(columns: 3, rows: 1))
        canvas.reset(columns: 2, rows: 2)
        #expect(canvas == Canvas(columns: 2, rows: 2))
    }

    @Test(
        "No size and no position is an error",
        arguments: [(0, 0), (0, 5), (5, 0), (1, 1), (-3, -3), (2, 1), (.max, 1), (.min, .min)])
    func extremes(columns: Int, rows: Int) {
        var canvas = Canvas(columns: columns, rows: rows)
        for x in [Int.min, -1, 0, 1, 5, .max] {
            for y in [Int.min, -1, 0, 1, .max] {
                for limit in [nil, Int.min, 0, 1, .max] {
                    canvas.draw("a漢\u{301}", x: x, y: y, limit: limit)
                    canvas.draw(StyledLine(spans: [Span("a漢"), Span("b")]), x: x, y: y, limit: limit)
                }
                for size in [Int.min, -1, 0, 1, .max] {
                    canvas.fill(x: x, y: y, columns: size, rows: size)
                    canvas.restyle(x: x, y: y, columns: size, style: .code)
                    canvas.draw([StyledLine("x")], x: x, y: y, rows: size)
                }
                canvas.rule(y: y)
            }
        }
        #expect(canvas.lines.count == canvas.rows)
        #expect(canvas.line(-1) == "" && canvas.line(.max) == "")
    }

    @Test("Whatever is drawn wherever, wide glyphs stay whole and no control character stays", arguments: 0..<300)
    func generated(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        var canvas = Canvas(
            columns: Int.random(in: 0...12, using: &generator), rows: Int.random(in: 0...3, using: &generator))
        for _ in 0..<20 {
            let x = Int.random(in: -6...14, using: &generator), y = Int.random(in: -1...3, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: canvas.fill(x: x, y: y, columns: 3, rows: 1, style: .code)
            case 1: canvas.restyle(x: x, y: y, columns: 2, style: .match)
            default: canvas.draw(Hostile.text(6, using: &generator), x: x, y: y, style: .key, limit: y == 1 ? 5 : nil)
            }
            check(canvas)
        }
    }

    private func check(_ canvas: Canvas) {
        for row in 0..<canvas.rows {
            let cells = canvas.cells[(row * canvas.columns)..<((row + 1) * canvas.columns)]
            #expect(Columns.width(of: canvas.line(row)) <= canvas.columns)
            #expect(cells.first?.isContinuation != true)
            for (cell, next) in zip(cells, cells.dropFirst()) {
                #expect((cell.text.columns == 2) == next.isContinuation)
                if next.isContinuation { #expect(cell.style == next.style) }
            }
            #expect(cells.last?.text.columns != 2)
            #expect(!canvas.line(row).unicodeScalars.contains(where: Hostile.isForbidden))
        }
    }

    @Test("Rows that are kept stay as they are until the canvas is drawn anew")
    func keptRows() {
        var canvas = Canvas(columns: 10, rows: 3)
        canvas.draw("message", x: 0, y: 1)
        canvas.keptRows = 1..<3
        canvas.draw("mark", x: 2, y: 1)
        canvas.draw("mark", x: 0, y: 0)
        #expect(canvas.lines == ["mark", "message", ""])
        canvas.reset(columns: 10, rows: 3)
        canvas.draw("mark", x: 0, y: 1)
        #expect(canvas.lines == ["", "mark", ""])
    }
}
