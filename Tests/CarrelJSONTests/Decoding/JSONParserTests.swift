import Testing

@testable import CarrelJSON

@Suite("Reading by the grammar")
struct JSONParserTests {
    @Test(
        "What the grammar allows is read",
        arguments: [
            (" \t\r\n null \n", .null), ("true", .flag(true)), ("false", .flag(false)), ("0", .whole(0)),
            ("-0", .whole(0)), ("1e2", .whole(100)), ("1E+2", .whole(100)), ("10e-1", .whole(1)),
            ("2.50", .number(2.5)),
            ("[ ]", .list([])), ("{ }", .members([:])), ("[1 , 2]", .list([.whole(1), .whole(2)])),
            (#"{"a" : [ {} ] }"#, .members(["a": .list([.members([:])])])),
            (#""""#, .text("")), (#""a\"\\\/\b\f\n\r\tz""#, .text("a\"\\/\u{8}\u{C}\n\r\tz")),
            (#""\u00e9\u00C9""#, .text("éÉ")), (#""\ud83d\ude42!""#, .text("🙂!")), (#""\u0000""#, .text("\u{0}")),
            (#""\uffff\u2028""#, .text("\u{FFFF}\u{2028}")), ("\"\u{7F}é\"", .text("\u{7F}é")),
            (#"{"a":1,"b":2,"a":3}"#, .members(["a": .whole(3), "b": .whole(2)])),
            (#"{"\u0061":1}"#, .members(["a": .whole(1)])),
        ] as [(String, Tree)])
    func accepted(text: String, value: Tree) throws {
        #expect(try JSONText.decode(Tree.self, from: text) == value)
    }

    @Test(
        "What it does not allow is refused, with the place and what was expected there",
        arguments: [
            ("", "byte 0: expected a value"), ("  ", "byte 2: expected a value"),
            ("\u{FEFF}1", "byte 0: expected a value"), ("1 2", "byte 2: expected the end of the text"),
            ("[1]]", "byte 3: expected the end of the text"), ("nul", "byte 0: expected a value"),
            ("nulL", "byte 0: expected a value"), ("True", "byte 0: expected a value"),
            ("NaN", "byte 0: expected a value"), ("+1", "byte 0: expected a value"), (".5", "byte 0: expected a value"),
            ("01", "byte 0: a number has no leading zero"), ("-012", "byte 1: a number has no leading zero"),
            ("-", "byte 1: expected a digit"), ("1.", "byte 2: expected a digit behind the decimal point"),
            ("1.e1", "byte 2: expected a digit behind the decimal point"),
            ("1e", "byte 2: expected a digit of the exponent"), ("1e+", "byte 3: expected a digit of the exponent"),
            ("0x1", "byte 1: expected the end of the text"), ("[1", "[1] byte 2: expected , or ] in an array"),
            ("[1,]", "[1] byte 3: expected a value"), ("[,1]", "[0] byte 1: expected a value"),
            ("[1 2]", "[1] byte 3: expected , or ] in an array"), ("{", "byte 1: expected a key in quotation marks"),
            ("{a:1}", "byte 1: expected a key in quotation marks"),
            (#"{"a"}"#, ".a byte 4: expected : behind a key"), (#"{"a":}"#, ".a byte 5: expected a value"),
            (#"{"a":1,}"#, "byte 7: expected a key in quotation marks"),
            (#"{"a":1 "b":2}"#, "byte 7: expected , or } in an object"),
            (#"{"a":[1,{"b":x}]}"#, ".a[1].b byte 13: expected a value"),
            ("\"a", "byte 2: a string has no closing quotation mark"),
            ("\"a\\", "byte 2: a string has no closing quotation mark"),
            ("\"a\nb\"", "byte 2: a control character in a string must be written as an escape"),
            (#""\x""#, "byte 1: no such escape"), (#""\u12g4""#, "byte 5: expected four hexadecimal digits behind \\u"),
            (#""\u12"#, "byte 5: expected four hexadecimal digits behind \\u"),
            (#""\ud83d""#, "byte 1: half of a surrogate pair stands alone"),
            (#""ab\ude42""#, "byte 3: half of a surrogate pair stands alone"),
            (#""\ud83d\u0061""#, "byte 1: half of a surrogate pair stands alone"),
            (#""\ud83d\n""#, "byte 1: half of a surrogate pair stands alone"),
            ("[1]//", "byte 3: expected the end of the text"), ("['a']", "[0] byte 1: expected a value"),
        ])
    func refused(text: String, message: String) {
        #expect(refusal { try JSONText.decode(Tree.self, from: text) } == message)
    }

    @Test("Nesting is read to 512 levels")
    func depth() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(throws: Never.self) { try JSONDocument(validUTF8: Array(nested(512).utf8)) }
        let message = refusal { try JSONDocument(validUTF8: Array(nested(513).utf8)) }
        #expect(message?.hasSuffix("byte 512: arrays and objects are nested deeper than 512") == true)
        #expect(refusal { try JSONDocument(validUTF8: Array(nested(1_000_000).utf8)) } == message)
    }
}
