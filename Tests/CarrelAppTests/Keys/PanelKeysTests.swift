import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Keys of sheets, dialogs and texts")
struct PanelKeysTests {
    @Test("A dialog is walked with arrows or Tab; Esc and q cancel")
    func dialog() {
        let keys: [(Key, DialogAction?)] = [
            (.tab, .right), (.backTab, .left), (.right, .right), (.left, .left), (.enter, .press), (.escape, .cancel),
            (.char("q"), .cancel), (.char("y"), nil), (.char(" "), nil),
        ]
        for (key, expected) in keys { #expect(KeyTable.dialog.action(for: key, in: ()) == expected) }
    }

    @Test("The sheet's rows are changed with Space and arrows, and Enter starts")
    func setUp() {
        let keys: [(Key, SetUpAction?)] = [
            (.char(" "), .more), (.right, .more), (.left, .less), (.enter, .start), (.tab, .down), (.escape, .back),
        ]
        for (key, expected) in keys { #expect(KeyTable.setUp.action(for: key, in: ()) == expected) }
    }

    @Test("A text is read as in less, and every key that opened it closes it")
    func reader() {
        let keys: [(Key, ReaderAction?)] = [
            (.char(" "), .pageDown), (.control("d"), .pageDown), (.char("G"), .last), (.char("?"), .back),
            (.enter, .back), (.escape, .back), (.char("q"), .back),
        ]
        for (key, expected) in keys { #expect(KeyTable.reader.action(for: key, in: ()) == expected) }
    }
}
