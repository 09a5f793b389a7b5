import CarrelTerminal
import Testing

@Suite("List cursors")
struct ListCursorTests {
    @Test("Moving stops at the ends and skips what cannot be selected")
    func move() {
        var cursor = ListCursor()
        cursor.move(3, count: 3)
        #expect(cursor.index == 2)
        cursor.move(-9, count: 3)
        #expect(cursor.index == 0)
        cursor.move(1, count: 6) { $0 % 2 == 0 }
        #expect(cursor.index == 2)
        cursor.move(2, count: 6) { $0 % 2 == 0 }
        #expect(cursor.index == 4)
        cursor.move(1, count: 6) { $0 % 2 == 0 }
        #expect(cursor.index == 4)
        cursor.move(.min, count: 6)
        cursor.move(.max, count: 6)
        #expect(cursor.index == 5)
    }

    @Test("The first and last rows are the first and last that can be selected")
    func ends() {
        var cursor = ListCursor(index: 3)
        cursor.first(count: 6) { $0 > 0 && $0 < 5 }
        #expect(cursor.index == 1)
        cursor.last(count: 6) { $0 > 0 && $0 < 5 }
        #expect(cursor.index == 4)
    }

    @Test("A page keeps one row in sight")
    func page() {
        var cursor = ListCursor()
        cursor.page(1, count: 100, visible: 10)
        #expect(cursor.index == 9)
        cursor.page(-1, count: 100, visible: 10)
        #expect(cursor.index == 0)
        cursor.page(1, count: 100, visible: 1)
        #expect(cursor.index == 1)
    }

    @Test("The selection is brought into sight, and a heading above it too")
    func reveal() {
        var cursor = ListCursor(index: 15)
        cursor.reveal(count: 20, visible: 10)
        #expect(cursor.top == 6)
        #expect(cursor.range(count: 20, visible: 10) == 6..<16)
        cursor.index = 1
        cursor.reveal(count: 20, visible: 10) { $0 != 0 }
        #expect(cursor.top == 0)
        cursor.reveal(count: 0, visible: 10)
        #expect(cursor == ListCursor())
        #expect(cursor.range(count: 0, visible: 10).isEmpty)
    }

    @Test("A list that shrank keeps a valid selection", arguments: 0..<200)
    func generated(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        var cursor = ListCursor()
        for _ in 0..<30 {
            let count = Int.random(in: 0...12, using: &generator), visible = Int.random(in: -1...8, using: &generator)
            let odd = Bool.random(using: &generator)
            func selectable(_ row: Int) -> Bool { odd ? row % 2 == 1 : true }
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: cursor.move(Int.random(in: -5...5, using: &generator), count: count, selectable: selectable)
            case 1: cursor.page(1, count: count, visible: visible, selectable: selectable)
            case 2: cursor.page(-1, count: count, visible: visible, selectable: selectable)
            case 3: cursor.last(count: count, selectable: selectable)
            default: cursor.first(count: count, selectable: selectable)
            }
            cursor.reveal(count: count, visible: visible, selectable: selectable)
            let range = cursor.range(count: count, visible: visible)
            #expect(range.lowerBound >= 0 && range.upperBound <= count)
            if count > 0, visible > 0 { #expect(range.contains(cursor.index)) }
            if count > 1 { #expect(selectable(cursor.index)) }
        }
    }

    @Test("Text below the last row that can be selected comes into sight with it")
    func textBelow() {
        var cursor = ListCursor()
        cursor.last(count: 30) { $0 < 20 }
        cursor.reveal(count: 30, visible: 12) { $0 < 20 }
        #expect(cursor.index == 19)
        #expect(cursor.range(count: 30, visible: 12) == 18..<30)
        cursor.move(-1, count: 30) { $0 < 20 }
        cursor.reveal(count: 30, visible: 12) { $0 < 20 }
        #expect(cursor.index == 18 && cursor.range(count: 30, visible: 12).contains(18))
    }

    @Test("Rows that belong to the selected one are in sight with it, if there is room for all")
    func below() {
        var cursor = ListCursor(index: 4, top: 0)
        cursor.reveal(count: 20, visible: 5, below: { _ in 2 })
        #expect(cursor.top == 2)
        cursor.reveal(count: 20, visible: 5, below: { _ in 9 })
        #expect(cursor.top == 4 && cursor.index == 4)
        cursor.index = 1
        cursor.reveal(count: 20, visible: 5, below: { _ in 1 })
        #expect(cursor.top == 1)
    }
}
