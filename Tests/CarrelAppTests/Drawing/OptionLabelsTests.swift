import Testing

@testable import CarrelApp

@Suite("Labels of options")
struct OptionLabelsTests {
    @Test(
        "A letter of either case and a digit name a place",
        arguments: [("a", 0), ("A", 0), ("1", 0), ("d", 3), ("D", 3), ("4", 3)])
    func named(character: Character, index: Int) { #expect(OptionLabels.index(for: character, count: 4) == index) }

    @Test(
        "Nothing else names one",
        arguments: ["e", "5", "0", "j", "", " ", "é", "①", "١", "İ", "🅰", "\r\n"].compactMap(\.first))
    func unnamed(character: Character) { #expect(OptionLabels.index(for: character, count: 4) == nil) }

    @Test("Nine options have labels; more are reached with the pointer")
    func many() {
        #expect(OptionLabels.index(for: "i", count: 20) == 8)
        #expect(OptionLabels.index(for: "9", count: 20) == 8)
        #expect(OptionLabels.label(at: 8) == "i")
        #expect(OptionLabels.label(at: 9) == "·")
    }

    @Test("a to i and 1 to 9 are reserved, whether on screen or not")
    func reserved() {
        let printable = (UInt8(0x20)..<0x7F).map { Character(Unicode.Scalar($0)) }
        #expect(String(printable.filter(OptionLabels.isReserved)) == "123456789ABCDEFGHIabcdefghi")
        #expect(!OptionLabels.isReserved("á"))
    }

    @Test(
        "A reference is drawn as the option's label, and what refers to none is left as it is",
        arguments: [
            ("{{y}} beats {{ x }}.", "**b** beats **a**."), ("no reference", "no reference"), ("{{z}}", "{{z}}"),
            ("{{x", "{{x"), ("{{x}}{{y}}", "**a****b**"), ("{{}} {{x}}", "{{}} **a**"), ("}} {{x}} {{", "}} **a** {{"),
        ])
    func references(text: String, expected: String) {
        #expect(OptionLabels.resolve(text, order: ["x", "y"]) == expected)
    }
}
