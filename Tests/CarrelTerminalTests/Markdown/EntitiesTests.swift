import Testing

@testable import CarrelTerminal

@Suite("Character references")
struct EntitiesTests {
    @Test(
        "Names and numbers become characters, and the unknown stays as written",
        arguments: [
            ("&amp;", "&"), ("&#65;", "A"), ("&#x2192;", "→"), ("&#X41;", "A"), ("&#0;", "\u{FFFD}"),
            ("&#xD800;", "\u{FFFD}"),
            ("&#99999999999;", "\u{FFFD}"), ("&nothing;", "&nothing;"), ("&;", "&;"), ("amp", "amp"),
        ])
    func decoded(reference: String, text: String) { #expect(Entities.decoded(reference) == text) }
}
