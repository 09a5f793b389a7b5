import Testing

@testable import CarrelTerminal

@Suite("Columns")
struct ColumnsTests {
    @Test(
        "A character takes the columns every terminal agrees on",
        arguments: [
            ("a", 1), ("漢", 2), ("한", 2), ("e\u{301}", 1), ("か\u{3099}", 2), ("🎓", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2),
            ("🇫🇷", 2), ("❤️", 1), ("\u{1FAE8}", 1), ("\u{7}", 0), ("\u{1B}[31m", 0), ("\u{200B}", 0), ("\u{301}", 1),
            ("", 0), ("a\tb", 3), ("\u{202E}abc", 3), ("ab漢", 4), ("\u{1100}\u{1161}", 2),
        ])
    func width(text: String, columns: Int) { #expect(Columns.width(of: text) == columns) }

    @Test(
        "Clipping ends with the ellipsis only when something is left out",
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("abc", -3, ""),
            ("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 7, "漢字漢…"), ("漢字漢字", 6, "漢字…"), ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"),
            ("a\u{1B}[1mb", 2, "ab"), ("", 3, ""),
        ])
    func clip(text: String, columns: Int, clipped: String) { #expect(Columns.clip(text, to: columns) == clipped) }

    @Test("An ellipsis wider than the room is cut itself")
    func wideEllipsis() { #expect(Columns.clip("abcdef", to: 2, ellipsis: "...") == "..") }

    @Test("Padding gives exactly the columns asked for")
    func pad() {
        #expect(Columns.pad("ab", to: 4) == "ab  ")
        #expect(Columns.pad("漢字", to: 3) == "漢…")
        #expect(Columns.pad("漢字字", to: 4) == "漢… ")
        #expect(Columns.pad("ab", to: -1) == "")
        #expect(Columns.padStart("ab", to: 4) == "  ab")
        #expect(Columns.padStart("漢字字", to: 4) == " 漢…")
    }

    @Test("Joiners stay in words they shape, and go elsewhere")
    func joiners() {
        #expect(Sanitiser.line("می\u{200C}خواهم") == "می\u{200C}خواهم")
        #expect(Sanitiser.line("क्\u{200D}ष") == "क्\u{200D}ष")
        #expect(Sanitiser.line("a\u{200D}b") == "ab")
        #expect(Sanitiser.line("👩\u{200D}🚀!") == "👩!")
    }

    @Test("Clipped and padded hostile text keeps to its columns", arguments: 0..<300)
    func generated(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        let text = Hostile.text(12, using: &generator)
        let columns = Int.random(in: 0...20, using: &generator)
        #expect(Columns.width(of: Columns.clip(text, to: columns)) <= columns)
        #expect(Columns.width(of: Columns.pad(text, to: columns)) == columns)
        #expect(!Columns.clip(text, to: columns).unicodeScalars.contains(where: Hostile.isForbidden))
    }
}
