import CarrelTerminal
import Testing

@Suite("Key sequences")
struct KeySequencesTests {
    @Test("A sequence the terminal names goes before the common ones, whatever its form")
    func named() {
        let sequences = KeySequences([
            (Array("\u{1B}[A".utf8), .pageUp), (Array("\u{1B}A".utf8), .up), (Array("\u{1B}abc".utf8), .home),
            ([0x7F], .delete),
        ])
        let keyboard = Keyboard(KeyDecoder(sequences: sequences))
        #expect(keyboard.sends("\u{1B}[A\u{1B}A\u{1B}abc".utf8, at: 0) == [.key(.pageUp), .key(.up), .key(.home)])
        #expect(keyboard.sends([0x7F], at: 0) == [.key(.backspace)])
        #expect(keyboard.sends("\u{1B}ab".utf8, at: 0).isEmpty)
        #expect(keyboard.waits(until: 25) == [.key(.escape), .key(.char("a")), .key(.char("b"))])
    }
}
