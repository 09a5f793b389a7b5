import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The frame around every screen")
struct FrameTests {
    private let hints = [
        Hint(key: .enter, label: "answer"), Hint(key: .char(" "), label: "choose"),
        Hint(key: .char("m"), label: "flag"),
        Hint(key: .char("?"), label: "help"), Hint(key: .escape, label: "back"),
    ]

    private func lines(
        _ crumbs: [String], status: String = "saved", columns: Int, rows: Int = 10, message: String? = nil,
        glyphs: Glyphs = .unicode
    ) -> [String] {
        var canvas = Canvas(columns: columns, rows: rows, glyphs: glyphs)
        let surroundings = Surroundings(glyphs: glyphs, now: .noon, message: message)
        _ = Frame(crumbs: crumbs, status: status, hints: hints).draw(on: &canvas, in: surroundings)
        return canvas.lines
    }

    @Test("Where I am stands at the left, the state at the right")
    func whole() {
        #expect(
            lines(["Networking", "TCP/IP", "Practice"], columns: 60, rows: 5) == [
                " Networking ▸ TCP/IP ▸ Practice                       saved",
                String(repeating: "─", count: 60), "", String(repeating: "─", count: 60),
                " ↵ answer   ␣ choose   m flag   ? help   esc back",
            ])
    }

    @Test("While packs are loaded the header says how far that is")
    func loading() {
        var canvas = Canvas(columns: 60, rows: 10, glyphs: .unicode)
        let surroundings = Surroundings(
            glyphs: .unicode, now: .noon, loading: LoadingProgress(stage: .takingIn, done: 129, total: 300))
        _ = Frame(crumbs: ["Channels"], status: "saved", hints: hints).draw(on: &canvas, in: surroundings)
        #expect(canvas.lines[0] == " Channels" + String(repeating: " ", count: 31) + "loading 43 %  saved")
    }

    @Test(
        "Without room the way here is clipped from the left: the place itself stays whole",
        arguments: [
            (39, "Channels ▸ Networking ▸ TCP/IP"), (38, "… ▸ Networking ▸ TCP/IP"), (32, "… ▸ Networking ▸ TCP/IP"),
            (31, "… ▸ TCP/IP"), (19, "… ▸ TCP/IP"), (18, "TCP/IP"),
        ])
    func crumbs(columns: Int, expected: String) {
        let title = lines(["Channels", "Networking", "TCP/IP"], columns: columns)[0]
        #expect(title.hasPrefix(" \(expected)  "))
        #expect(title.hasSuffix("  saved"))
        #expect(Columns.width(of: title) == columns - 1)
    }

    @Test("The first crumb that is shown is cut where enough of it is left to be known by")
    func cutCrumb() {
        func title(_ columns: Int) -> String {
            lines(["AWS Certified Solutions Architect – Associate", "Resilience", "Practice"], columns: columns)[0]
        }
        #expect(title(80).hasPrefix(" AWS Certified Solutions Architect – Associate ▸ Resilience ▸ Practice "))
        #expect(title(60).hasPrefix(" AWS Certified Solutions Ar… ▸ Resilience ▸ Practice "))
        #expect(title(43).hasPrefix(" AWS Certi… ▸ Resilience ▸ Practice "))
        #expect(title(42).hasPrefix(" … ▸ Resilience ▸ Practice "))
        #expect(title(30).hasPrefix(" … ▸ Practice "))
    }

    @Test("At no width is the last crumb cut while the ones before it are shown", arguments: 20...60)
    func lastCrumb(columns: Int) {
        let title = lines(["Certifications", "CompTIA Security+", "Operations"], columns: columns)[0]
        if title.contains("▸ Op") || title.contains("+") { #expect(title.contains("Operations ")) }
        #expect(Columns.width(of: title) <= columns)
    }

    @Test(
        "Without room hints go from the middle: the main action, help and the way out stay",
        arguments: [
            (50, " ↵ answer   ␣ choose   m flag   ? help   esc back"), (41, " ↵ answer   ␣ choose   ? help   esc back"),
            (40, " ↵ answer   ? help   esc back"), (30, " ↵ answer   ? help   esc back"),
        ])
    func hintBar(columns: Int, expected: String) { #expect(lines(["X"], columns: columns).last == expected) }

    @Test("A message takes the place of the hints; a long one that of the rule above too, cut only behind that")
    func message() {
        #expect(
            lines(["X"], columns: 40, message: "copied").suffix(2) == [String(repeating: "─", count: 40), " copied"])
        #expect(
            lines(["X"], columns: 40, message: "1 chosen, 2 asked for; Enter again answers all the same").suffix(2) == [
                " 1 chosen, 2 asked for; Enter again", " answers all the same",
            ])
        let long = lines(["X"], columns: 40, message: String(repeating: "long ", count: 20)).last ?? ""
        #expect(Columns.width(of: long) <= 39)
    }

    @Test("Keys are named in words where the terminal cannot show their symbols")
    func ascii() {
        let lines = lines(["A", "B"], columns: 60, glyphs: .ascii)
        #expect(lines[0].hasPrefix(" A > B"))
        #expect(lines.last == " Enter answer   Space choose   m flag   ? help   esc back")
    }

    @Test(
        "The content's area lies between the rules, and is never negative",
        arguments: [(80, 24), (40, 10), (3, 3), (1, 1), (0, 0)])
    func area(columns: Int, rows: Int) {
        var canvas = Canvas(columns: columns, rows: rows)
        let area = Frame(crumbs: ["A", "B"], status: "saved", hints: hints)
            .draw(on: &canvas, in: Surroundings(glyphs: .unicode, now: .noon))
        #expect(area == Area(x: 0, y: 2, columns: columns, rows: max(0, rows - 4)))
    }
}
