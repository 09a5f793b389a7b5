import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A table of keys")
struct BindingTests {
    private enum Act: String, KeyAction { case go, stay }

    private let table = KeyTable<Bool, Act>(
        .list, "Keys here", cases: { [true, false] },
        bindings: [
            Binding([.enter, .char("g")], .go, "go", help: "go on", isHinted: true) { $0 },
            Binding([.enter], .stay, "stay", isHinted: true) { !$0 },
        ])

    @Test("A key does what is possible now")
    func action() {
        #expect(table.action(for: .enter, in: true) == .go)
        #expect(table.action(for: .enter, in: false) == .stay)
        #expect(table.action(for: .char("g"), in: false) == nil)
        #expect(table.action(for: .tab, in: true) == nil)
    }

    @Test("Hints and help name only what is possible, the first key and all keys of it")
    func hintsAndHelp() {
        #expect(table.hints(in: true) == [Hint(key: .enter, label: "go")])
        #expect(
            table.help(in: true)
                == HelpTopic(
                    title: "Keys here", entries: [HelpEntry(keys: [.enter, .char("g")], text: "go on")], context: .list)
        )
        #expect(table.help(in: false).entries == [HelpEntry(keys: [.enter], text: "stay")])
    }
}
