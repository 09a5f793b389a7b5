import Testing

@testable import CarrelStorage

@Suite("The beginning of a stem")
struct ListedStemTests {
    @Test("One that fits is whole; a longer one ends with a whole word, or is cut where it has none")
    func cut() {
        let fits = String(repeating: "x", count: ListedStem.longest)
        #expect(ListedStem.text(fits) == fits)
        #expect(ListedStem.text(fits + "x") == fits + "...")
        let words = String(repeating: "four ", count: 41)
        #expect(ListedStem.text(String(words.prefix(ListedStem.fetched))) == String(words.prefix(200)) + "...")
        let late = String(repeating: "a", count: 190) + " administrator"
        #expect(ListedStem.text(String(late.prefix(ListedStem.fetched))) == String(repeating: "a", count: 190) + " ...")
    }
}
