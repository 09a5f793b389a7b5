import Testing

@Suite("The size of the terminal")
struct ResizeTests {
    @Test("A question fits every size from 40×10 on, says what it needs below, and comes back as it was")
    func resize() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        try app.chooses(2)
        let before = try app.screen()

        try app.resizes(columns: 40, rows: 10).sees("Which port", "saved", "esc back")
        let low = try app.window.look()
        #expect(low.screen.lines.allSatisfy { $0.count <= 40 })
        #expect(low.screen.options.contains { $0.box == .chosen }, "the pointer's option stays in sight")

        try app.resizes(columns: 200, rows: 60)
        try app.window.waits(for: "the hint bar in the last of 60 rows") { look in
            look.screen.lines.count == 60 && look.screen.lines[59].contains("esc back")
        }
        #expect(try app.screen().options == before.options)

        try app.resizes(columns: 30, rows: 8).sees("Carrel needs 40×10", "30×8")
        try app.resizes(columns: 1, rows: 1)
        try app.window.waitsForInput()
        try app.resizes(columns: 80, rows: 24)
        try app.window.waits(for: "the screen from before") { $0.screen == before }
        try app.answersRight()
        try app.leaves()
    }

    @Test("Home and lists keep their selected row in sight", arguments: [(40, 10), (200, 60)])
    func lists(columns: Int, rows: Int) throws {
        let learner = try Learner()
        let app = try learner.starts()
        try app.opens("Browse all channels").opens("Networking").opens("TCP/IP")
        try app.presses("G").resizes(columns: columns, rows: rows)
        try app.window.waits(for: "the selected row") { look in
            look.columns == columns && look.screen.header.count <= columns && look.screen.selectedRow != nil
                && look.screen.lines.count == rows
        }
        try app.leaves()
    }
}
