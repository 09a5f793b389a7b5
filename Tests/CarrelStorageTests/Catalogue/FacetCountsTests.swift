import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Counts by facet")
struct FacetCountsTests {
    private typealias Sample = SampleCatalogue

    @Test("A certification's question counts for it and its domain, a channel's for it and its sub-channel")
    func facets() {
        var question = Sample.question("q", tags: ["a", "b", "a"])
        #expect(
            Set(Facet.facets(of: question))
                == [.all, .channel("net"), .subChannel("tcp", of: "net"), .tag("a"), .tag("b")])
        question.certification = "saa"
        question.domain = "d1"
        #expect(
            Set(Facet.facets(of: question))
                == [.all, .certification("saa"), .domain("d1", of: "saa"), .tag("a"), .tag("b")])
    }

    @Test("An answer moves the counts as a recount would, for what is active and for nothing else")
    func adjusting() throws {
        let store = try Store.temporary()
        try store.load(Sample.channel(["q1", "q2"].map { Sample.question($0) }))
        for correct in [true, nil, false, true, false] { try store.setFacts("q1", lastCorrect: correct) }
        try store.setFacts("unknown", lastCorrect: true)
        #expect(try store.tally(.channel("net")) == Tally(total: 2, seen: 1, correct: 0))
        #expect(try store.tally(.wrong).total == 1)
        let kept = try store.texts("SELECT * FROM facetCounts")
        try FacetCounts(database: store.database, learner: store.learner).recompute()
        #expect(try store.texts("SELECT * FROM facetCounts") == kept)
    }
}
