import CarrelCore
import Testing

@Suite("Searching text")
struct TextSearchTests {
    @Test(
        "A part is found where it first stands",
        arguments: [
            ("a{{b}}{{c}}", "{{", 1), ("a{b{{c", "{{", 3), ("aab", "ab", 1), ("{", "{{", nil), ("", "a", nil),
            ("abc", "abc", 0), ("abc", "c", 2), ("é漢x", "漢", 2), ("abc", "", 0), ("abc", "abcd", nil),
        ] as [(String, String, Int?)])
    func found(text: String, part: String, offset: Int?) {
        let range = text.firstOccurrence(of: part)
        #expect(range.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == offset)
        #expect(range.map { String(text[$0]) } == (offset == nil ? nil : part))
        #expect(text.holds(part) == (offset != nil))
    }

    @Test("A part of a text is searched from its own beginning")
    func substring() {
        let text = "a}}b}}"
        let rest = text.dropFirst(3)
        #expect(rest.firstOccurrence(of: "}}").map { text[..<$0.lowerBound] } == "a}}b")
    }
}
