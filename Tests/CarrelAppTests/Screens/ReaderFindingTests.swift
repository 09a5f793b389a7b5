import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Finding words in a text that is read")
struct ReaderFindingTests {
    let store = ScriptedStore()
    private var probe: ScreenProbe

    init() {
        let lines = (1...60).map { $0 % 20 == 0 ? "Here is a three-way handshake." : "Line \($0)." }
        probe = ScreenProbe(.reader(crumbs: ["Text"], .paragraphs(lines)), on: store)
    }

    private mutating func find(_ words: String) {
        probe.press("/")
        probe.type(words)
        probe.press("enter")
    }

    @Test("/ opens a field in the last line, with its keys")
    mutating func field() {
        probe.press("/")
        probe.type("shake")
        #expect(probe.hints.hasPrefix(" / shake  ") && probe.hints.hasSuffix("   ↵ find   esc cancel"))
        #expect(probe.canvas.cursor == Position(x: 8, y: 23))
        probe.send(.paste(" it"))
        #expect(probe.hints.hasPrefix(" / shake it"))
    }

    @Test("Enter goes to the first place, marks all of them, and n and N walk them round")
    mutating func walk() {
        find("HANDSHAKE")
        #expect(probe.title.hasSuffix("found 1/3  20/60"))
        #expect(probe.canvas.anchor == Position(x: 22, y: 21))
        #expect(probe.hints.contains("n next"))
        probe.press("n")
        #expect(probe.title.contains("found 2/3"))
        #expect(probe.lines.contains("  Here is a three-way handshake."))
        probe.press("n n")
        #expect(probe.title.contains("found 1/3") && probe.hints.contains("past the end"))
        probe.press("N")
        #expect(probe.title.contains("found 3/3") && probe.hints.contains("past the start"))
        probe.press("N")
        #expect(probe.title.contains("found 2/3") && probe.hints.contains("esc back"))
    }

    @Test("A search goes on from where I read")
    mutating func fromHere() {
        probe.press("space space")
        find("handshake")
        #expect(probe.title.contains("found 2/3") || probe.title.contains("found 3/3"))
    }

    @Test("The place I am at stands out from the others that were found")
    mutating func marks() throws {
        probe.resize(columns: 80, rows: 70)
        find("three-way")
        let canvas = probe.canvas
        let rows = canvas.lines.indices.filter { canvas.lines[$0].contains("three-way") }
        let here = Style(.match, .reverse)
        #expect(rows.map { canvas.styles(row: $0)[12] } == [here, .match, .match])
        #expect(rows.map { canvas.styles(row: $0)[11].role } == [.text, .text, .text])
    }

    @Test("What is nowhere keeps the field open as it was typed")
    mutating func nowhere() {
        find("xyz")
        #expect(probe.hints.contains("not found: xyz"))
        probe.press("backspace")
        #expect(probe.hints.hasPrefix(" / xy "))
    }

    @Test("Esc closes the field first, then the text; an empty search takes the marks off")
    mutating func escape() {
        find("line")
        #expect(probe.title.contains("found"))
        probe.press("/ enter")
        #expect(!probe.title.contains("found"))
        probe.press("/ q ^C")
        #expect(probe.desk.top is ReaderScreen)
        probe.press("esc")
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("Help is searched too, and ? tells the keys of any other text")
    mutating func help() {
        probe.press("?")
        #expect(probe.text.contains("find words in the text"))
        find("page")
        #expect(probe.title.contains("found 1/"))
        probe.press("?")
        #expect(probe.title.hasPrefix(" Text"))
    }

    @Test("What was found stays in sight when the screen changes its size", arguments: [(40, 10), (200, 60), (80, 12)])
    mutating func resized(columns: Int, rows: Int) {
        find("handshake")
        probe.press("n")
        probe.resize(columns: columns, rows: rows)
        #expect(probe.title.contains("found 2/3"))
        probe.press("n N")
        #expect(probe.text.contains("handshake"))
    }
}
