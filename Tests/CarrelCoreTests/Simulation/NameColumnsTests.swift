import Testing

@testable import CarrelCore

@Suite("Names in columns")
struct NameColumnsTests {
    @Test("Names that fit stand on one line, two spaces apart")
    func one() {
        #expect(NameColumns.lines(["a", "bcd", "ef"]) == ["a  bcd  ef"])
        #expect(NameColumns.lines([]).isEmpty)
    }

    // As GNU's ls prints them for a terminal of 80 columns.
    @Test("More are read downwards, in as many columns as fit")
    func several() {
        let names = (1...30).map { "service-\($0).log" }
        let lines = NameColumns.lines(names)
        #expect(lines.count == 6)
        #expect(lines.first == "service-1.log  service-7.log   service-13.log  service-19.log  service-25.log")
        #expect(lines.last == "service-6.log  service-12.log  service-18.log  service-24.log  service-30.log")
    }

    @Test("One that is wider than the terminal stands in a column of its own")
    func wide() {
        let wide = String(repeating: "x", count: 90)
        #expect(NameColumns.lines(["a", wide, "z"]) == ["a", wide, "z"])
    }

    @Test("Each name is there once, whatever they are", arguments: 1...60)
    func whole(count: Int) {
        let names = (0..<count).map { String(repeating: "n", count: $0 % 13 + 1) + String($0) }
        let lines = NameColumns.lines(names)
        #expect(lines.flatMap { $0.split(separator: " ").map(String.init) }.sorted() == names.sorted())
        #expect(lines.allSatisfy { $0.count < 80 })
    }
}
