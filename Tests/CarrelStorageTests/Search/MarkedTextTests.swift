import Testing

@testable import CarrelStorage

@Suite("Text with marks")
struct MarkedTextTests {
    private static let open = String(MarkedText.opening)
    private static let close = String(MarkedText.closing)

    @Test("The characters about matches become ranges of characters")
    func ranges() {
        let text = "a \(Self.open)tcp\(Self.close) e\u{301}\(Self.open)ß\(Self.close)"
        #expect(MarkedText(markedUp: text) == MarkedText("a tcp e\u{301}ß", marks: [2..<5, 7..<8]))
    }

    @Test("Text is cut where it is too long, and a mark with it")
    func cut() {
        let text = "ab\(Self.open)cdef\(Self.close)g"
        #expect(MarkedText(markedUp: text, limit: 4) == MarkedText("abcd", marks: [2..<4]))
        #expect(MarkedText(markedUp: text, limit: 2) == MarkedText("ab"))
    }
}
