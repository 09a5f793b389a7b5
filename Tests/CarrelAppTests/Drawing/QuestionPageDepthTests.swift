import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The keys under an explanation")
struct QuestionPageDepthTests {
    private func lines(_ hints: [Hint], columns: Int, glyphs: Glyphs = .unicode) -> [String] {
        var page = QuestionPage(item: Samples.item(Samples.single), order: [], columns: columns, glyphs: glyphs)
        page.more = hints
        return page.moreLines.map(\.text.text)
    }

    private let hints = [
        Hint(key: .char("T"), label: "short"), Hint(key: .char("E"), label: "simple"),
        Hint(key: .char("S"), label: "sources"), Hint(key: .char("z"), label: "full screen"),
    ]

    @Test("They stand in one line behind their heading, parted from what is above")
    func oneLine() {
        #expect(lines(hints, columns: 80) == ["", "Read on   T short   E simple   S sources   z full screen"])
        #expect(PageLayout(isCompact: true).inForce { lines(hints, columns: 80) }.count == 1)
    }

    @Test("Where they do not fit the line breaks, and no key is parted from its word", arguments: 18...60)
    func broken(columns: Int) {
        let lines = lines(hints, columns: columns)
        #expect(lines.allSatisfy { Columns.width(of: $0) <= columns })
        for words in ["T short", "E simple", "S sources", "z full screen"] {
            #expect(lines.count { $0.contains(words) } == 1)
        }
    }

    @Test("Without keys there is nothing to read on")
    func none() { #expect(lines([], columns: 80) == []) }
}
