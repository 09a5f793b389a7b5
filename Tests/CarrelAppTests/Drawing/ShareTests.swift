import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A share as a bar")
struct ShareTests {
    @Test(
        "Any part is one per cent at least, and only the whole is a hundred",
        arguments: [(0, 10, 0), (1, 1000, 1), (4, 10, 40), (999, 1000, 99), (10, 10, 100), (0, 0, 0)])
    func percent(part: Int, whole: Int, expected: Int) { #expect(Share(part: part, whole: whole).percent == expected) }

    @Test("The number stands beside the bar, in either set of glyphs, and alone where there is no room")
    func words() {
        let share = Share(part: 4, whole: 10)
        #expect(share.words(barColumns: 10, glyphs: .unicode) == "████░░░░░░ 40 %")
        #expect(share.words(barColumns: 5, glyphs: .ascii) == "##... 40 %")
        #expect(share.words(barColumns: 0, glyphs: .unicode) == "40 %")
        #expect(Share.barColumns(of: 40) == 0 && Share.barColumns(of: 80) == 10)
    }
}
