import CarrelCore
import Testing

@Suite("Finding by a few letters")
struct FuzzyPatternTests {
    private func places(_ typed: String, in text: String) -> [Int]? { FuzzyPattern(typed).match(in: text)?.places }

    private func best(_ typed: String, of texts: [String]) -> String? {
        texts.compactMap { text in FuzzyPattern(typed).match(in: text).map { (text, $0.score) } }
            .max { $0.1 < $1.1 }?.0
    }

    @Test("Letters follow one another with anything between them, whatever their case and accents")
    func subsequence() {
        #expect(places("ntw", in: "Networking") == [0, 2, 3])
        #expect(places("NET", in: "networking") == [0, 1, 2])
        #expect(places("ecole", in: "École") == [0, 1, 2, 3, 4])
        #expect(places("gnik", in: "Networking") == nil)
        #expect(places("networkings", in: "Networking") == nil)
    }

    @Test("Words may stand in any order, and all of them have to be there")
    func words() {
        #expect(places("paths go", in: "go to Learning paths") == [0, 1, 15, 16, 17, 18, 19])
        #expect(places("go nowhere", in: "go to Learning paths") == nil)
    }

    @Test("Beginnings of words are better than letters in them, and neighbours better than letters apart")
    func placing() {
        #expect(places("lp", in: "all Learning paths") == [4, 13])
        #expect(places("at", in: "a set at") == [6, 7])
        #expect(best("hi", of: ["go to Channels in", "go to History"]) == "go to History")
        #expect(best("book", of: ["back to the book", "bookmarks"]) == "bookmarks")
        #expect(best("tags", of: ["go to Tags and more", "go to Tags"]) == "go to Tags")
    }

    @Test("Nothing typed fits everything and marks nothing")
    func nothing() {
        #expect(FuzzyPattern("  ").isEmpty)
        #expect(places("", in: "Anything") == [])
        #expect(places("", in: "") == [])
        #expect(places("a", in: "") == nil)
    }

    @Test("What is found is what was typed, in order, for any text", arguments: 0..<200 as Range<UInt64>)
    func generated(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet = Array("abcA B-/éß漢👩‍💻")
        let text = String(
            (0..<Int.random(in: 0...60, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            })
        // Some letters of the text, in their order, so that it has to be found.
        let letters = text.filter { !$0.isWhitespace }
        let typed = letters.filter { _ in Bool.random(using: &random) }
        let found = try #require(FuzzyPattern(typed).match(in: text), "\(typed) in \(text)")
        #expect(FuzzyPattern(typed).fits(text))
        #expect(found.places == found.places.sorted() && Set(found.places).count == found.places.count)
        let characters = Array(text)
        #expect(found.places.allSatisfy(characters.indices.contains))
        let fold = { (character: Character) in LetterFolding.fold(character).first }
        #expect(found.places.map { fold(characters[$0]) } == typed.map { fold($0) })
    }

    @Test("Whether a text fits is told as how well it fits is", arguments: 0..<100 as Range<UInt64>)
    func fits(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func text(_ alphabet: String, _ most: Int) -> String {
            String(
                (0..<Int.random(in: 0...most, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? " "
                })
        }
        let typed = text("abc A-é", 5)
        for alphabet in ["abcAB -/", "abcé ß漢-", "ab\n c"] {
            let text = text(alphabet, 30)
            let pattern = FuzzyPattern(typed)
            #expect(pattern.fits(text) == (pattern.match(in: text) != nil), "\(typed) in \(text)")
        }
    }
}
