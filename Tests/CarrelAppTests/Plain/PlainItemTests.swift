import Testing

@testable import CarrelApp

@Suite("Numbers typed for options")
struct PlainItemTests {
    @Test(
        "Are read with spaces or commas between them, each once",
        arguments: [
            ("1", [0]), ("2 1", [0, 1]), ("1,3", [0, 2]), ("1, 3 ,1", [0, 2]), ("4", [3]),
            ("5", nil), ("0", nil), ("", nil), ("1 x", nil), ("-1", nil), ("1-3", nil),
        ] as [(String, [Int]?)])
    func numbers(text: String, places: [Int]?) { #expect(PlainItem.numbers(text, upTo: 4) == places) }
}
