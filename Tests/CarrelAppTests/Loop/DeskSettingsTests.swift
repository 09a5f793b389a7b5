import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("What a desk makes of this machine's settings")
struct DeskSettingsTests {
    let store = Samples.store(Samples.single, Samples.free)

    @Test("Text is as wide as is said, and lists too", arguments: [60, 90, 120])
    func width(columns: Int) {
        store.reply(to: .home, with: .home(Catalogue.home))
        var probe = ScreenProbe(columns: 200, rows: 24, on: store)
        probe.desk.layout.readableColumns = columns
        probe.desk.layOut(at: probe.now)
        let row = probe.lines.first { $0.contains("Channels") } ?? ""
        #expect(Columns.width(of: row) == columns - 2)
        #expect(PageLayout.current == PageLayout(), "only the desk's screens are laid out by it")
    }

    @Test("Compact, a question has no blank rows between its parts")
    func compact() {
        var probe = ScreenProbe(.session("s1"), on: store)
        let airy = probe.lines
        #expect(airy[3].isEmpty)
        probe.desk.layout.isCompact = true
        probe.desk.layOut(at: probe.now)
        #expect(probe.lines[3] == airy[4])
        probe.press("a enter")
        #expect(probe.lines.contains("  Explanation"))
    }

    @Test("A wrong answer and a refusal alert, a right answer and a move do not")
    func alerts() {
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("down b")
        let before = probe.desk.takeAlert()
        probe.press("enter")
        let after = probe.desk.takeAlert()
        let again = probe.desk.takeAlert()
        #expect([before, after, again] == [false, true, false])
        store.refusal = .locked
        probe.press("m")
        let refused = probe.desk.takeAlert()
        #expect(refused)
        store.refusal = nil
        probe.press("enter enter")
        probe.press("space 3")
        let right = probe.desk.takeAlert()
        #expect(!right)
    }

    @Test("The wheel moves through a list, and a click selects, then opens; a click beside it does nothing")
    func list() throws {
        store.reply(to: .home, with: .home(Catalogue.home))
        Catalogue.script(store)
        var probe = ScreenProbe(on: store)
        func pointer(_ lines: [String]) -> Int? { lines.firstIndex { $0.hasPrefix(" ▸ ") } }
        #expect(pointer(probe.lines) == 3)
        probe.send(.mouse(Mouse(kind: .wheelDown, column: 0, row: 0)))
        #expect(pointer(probe.lines) == 4)
        probe.send(.mouse(Mouse(kind: .wheelUp, column: 0, row: 0)))
        #expect(pointer(probe.lines) == 3)
        let row = try #require(probe.lines.firstIndex { $0.contains("Channels") })
        for row in [0, 1, 2, 5, 15, 22, 40] {
            probe.send(.mouse(Mouse(kind: .press, column: 4, row: row)))
            #expect(pointer(probe.lines) == 3)
        }
        probe.send(.mouse(Mouse(kind: .press, column: 4, row: row)))
        #expect(pointer(probe.lines) == row)
        probe.send(.mouse(Mouse(kind: .press, column: 4, row: row)))
        #expect(probe.title.contains("Channels"))
    }
}
