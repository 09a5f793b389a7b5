import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Finding words in lines")
struct TextFinderTests {
    private typealias Piece = TextFinder.Piece

    private func matches(_ words: String, _ lines: String...) -> [TextFinder.Match] {
        TextFinder.matches(of: words, in: lines.map { StyledLine($0) })
    }

    @Test("Every place is found once, from the first on")
    func places() {
        #expect(
            matches("aa", "aaa b aa", "x") == [
                [Piece(line: 0, x: 0, columns: 2)], [Piece(line: 0, x: 6, columns: 2)],
            ])
        #expect(matches("none", "aaa").isEmpty)
        #expect(matches("", "aaa").isEmpty && matches("  ", "aaa b").isEmpty)
        #expect(matches("longer than the text", "aaa").isEmpty)
    }

    @Test(
        "Case and accents make no difference",
        arguments: [("CAFÉ", "the cafe"), ("cafe", "the Café"), ("naive", "the naïve"), ("uber", "the Über")])
    func folding(words: String, text: String) {
        #expect(matches(words, text) == [[Piece(line: 0, x: 4, columns: words.count)]])
    }

    @Test(
        "Letters that are no accented Latin ones are found as they are",
        arguments: ["é".lowercased(), "日本", "→", "Ω", "🎓"])
    func others(letter: String) {
        #expect(matches(letter, "x \(letter) y").count == 1)
        #expect(matches("x y", "x \(letter) y").isEmpty)
    }

    @Test("Words are found where a line is broken between them, under an indent too")
    func wrapped() {
        #expect(
            matches("way  handshake", "a three-way", "    handshake, and") == [
                [Piece(line: 0, x: 8, columns: 3), Piece(line: 1, x: 4, columns: 9)]
            ])
    }

    @Test("Places are counted in columns of the screen, in whatever spans the text stands")
    func columns() {
        #expect(matches("b", "日本 b") == [[Piece(line: 0, x: 5, columns: 1)]])
        let line = StyledLine(spans: [Span("TIME-", style: .code), Span("WAIT ends")])
        #expect(TextFinder.matches(of: "time-wait", in: [line]) == [[Piece(line: 0, x: 0, columns: 9)]])
    }

    @Test("Whatever stands in a text, all it is made of is found in it")
    func generated() {
        var generator = SplitMix64(seed: 5)
        let letters = Array("aAbé日 -\u{301}🎓")
        for _ in 0..<200 {
            let lines = (0..<3).map { _ in
                StyledLine(String((0..<8).map { _ in letters[Int(generator.next() % UInt64(letters.count))] }))
            }
            let words = lines[1].text
            guard words.contains(where: { !$0.isWhitespace }) else { continue }
            let found = TextFinder.matches(of: words, in: lines)
            #expect(!found.isEmpty, "\(words)")
            for piece in found.joined() { #expect(piece.x >= 0 && piece.x + piece.columns <= lines[piece.line].width) }
        }
    }
}
