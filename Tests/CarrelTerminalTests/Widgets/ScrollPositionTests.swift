import CarrelTerminal
import Testing

@Suite("Scroll positions")
struct ScrollPositionTests {
    @Test("Scrolling stops where the last line is at the bottom")
    func move() {
        var scroll = ScrollPosition()
        scroll.move(3, lines: 10, visible: 4)
        #expect(scroll.top == 3)
        scroll.page(1, lines: 10, visible: 4)
        #expect(scroll.top == 6)
        #expect(scroll.isAtEnd(lines: 10, visible: 4))
        scroll.page(-1, lines: 10, visible: 4)
        #expect(scroll.top == 3)
        #expect(scroll.range(lines: 10, visible: 4) == 3..<7)
        scroll.end(lines: 10, visible: 4)
        #expect(scroll.top == 6)
        scroll.home()
        #expect(scroll.top == 0)
    }

    @Test("A text that fits does not scroll, and no size is an error")
    func extremes() {
        for lines in [Int.min, -1, 0, 1, 3, .max] {
            for visible in [Int.min, -1, 0, 3, .max] {
                var scroll = ScrollPosition(top: 2)
                scroll.move(.max, lines: lines, visible: visible)
                scroll.move(.min, lines: lines, visible: visible)
                scroll.page(1, lines: lines, visible: visible)
                scroll.end(lines: lines, visible: visible)
                #expect(scroll.top >= 0)
                #expect(scroll.range(lines: lines, visible: visible).upperBound <= max(0, lines))
            }
        }
        var scroll = ScrollPosition()
        scroll.move(5, lines: 3, visible: 3)
        #expect(scroll.top == 0)
    }
}
