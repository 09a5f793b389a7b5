import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Writing ids into a pack")
struct IDWriterTests {
    private func written(_ text: String) throws -> (text: String, count: Int) {
        let writer = try IDWriter(Array(text.utf8), file: PackFixture.file())
        return (String(decoding: writer.bytes, as: UTF8.self), writer.count)
    }

    @Test("Ids stand before the first key, in the way the option is written; all else stays")
    func places() throws {
        let text = PackFixture.question(
            "single",
            """
                options:   # é, kept
                  - text: "a"
                    correct: true
                  - {text: b}
                  -   why: w
                      text: |
                        c
                  - {id: d, text: d}
            """)
        let ids = ["a", "b", "c"].map(DerivedID.of)
        let (result, count) = try written(text)
        #expect(count == 3)
        #expect(
            result
                == text.replacing("- text: \"a\"", with: "- id: \(ids[0])\n        text: \"a\"")
                .replacing("{text: b}", with: "{id: \(ids[1]), text: b}")
                .replacing("-   why: w", with: "-   id: \(ids[2])\n          why: w"))
    }

    @Test("Written once, there is nothing left to write")
    func idempotent() throws {
        let text = PackFixture.question(
            "matching", "    pairs: [{left: a, right: b}, {left: é, right: d}]\n    distractors: [{text: x}]")
        let once = try written(text)
        #expect(once.count == 3)
        #expect(try written(once.text) == (once.text, 0))
    }

    @Test("Line ends, a byte order mark and wide letters are kept", arguments: ["\n", "\r\n"])
    func bytes(ending: String) throws {
        let text =
            "\u{FEFF}" + PackFixture.question("ordering", "    items: [{why: 漢🎓, text: a}, {text: b}]\n    tldr: é")
        let (result, _) = try written(text.replacing("\n", with: ending))
        let ids = ["a", "b"].map(DerivedID.of)
        let expected = text.replacing("{why", with: "{id: \(ids[0]), why").replacing(
            "{text: b", with: "{id: \(ids[1]), text: b")
        #expect(Array(result.utf8) == Array(expected.replacing("\n", with: ending).utf8))
    }

    @Test("A pack with errors, or written in a way ids do not fit into, is left alone")
    func refused() {
        #expect(throws: FixError.self) { try written("channel: x") }
        let odd = PackFixture.question("ordering", "    items: [text: a, text: b]")
        #expect(throws: FixError.cannotBePlaced(file: "p.yaml")) { try written(odd) }
    }
}
