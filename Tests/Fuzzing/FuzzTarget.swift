// Built by `make fuzz` in one module with CarrelTerminal, and by nothing else: it needs libFuzzer.

/// One input: a byte for the columns, a byte for the language of code, and a text.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    guard size > 2 else { return 0 }
    let bytes = UnsafeBufferPointer(start: data, count: size)
    // A glyph of two columns does not fit into one.
    let columns = max(2, Int(bytes[0] % 100))
    let language = CodeLanguage.allCases[Int(bytes[1]) % CodeLanguage.allCases.count]
    let text = String(decoding: bytes.dropFirst(2), as: UTF8.self)

    drawn(Markdown.lines(text, columns: columns, ascii: bytes[1] > 127), columns: columns)
    drawn(TextLayout.wrap(text, columns: columns), columns: columns)
    drawn(TextLayout.wrapVerbatim(text, columns: columns), columns: columns)

    let spans = Highlighter.spans(of: text, in: language)
    precondition(spans.map(\.text).joined() == text, "highlighting changed the text")

    let clean = Sanitiser.sanitised(text)
    precondition(!clean.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && isForbidden($0) }, "not sanitised")
    precondition(Sanitiser.sanitised(clean) == clean, "sanitising twice is not sanitising once")
    return 0
}

/// Draws lines as a screen would: none is wider than asked, and nothing that steers a terminal reaches a cell.
private func drawn(_ lines: [StyledLine], columns: Int) {
    var canvas = Canvas(columns: columns, rows: 1)
    for line in lines {
        precondition(line.width <= columns, "a line is too wide")
        canvas.reset(columns: columns, rows: 1)
        canvas.draw(line, x: 0, y: 0)
        precondition(!canvas.line(0).unicodeScalars.contains(where: isForbidden), "a control character was drawn")
    }
}

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    case 0x200C, 0x200D: false
    default: scalar.properties.generalCategory == .format
    }
}
