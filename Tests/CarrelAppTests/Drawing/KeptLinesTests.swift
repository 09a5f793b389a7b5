import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Long texts are laid out once")
struct KeptLinesTests {
    @Test("Lines are made once for a key, and those unused for longest make room")
    func kept() {
        let kept = KeptLines<Int, String>(capacity: 2)
        #expect(kept.lines(for: 1) { ["one"] } == ["one"])
        #expect(kept.lines(for: 1) { ["never"] } == ["one"])
        #expect(kept.lines(for: 2) { ["two"] } == ["two"])
        _ = kept.lines(for: 1) { ["never"] }
        _ = kept.lines(for: 3) { ["three"] }
        #expect(kept.lines(for: 1) { ["never"] } == ["one"])
        #expect(kept.lines(for: 2) { ["again"] } == ["again"])
        #expect(kept.layouts == 4)
    }

    @Test("Two thousand lines are laid out once, however far they are scrolled and searched")
    func scrolled() throws {
        let source = (1...1_000).map { "Paragraph \($0) of the text." }.joined(separator: "\n\n")
        var reader = ReaderScreen(crumbs: ["Text"], content: .markdown(source))
        _ = reader.handle(.resized(columns: 80, rows: 24), at: .noon)
        var canvas = Canvas(columns: 80, rows: 24)
        let surroundings = Surroundings(glyphs: .unicode, now: .noon)
        let keys: [Key] = [.char("/"), .char("7"), .char("7"), .enter]
        for key in keys + [Key](repeating: .char("j"), count: 100) + [.end, .char("n"), .char("N"), .pageUp] {
            _ = reader.handle(.key(key), at: .noon)
            canvas.reset(columns: 80, rows: 24)
            reader.draw(on: &canvas, in: surroundings)
        }
        #expect(reader.laid.layouts == 1)
        _ = reader.handle(.resized(columns: 60, rows: 24), at: .noon)
        #expect(reader.laid.layouts == 2)
    }

    @Test("Of all places found only those in sight are looked at")
    func places() {
        let matches = (0..<1_000).map { [TextFinder.Piece(line: $0 * 2, x: 0, columns: 1)] }
        #expect(ReaderScreen.places(in: 100..<120, of: matches) == 50..<61)
        #expect(ReaderScreen.places(in: 0..<20, of: []).isEmpty)
        #expect(ReaderScreen.places(in: 5_000..<5_020, of: matches).isEmpty)
        // One that begins above the screen reaches into it.
        let broken = [[TextFinder.Piece(line: 4, x: 9, columns: 1), TextFinder.Piece(line: 5, x: 0, columns: 1)]]
        #expect(ReaderScreen.places(in: 5..<6, of: broken) == 0..<1)
    }
}
