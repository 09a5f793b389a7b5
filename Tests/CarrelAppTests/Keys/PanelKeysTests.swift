import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Keys of sheets and dialogs")
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
}
