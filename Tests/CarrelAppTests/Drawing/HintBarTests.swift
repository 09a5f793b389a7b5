import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The bar of hints")
struct HintBarTests {
    private let bar = HintBar([
        Hint(key: .char(" "), label: "choose"), Hint(key: .enter, label: "next"), Hint(key: .char("m"), label: "flag"),
        Hint(key: .char("?"), label: "help"), Hint(key: .escape, label: "leave"),
    ])

    private func canvas(_ columns: Int) -> Canvas {
        var canvas = Canvas(columns: columns, rows: 2, glyphs: .unicode)
        bar.draw(on: &canvas, glyphs: .unicode)
        return canvas
    }

    @Test("The main action, help and the way out stay at every width; of the others the first come first")
    func room() {
        #expect(canvas(60).lines[1] == " ␣ choose   ↵ next   m flag   ? help   esc leave")
        #expect(canvas(42).lines[1] == " ␣ choose   ↵ next   ? help   esc leave")
        for columns in 30...38 { #expect(canvas(columns).lines[1] == " ↵ next   ? help   esc leave", "\(columns)") }
    }

    @Test("No hint is begun that does not end on the screen, once the three have room")
    func whole() {
        let words = Set(bar.hints.map(\.label))
        for columns in 28...80 {
            let labels = canvas(columns).lines[1].split(separator: " ").map(String.init).filter { $0.count > 3 }
            #expect(labels.allSatisfy(words.contains), "\(columns): \(labels)")
        }
    }
}
