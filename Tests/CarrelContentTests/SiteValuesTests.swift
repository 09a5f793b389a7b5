import Testing

@testable import CarrelContent

@Suite("What a value may be")
struct SiteValuesTests {
    private func site(_ text: String, _ style: YAMLNode.Style = .plain) -> Site {
        Site(YAMLNode(.scalar(text, style), at: .start))
    }

    @Test(
        "Ids are lower-case letters, digits and hyphens",
        arguments: [
            ("a", true), ("0-a-", true), ("-a", false), ("A", false), ("a_b", false), ("é", false), ("a b", false),
            (String(repeating: "a", count: 100), true), (String(repeating: "a", count: 101), false),
        ])
    func slugs(text: String, isSlug: Bool) {
        let faults = FaultCollector(file: "f")
        #expect(site(text).slug(faults) == (isSlug ? text : nil))
        #expect(faults.hasErrors != isSlug)
    }

    @Test(
        "Text loses the white space at its end",
        arguments: [("a\n\n", "a"), ("  a b \t", "  a b"), ("é\n", "é"), ("🎓", "🎓"), ("", nil), (" \n", nil)]
            as [(String, String?)])
    func text(written: String, read: String?) {
        #expect(site(written, .block).text(FaultCollector(file: "f")) == read)
    }

    @Test("A template is kept to the letter, but for the line ends of a block")
    func template() {
        let faults = FaultCollector(file: "f")
        #expect(site("a \n\n", .block).template(faults) == "a ")
        #expect(site("a \n", .quoted).template(faults) == "a \n")
        #expect(site("", .quoted).template(faults) == "")
        #expect(!faults.hasErrors)
    }

    @Test(
        "A quoted number is text",
        arguments: [("7", .plain, 7), ("7", .quoted, nil), ("x", .plain, nil)] as [(String, YAMLNode.Style, Int?)])
    func integers(text: String, style: YAMLNode.Style, number: Int?) {
        #expect(site(text, style).integer(in: 1...9, FaultCollector(file: "f")) == number)
    }

    @Test("A value that was refused already is not refused again")
    func refused() {
        let faults = FaultCollector(file: "f")
        #expect(Site(YAMLNode(.refused, at: .start)).text(faults) == nil)
        #expect(!faults.hasErrors)
    }
}
