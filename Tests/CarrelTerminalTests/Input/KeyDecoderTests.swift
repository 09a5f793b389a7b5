import CarrelTerminal
import Testing

@Suite("Decoding keys")
struct KeyDecoderTests {
    private func decoded(_ bytes: String) -> [TerminalEvent] {
        let keyboard = Keyboard(KeyDecoder())
        return keyboard.sends(bytes.utf8, at: 0) + keyboard.waits(until: 10_000)
    }

    @Test(
        "Bytes become the keys they stand for",
        arguments: [
            ("a", [Key.char("a")]), ("\r", [.enter]), ("\n", [.newline]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
            ("\u{8}", [.backspace]), ("\u{4}", [.control("d")]), ("\u{0}", [.control("@")]),
            ("\u{1C}", [.control("\\")]),
            ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[1;5C", [.right]), ("\u{1B}[D", [.left]),
            ("\u{1B}[H", [.home]),
            ("\u{1B}[4~", [.end]), ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6;2~", [.pageDown]), ("\u{1B}[3~", [.delete]),
            ("\u{1B}[Z", [.backTab]), ("\u{1B}OP", [.function(1)]), ("\u{1B}[24~", [.function(12)]),
            ("\u{1B}[[A", [.function(1)]),
            ("\u{1B}[15~", [.function(5)]), ("\u{1B}[21~", [.function(10)]), ("\u{1B}", [.escape]),
            ("\u{1B}q", [.escape, .char("q")]),
            ("\u{1B}\u{1B}[A", [.escape, .up]), ("\u{1B}[99~", []), ("\u{1B}[?1;2c", []), ("\u{1B}[I", []),
            ("\u{1B}[1;\u{3}", [.control("c")]), ("jk\u{1B}[Bq", [.char("j"), .char("k"), .down, .char("q")]),
            ("\u{1B}[", []), ("\u{1B}O", []), ("\u{1B}OM", [.enter]),
        ])
    func keys(bytes: String, keys: [Key]) { #expect(decoded(bytes) == keys.map { .key($0) }) }

    @Test("Scalars of one read join into clusters")
    func clusters() {
        #expect(decoded("e\u{301}漢👍🏽") == [.key(.char("e\u{301}")), .key(.char("漢")), .key(.char("👍🏽"))])
    }

    @Test(
        "An invalid byte is U+FFFD and takes nothing with it",
        arguments: [
            ([0xFF, 0x61], "\u{FFFD}a"), ([0xE2, 0x82, 0x61], "\u{FFFD}\u{FFFD}a"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
            ([0x80], "\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xE2, 0x82], "\u{FFFD}\u{FFFD}"),
            ([0xF5, 0x31], "\u{FFFD}1"), ([0xE2, 0x0D], "\u{FFFD}\r"), ([0xC2, 0x9B, 0x31], "1"),
        ] as [([UInt8], String)])
    func invalid(bytes: [UInt8], text: String) {
        let keyboard = Keyboard(KeyDecoder())
        let events = keyboard.sends(bytes, at: 0) + keyboard.waits(until: 1_000)
        #expect(events == text.map { .key($0 == "\r" ? .enter : .char($0)) })
    }

    @Test("A lone Esc waits for its delay and no longer")
    func escape() {
        let keyboard = Keyboard(KeyDecoder(escapeDelay: 25))
        #expect(keyboard.sends([0x1B], at: 100).isEmpty)
        #expect(keyboard.deadline == 125)
        #expect(keyboard.waits(until: 124).isEmpty)
        #expect(keyboard.waits(until: 125) == [.key(.escape)])
        #expect(keyboard.deadline == nil)
    }

    @Test("A sequence split anywhere is still one key", arguments: 1..<5)
    func split(place: Int) {
        let bytes = Array("\u{1B}[5~".utf8)
        guard place < bytes.count else { return }
        let keyboard = Keyboard(KeyDecoder())
        #expect(keyboard.sends(bytes[..<place], at: 0).isEmpty)
        let late = keyboard.waits(until: place == 1 ? 20 : 60)
        #expect(late.isEmpty)
        #expect(keyboard.sends(bytes[place...], at: place == 1 ? 20 : 60) == [.key(.pageUp)])
    }

    @Test("The late rest of a sequence is dropped, in one piece or several, and what follows is not")
    func lateTail() {
        for pieces in [["[A"], ["[", "A"], ["OA"], ["[1;", "5A"]] {
            let keyboard = Keyboard(KeyDecoder())
            _ = keyboard.sends([0x1B], at: 0)
            #expect(keyboard.waits(until: 25) == [.key(.escape)])
            var time: Int64 = 85
            for piece in pieces {
                #expect(keyboard.sends(piece.utf8, at: time).isEmpty)
                #expect(keyboard.waits(until: time + 30).isEmpty)
                time += 60
            }
            #expect(keyboard.sends("q".utf8, at: time) == [.key(.char("q"))])
        }
    }

    @Test("Half a second after Esc a bracket is a bracket, and another key at once is that key")
    func noTail() {
        let keyboard = Keyboard(KeyDecoder())
        _ = keyboard.sends([0x1B], at: 0)
        _ = keyboard.waits(until: 25)
        #expect(keyboard.sends("[x".utf8, at: 526) == [.key(.char("[")), .key(.char("x"))])
        _ = keyboard.sends([0x1B], at: 1_000)
        _ = keyboard.waits(until: 1_025)
        #expect(keyboard.sends("x[".utf8, at: 1_100) == [.key(.char("x")), .key(.char("["))])
    }

    @Test("A tail that never ends gives the keyboard back")
    func endlessTail() {
        let keyboard = Keyboard(KeyDecoder())
        _ = keyboard.sends([0x1B], at: 0)
        _ = keyboard.waits(until: 25)
        #expect(keyboard.sends("[".utf8, at: 100).isEmpty)
        #expect(keyboard.waits(until: 700).isEmpty)
        #expect(keyboard.sends("[".utf8, at: 800) == [.key(.char("["))])
    }

    @Test("Pasted text arrives as text, whatever it contains and however it is split")
    func paste() {
        let bytes = Array("a\u{1B}[200~q\r\nx\u{1B}[A\u{3}漢\r\u{1B}[201~b".utf8)
        let events: [TerminalEvent] = [.key(.char("a")), .paste("q\nx\u{1B}[A\u{3}漢\n"), .key(.char("b"))]
        for place in 0...bytes.count {
            let keyboard = Keyboard(KeyDecoder())
            let start = keyboard.sends(bytes[..<place], at: 0)
            #expect(start + keyboard.sends(bytes[place...], at: 10) == events)
        }
    }

    @Test("A paste whose Esc came late is still a paste")
    func latePaste() {
        let keyboard = Keyboard(KeyDecoder())
        _ = keyboard.sends([0x1B], at: 0)
        _ = keyboard.waits(until: 25)
        #expect(keyboard.sends("[200~q\u{1B}[201~".utf8, at: 60) == [.paste("q")])
    }

    @Test("A paste without an end is taken as complete after a silence")
    func openPaste() {
        let keyboard = Keyboard(KeyDecoder())
        #expect(keyboard.sends("\u{1B}[200~text".utf8, at: 0).isEmpty)
        #expect(keyboard.waits(until: 4_000).isEmpty)
        #expect(keyboard.waits(until: 5_000) == [.paste("text")])
        #expect(keyboard.sends("q".utf8, at: 5_001) == [.key(.char("q"))])
    }

    @Test("A huge paste is cut, and its rest does not become keys")
    func hugePaste() {
        let keyboard = Keyboard(KeyDecoder())
        _ = keyboard.sends("\u{1B}[200~".utf8, at: 0)
        for _ in 0..<20 { #expect(keyboard.sends([UInt8](repeating: 0x71, count: 1 << 16), at: 1).isEmpty) }
        let events = keyboard.sends("\u{1B}[201~z".utf8, at: 2)
        #expect(events.count == 2 && events.last == .key(.char("z")))
    }

    @Test("Discarding drops a waiting Esc and its rest, and swallows a running paste to its end")
    func discard() {
        let keyboard = Keyboard(KeyDecoder())
        _ = keyboard.sends([0x1B], at: 0)
        keyboard.discard(at: 10)
        #expect(keyboard.deadline == nil)
        #expect(keyboard.sends("[B".utf8, at: 20).isEmpty)
        _ = keyboard.sends("\u{1B}[200~qq".utf8, at: 30)
        keyboard.discard(at: 40)
        #expect(keyboard.sends("qq\u{1B}[201~j".utf8, at: 50) == [.key(.char("j"))])
    }

    @Test(
        "Numbers no mouse reports end nothing",
        arguments: ["-9223372036854775808", "9223372036854775807", "99999999999999999999", "-1", ""])
    func absurdMouse(number: String) {
        for event in decoded("\u{1B}[<0;\(number);\(number)M") {
            guard case .mouse(let mouse) = event else { continue }
            #expect((0...100_000).contains(mouse.column) && (0...100_000).contains(mouse.row))
        }
    }

    @Test("Buttons and wheel of the mouse are reported by cell")
    func mouse() {
        #expect(
            decoded("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<64;1;1M\u{1B}[<65;80;24M\u{1B}[<35;2;2M")
                == [
                    .mouse(Mouse(kind: .press, column: 4, row: 2)), .mouse(Mouse(kind: .release, column: 4, row: 2)),
                    .mouse(Mouse(kind: .wheelUp, column: 0, row: 0)),
                    .mouse(Mouse(kind: .wheelDown, column: 79, row: 23)),
                ])
        #expect(decoded("\u{1B}[<99999999999999999999;;M").isEmpty)
    }

    @Test("A terminal that reports the mouse as X10 did is understood, its bytes never become keys")
    func oldMouse() {
        #expect(
            decoded("\u{1B}[M %#\u{1B}[M#%#\u{1B}[M`!!\u{1B}[Ma!!x") == [
                .mouse(Mouse(kind: .press, column: 4, row: 2)), .mouse(Mouse(kind: .release, column: 4, row: 2)),
                .mouse(Mouse(kind: .wheelUp, column: 0, row: 0)), .mouse(Mouse(kind: .wheelDown, column: 0, row: 0)),
                .key(.char("x")),
            ])
        // A column beyond what a byte of ASCII can say.
        var decoder = KeyDecoder()
        #expect(
            decoder.decode([0x1B, 0x5B, 0x4D, 0x20, 0xC8, 0x21], at: 0)
                == [.mouse(Mouse(kind: .press, column: 167, row: 0))])
        // Nothing of it for the right button.
        #expect(decoded("\u{1B}[M\"!!").isEmpty)
        #expect(decoded("\u{1B}OM") == [.key(.enter)])
    }

    @Test("Any bytes in any pieces are decoded without a trap, and the keyboard comes back", arguments: 0..<400)
    func generated(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        let frequent: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0x32, 0x30, 0x3C, 0xE2, 0x82, 0xF0, 0x0D]
        let keyboard = Keyboard(KeyDecoder())
        var time: Int64 = 0
        for _ in 0..<40 {
            let bytes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? frequent.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
            }
            _ = keyboard.sends(bytes, at: time)
            time += Int64.random(in: 0...600, using: &generator)
            _ = keyboard.waits(until: time)
            if Int.random(in: 0..<10, using: &generator) == 0 { keyboard.discard(at: time) }
        }
        for _ in 0..<3 {
            time += 6_000
            _ = keyboard.waits(until: time)
        }
        #expect(keyboard.deadline == nil)
        #expect(keyboard.sends("q".utf8, at: time + 6_000) == [.key(.char("q"))])
    }
}
