import Testing

@testable import CarrelTerminal

@Suite("Where a text stands after it was laid out anew")
struct ScrollPositionRelaidTests {
    private let text = (0..<40).map { "Paragraph \($0) says a few words more than fit in one short line." }
        .joined(separator: "\n\n")

    private func lines(_ columns: Int) -> [String] { Markdown.lines(text, columns: columns).map(\.text) }

    @Test("What stood at the top is in the line at the top", arguments: [(78, 38), (38, 78), (120, 24), (78, 78)])
    func follows(from: Int, to: Int) {
        let (old, new) = (lines(from), lines(to))
        for top in old.indices where old[top].hasPrefix("Paragraph") {
            var scroll = ScrollPosition(top: top)
            scroll.follow(from: old, to: new)
            let number = old[top].split(separator: " ")[1]
            #expect(new[scroll.top].hasPrefix("Paragraph \(number) "), "line \(top)")
        }
    }

    @Test("The beginning stays the beginning, and a text that is gone leaves the place as it was")
    func ends() {
        var scroll = ScrollPosition()
        scroll.follow(from: ["a b", "c"], to: ["a", "b", "c"])
        #expect(scroll.top == 0)
        scroll = ScrollPosition(top: 1)
        scroll.follow(from: ["a b", "c"], to: [])
        #expect(scroll.top == 1)
    }
}
