import Testing

@testable import CarrelContent

@Suite("YAML documents")
struct YAMLDocumentTests {
    @Test(
        "A document that is refused says why and where",
        arguments: [
            (
                "",
                [
                    "1:1: : the file is empty"
                ]
            ),
            (
                """
                # nothing

                """,
                [
                    "1:1: : the file is empty"
                ]
            ),
            (
                """
                channel: x
                  title: y

                """,
                [
                    "2:8: : mapping values are not allowed in this context; quote text that holds \": \""
                ]
            ),
            (
                """
                a: [1, 2

                """,
                [
                    "2:1: : did not find expected ',' or ']' while parsing a flow sequence"
                ]
            ),
            (
                """
                path: a: b

                """,
                [
                    "1:8: : mapping values are not allowed in this context; quote text that holds \": \""
                ]
            ),
            (
                """
                a: @x

                """,
                [
                    "1:4: : found character that cannot start any token while scanning for the next token; quote text that begins with a special character, and indent with spaces"
                ]
            ),
            (
                """
                	channel: x

                """,
                [
                    "1:1: : found character that cannot start any token while scanning for the next token; quote text that begins with a special character, and indent with spaces"
                ]
            ),
            (
                """
                --- 
                - a
                ---
                - b

                """,
                [
                    "4:1: : a second document; a file holds one"
                ]
            ),
            (
                "path: p\npath: q\n",
                [
                    "1:1: difficulty: this key is missing",
                    "1:1: milestones: this key is missing",
                    "1:1: pathType: this key is missing",
                    "1:1: title: this key is missing",
                    "2:1: : the key \"path\" is given twice, first on line 1",
                ]
            ),
            (
                """
                - &x [1]
                - *x

                """,
                [
                    "1:1: : a mapping of keys to values is expected, found a list",
                    "1:3: : the anchor &x is not allowed; write values out",
                    "2:3: : the alias *x is not allowed; write the value out",
                ]
            ),
            (
                """
                - !important

                """,
                [
                    "1:1: : a mapping of keys to values is expected, found a list",
                    "1:3: : the tag !important is not allowed; quote text that begins with \"!\"",
                ]
            ),
            (
                "- \"\\e[31m\"\n- \"a\\rb\"\n",
                [
                    "1:1: : a mapping of keys to values is expected, found a list",
                    "1:3: : the escaped control character U+001B is not allowed",
                    "2:3: : the escaped control character U+000D is not allowed",
                ]
            ),
            (
                "- a\u{1B}b\n",
                [
                    "1:4: : the control character U+001B is not allowed"
                ]
            ),
            (
                "- é\u{9B}b\n",
                [
                    "1:4: : the control character U+009B is not allowed"
                ]
            ),
            (
                "- a\r\n- b\u{7F}\r\n",
                [
                    "2:4: : the control character U+007F is not allowed"
                ]
            ),
            (
                """
                - {[a]: b}

                """,
                [
                    "1:1: : a mapping of keys to values is expected, found a list",
                    "1:4: : a key must be text, not a list",
                ]
            ),
            (
                String(repeating: "[", count: 40),
                [
                    "1:33: : nested deeper than 32 levels"
                ]
            ),
            (
                String(repeating: "{a: ", count: 40),
                [
                    "1:129: : nested deeper than 32 levels"
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }

    // By itself: as an argument it would be printed.
    @Test("A document larger than any pack is refused")
    func tooLarge() {
        #expect(
            PackFixture.faults(of: "- a\n- " + String(repeating: "x", count: 16 << 20)) == [
                "1:1: : the file has 16777222 bytes; at most 16 MiB are read"
            ])
    }

    @Test("Every value keeps its place, its style and its text")
    func places() throws {
        let faults = FaultCollector(file: "p.yaml")
        let text = "\u{FEFF}é: [1, \"a\\tb\", {x: }]\r\nlong: |\r\n  one\r\n  two\r\n"
        let root = try #require(YAMLDocument(parsing: Array(text.utf8), faults: faults).root)
        #expect(faults.faults == [])
        let list = [
            YAMLNode(.scalar("1", .plain), at: TextPosition(line: 1, column: 5)),
            YAMLNode(.scalar("a\tb", .quoted), at: TextPosition(line: 1, column: 8)),
            YAMLNode(
                .mapping([
                    .init(
                        key: "x", position: TextPosition(line: 1, column: 17),
                        value: YAMLNode(.scalar("", .plain), at: TextPosition(line: 1, column: 20)))
                ]), at: TextPosition(line: 1, column: 16)),
        ]
        #expect(root["é"] == YAMLNode(.sequence(list), at: TextPosition(line: 1, column: 4)))
        #expect(root["long"] == YAMLNode(.scalar("one\ntwo\n", .block), at: TextPosition(line: 2, column: 7)))
        #expect(root.entries[1].position == TextPosition(line: 2, column: 1))
    }

    @Test("Bytes that are no UTF-8 are refused at their place")
    func encoding() {
        let faults = FaultCollector(file: "p.yaml")
        #expect(YAMLDocument(parsing: Array("a: é\nb: ".utf8) + [0xC3, 0x28], faults: faults).root == nil)
        #expect(
            faults.faults.map(\.description) == ["p.yaml:2:4: error: byte 0xC3 is not UTF-8; save the file as UTF-8"])
    }

    @Test("More values than any real pack holds end the reading")
    func tooMany() {
        let faults = FaultCollector(file: "p.yaml")
        let text = "[" + String(repeating: "[],", count: YAMLDocument.mostNodes) + "]"
        #expect(YAMLDocument(parsing: Array(text.utf8), faults: faults).root == nil)
        #expect(faults.faults.map(\.message) == ["more than 1000000 values in one file"])
    }
}
