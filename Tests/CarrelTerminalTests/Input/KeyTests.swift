import CarrelTerminal
import Testing

@Suite("Key names")
struct KeyTests {
    @Test(
        "A key is named as a hint bar shows it, in words where there are no symbols",
        arguments: [
            (Key.enter, "↵", "Enter"), (.char(" "), "␣", "Space"), (.escape, "esc", "esc"), (.control("d"), "^D", "^D"),
            (.pageDown, "PgDn", "PgDn"), (.function(1), "F1", "F1"), (.char("a"), "a", "a"), (.up, "↑", "Up"),
            (.newline, "^J", "^J"), (.tab, "Tab", "Tab"), (.backspace, "⌫", "BS"),
        ])
    func labels(key: Key, label: String, ascii: String) {
        #expect(key.label == label)
        #expect(key.label(ascii: true) == ascii)
    }

    @Test("Read aloud a key has a name in words, signs too")
    func heard() {
        #expect([Key.char(" "), .enter, .escape, .up].map(\.heard) == ["Space", "Enter", "Escape", "Up"])
        #expect(
            [Key.control("o"), .char("?"), .char("F"), .char("f")].map(\.heard) == [
                "Control O", "question mark", "capital F", "f",
            ])
    }
}
