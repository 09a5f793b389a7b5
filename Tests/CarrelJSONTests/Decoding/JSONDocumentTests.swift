import Testing

@testable import CarrelJSON

@Suite("A text as a list of values")
struct JSONDocumentTests {
    private func path(_ text: String, _ index: Int) throws -> String {
        try JSONDocument(validUTF8: Array(text.utf8)).path(to: index)
            .map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    }

    @Test("The path to a value leads through keys and places")
    func paths() throws {
        let text = #"{"a":[1,{"b":2,"c":[[],3]}],"d":4}"#
        let paths = try (0..<15).map { try path(text, $0) }
        #expect(
            paths == [
                "", "", ".a", ".a[0]", ".a[1]", ".a[1]", ".a[1].b", ".a[1]", ".a[1].c", ".a[1].c[0]", ".a[1].c[1]", "",
                ".d", "", "",
            ])
    }

    @Test("Strings are what their escapes stand for, and leave the rest of the text as it is")
    func strings() throws {
        let document = try JSONDocument(validUTF8: Array(#"["a\u00e9\ud83d\ude42b","c\\d",""]"#.utf8))
        #expect((1...3).map(document.string) == ["aé🙂b", "c\\d", ""])
    }
}
