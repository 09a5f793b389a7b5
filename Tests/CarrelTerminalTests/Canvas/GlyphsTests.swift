import CarrelTerminal
import Testing

@Suite("Symbols")
struct GlyphsTests {
    @Test("Every symbol takes as many columns in ASCII, and ASCII is ASCII")
    func widths() {
        for glyph: KeyPath<Glyphs, String> in [
            \.right, \.wrong, \.partly, \.flag, \.bookmark, \.unseen, \.seen, \.pointer, \.crumb, \.bullet, \.separator,
            \.ellipsis, \.rule, \.vertical, \.tee, \.checkedBox, \.emptyBox, \.radioOn, \.radioOff, \.barFull,
            \.barEmpty, \.arrowUp, \.arrowDown, \.arrowLeft, \.arrowRight,
        ] {
            let symbol = Glyphs.unicode[keyPath: glyph], ascii = Glyphs.ascii[keyPath: glyph]
            #expect(Columns.width(of: symbol) == Columns.width(of: ascii))
            #expect(ascii.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
        }
        #expect(Glyphs.unicode.shades.count == Glyphs.ascii.shades.count)
        #expect(Glyphs.unicode.heights.count == Glyphs.ascii.heights.count)
    }

    @Test(
        "A line is heard in words: marks by what they say, columns as commas, no pointers and bars",
        arguments: [
            (" ▸ a ( ) The end that closes first", "a not chosen, The end that closes first"),
            (" ▸ b [x] Both (struck out)", "b chosen, Both (struck out)"),
            ("   Networking                 new  112 ", "Networking, new, 112"),
            (" ★ The final ACK", "bookmarked, The final ACK"),
            ("   Operations     0/31 seen  ██░░░  weight 88 %", "Operations, 0/31 seen, weight 88 %"),
            ("Architect – Associate  SAA", "Architect – Associate, SAA"),
            ("Networking ▸ TCP/IP · practice", "Networking, TCP/IP, practice"), ("", ""),
        ])
    func heard(line: String, words: String) {
        #expect(Glyphs.unicode.heard(line) == words)
    }

    @Test("In ASCII a letter stays a letter")
    func heardInASCII() {
        #expect(Glyphs.ascii.heard(" > a (*) x + y") == "a chosen, x + y")
        #expect(Glyphs.ascii.word(for: "x") == "wrong")
    }

    @Test(
        "A bar is full only when all is done, and empty only when nothing is",
        arguments: [
            (0.0, "...."), (0.01, "#..."), (0.5, "##.."), (0.99, "###."), (1.0, "####"), (-1, "...."), (7, "####"),
            (Double.nan, "...."), (.infinity, "####"),
        ])
    func bar(fraction: Double, bar: String) {
        #expect(Glyphs.ascii.bar(fraction, columns: 4) == bar)
        #expect(Glyphs.ascii.bar(fraction, columns: 0) == "")
        #expect(Glyphs.ascii.bar(fraction, columns: 1).count == 1)
    }

    @Test("Arrows and bullets are heard as words or not at all, and a mark not before its own word")
    func heard() {
        #expect(Glyphs.unicode.heard("• SYN → ACK") == "SYN to ACK")
        #expect(Glyphs.unicode.heard(" ↑ ↓ scroll") == "Up Down scroll")
        #expect(Glyphs.unicode.heard("  ✗ Wrong: 1 of 2") == "Wrong: 1 of 2")
        #expect(Glyphs.unicode.heard("  ✗ 12 wrong") == "12 wrong")
        #expect(Glyphs.unicode.heard("  ✗ Wrongly cabled") == "wrong, Wrongly cabled")
    }
}
