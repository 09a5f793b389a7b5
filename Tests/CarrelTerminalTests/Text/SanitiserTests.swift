import CarrelTerminal
import Testing

@Suite("Sanitising")
struct SanitiserTests {
    @Test(
        "What could steer a terminal is removed, and line ends and tabs stay",
        arguments: [
            ("plain", "plain"), ("a\u{1B}[31mred\u{1B}[0m", "ared"), ("\u{1B}]0;title\u{7}x", "x"),
            ("\u{1B}]0;title\u{1B}\\x", "x"), ("\u{9B}31mx", "x"), ("a\u{7}\u{8}b", "ab"),
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("a\tb", "a\tb"), ("\u{202E}abc\u{202C}", "abc"), ("\u{1B}(0lqk", "lqk"), ("\u{1B}", ""), ("\u{1B}[", ""),
            ("\u{1B}Pq#0\u{1B}\\x", "x"), ("a\u{2028}b", "a\nb"), ("\u{1B}c", ""), ("é漢", "é漢"), ("\u{0}", ""),
        ])
    func removed(text: String, clean: String) { #expect(Sanitiser.sanitised(text) == clean) }

    @Test("A string sequence without an end does not hide the rest of the text")
    func endless() {
        #expect(Sanitiser.sanitised("\u{1B}]0;never\nends") == "0;never\nends")
        #expect(Sanitiser.sanitised("\u{1B}]52;c;QUJD") == "52;c;QUJD")
    }

    @Test("A title stays on one line")
    func line() { #expect(Sanitiser.line("a\nb\tc\r\nd\u{1B}[1m") == "a b c d") }

    @Test("Hostile text leaves nothing forbidden, and cleaning twice changes nothing", arguments: 0..<500)
    func generated(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        let text = Hostile.text(20, using: &generator)
        let clean = Sanitiser.sanitised(text)
        #expect(!clean.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && Hostile.isForbidden($0) })
        #expect(!Sanitiser.line(text).unicodeScalars.contains(where: Hostile.isForbidden))
        #expect(Sanitiser.sanitised(clean) == clean)
    }

    @Test("A joiner behind a character that does not exist joins nothing: sanitising twice is sanitising once")
    func joinerBehindNothing() {
        let once = Sanitiser.sanitised("\u{B00}\u{200D}\u{1F467} \u{937}\u{94D}\u{200D}")
        #expect(once == "\u{FFFD}\u{1F467} \u{937}\u{94D}\u{200D}")
        #expect(Sanitiser.sanitised(once) == once)
    }

    @Test("A mark that stands on nothing is shown as what cannot be shown, however often it is sanitised")
    func loneMark() {
        let once = Sanitiser.sanitised("\u{1F069}\u{200D}\u{D7D1}\n\u{D7D1}x")
        #expect(once == "\u{1F069}\u{FFFD}\n\u{FFFD}x")
        #expect(Sanitiser.sanitised(once) == once)
    }
}
