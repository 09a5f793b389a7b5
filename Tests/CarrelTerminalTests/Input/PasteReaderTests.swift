import Testing

@testable import CarrelTerminal

@Suite("Reading pasted text")
struct PasteReaderTests {
    @Test("The end mark is found across pieces, and after a beginning that was none")
    func pieces() {
        var reader = PasteReader()
        let first = reader.take(Array("ab\u{1B}[20\u{1B}[2".utf8)[...])
        #expect(first.count == 9 && !first.isComplete)
        let second = reader.take(Array("01~rest".utf8)[...])
        #expect(second.count == 3 && second.isComplete)
        #expect(reader.text == "ab\u{1B}[20")
    }

    @Test("What does not fit is dropped, and the end is still found")
    func capacity() {
        var reader = PasteReader()
        _ = reader.take([UInt8](repeating: 0x61, count: PasteReader.capacity + 5)[...])
        let end = reader.take(Array("\u{1B}[201~".utf8)[...])
        #expect(end.isComplete)
        #expect(reader.text?.utf8.count == PasteReader.capacity)
    }

    @Test("A discarded paste has no text")
    func discarded() {
        var reader = PasteReader()
        _ = reader.take(Array("secret".utf8)[...])
        reader.discard()
        _ = reader.take(Array("more\u{1B}[201~".utf8)[...])
        #expect(reader.text == nil)
    }
}
