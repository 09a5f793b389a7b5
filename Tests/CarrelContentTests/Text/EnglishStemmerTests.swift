import CarrelContent
import Testing

@Suite("Stems of English words")
struct EnglishStemmerTests {
    let stemmer: EnglishStemmer

    init() throws { stemmer = try EnglishStemmer() }

    @Test("Every stem is the one that Snowball's own implementation gives")
    func vectors() throws {
        let stems = try TypedAnswerVectors.load().stems
        #expect(stems.count == 89)
        for row in stems {
            try #require(row.count == 2)
            #expect(stemmer.stem(row[0]) == row[1], "\(row[0])")
        }
    }

    @Test("A stem outlives the next one")
    func copies() {
        let first = stemmer.stem("policies")
        _ = stemmer.stem("encryption")
        #expect(first == "polici")
    }

    @Test("What is no English word is still stemmed to something no longer", arguments: 0..<8)
    func hostile(row: Int) {
        let long = String(repeating: "ing", count: 20_000)
        let word = ["", "\0", "a\0b", "π", "шифрование", "暗号化", "e\u{301}", long][row]
        #expect(stemmer.stem(word).utf8.count <= word.utf8.count)
    }

    @Test("Without a stemmer the learner hears what to install")
    func unavailable() {
        #expect("\(StemmerUnavailable())".contains("libstemmer0d"))
    }
}
