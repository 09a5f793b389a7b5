import Testing

@testable import CarrelCore

@Suite("Finding a phrase in a text")
struct KeywordPhraseTests {
    private func positions(of phrase: String, in text: String, vocabulary: [String] = []) -> [[Int]] {
        var stemming = TextStemming(stem: strippingEndings)
        let phrase = KeywordPhrase(phrase, stemming: &stemming)
        let known = Set(phrase.stems).union(vocabulary)
        return phrase.occurrences(in: stemming.text(text), vocabulary: known).map { Array($0.positions) }
    }

    @Test("A word stands wherever a form of it does")
    func forms() { #expect(positions(of: "filter", in: "Filters, filtered: a filter") == [[0], [1], [3]]) }

    @Test("The words of a phrase stand in any order, with three others between them and no more")
    func window() {
        #expect(positions(of: "availability zone", in: "zones with high availability") == [[0, 3]])
        #expect(positions(of: "availability zone", in: "zones of a high availability") == [[0, 4]])
        #expect(positions(of: "availability zone", in: "zones of a very high availability").isEmpty)
    }

    @Test("A word that stands twice in a phrase, in whatever form, must stand twice in the text")
    func repeated() {
        #expect(positions(of: "filtered filters", in: "filters are filtered") == [[0, 2]])
        #expect(positions(of: "filtered filters", in: "filters").isEmpty)
        #expect(positions(of: "IP and IPS", in: "an IPS and an IP") == [[1, 2, 4]])
        #expect(positions(of: "end to end", in: "to the end").isEmpty)
        #expect(positions(of: "end-to-end", in: "from end to end") == [[1, 2, 3]])
    }

    @Test("A misspelt word counts, unless it is a word of another keyword")
    func misspelt() {
        #expect(positions(of: "replica", in: "one replcia") == [[1]])
        #expect(positions(of: "stateful", in: "it is statefull") == [[2]])
        #expect(positions(of: "affects", in: "it effects").isEmpty)
        #expect(positions(of: "complement", in: "a compliment") == [[1]])
        #expect(positions(of: "complement", in: "a compliment", vocabulary: ["compliment"]).isEmpty)
    }

    @Test("Numbers are matched to the digit")
    func digits() {
        #expect(positions(of: "port 443", in: "ports 443 and 80") == [[0, 1]])
        #expect(positions(of: "port 8443", in: "port 8433").isEmpty)
    }

    @Test("What the author wrote in capitals is matched to the letter, but for its plural")
    func capitals() {
        #expect(positions(of: "HTTPS", in: "over http").isEmpty)
        #expect(positions(of: "https", in: "over http") == [[1]])
        #expect(positions(of: "DNSSEC", in: "dnsec").isEmpty)
        #expect(positions(of: "VPC", in: "two VPCs, one vpc") == [[1], [3]])
        #expect(positions(of: "VPCs", in: "two VPCs, one vpc") == [[1], [3]])
        #expect(positions(of: "INDEX", in: "indexed") == [[0]])
    }

    @Test("A phrase without the words it needs stands nowhere, however long the text")
    func empty() {
        #expect(positions(of: "a b", in: "").isEmpty)
        #expect(positions(of: "a b", in: String(repeating: "a ", count: 5_000)).isEmpty)
    }
}
