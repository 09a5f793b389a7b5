import Testing

@testable import CarrelStorage

@Suite("The tags of the catalogue")
struct StoreTagsTests {
    @Test("Tags come in order, a page at a time, with how far the learner is")
    func pages() throws {
        let store = try Store.temporary()
        try store.load(
            SampleCatalogue.channel([
                SampleCatalogue.question("q0", tags: ["tcp", "basics"]), SampleCatalogue.question("q1", tags: ["tcp"]),
                SampleCatalogue.question("q2", tags: ["udp"]),
            ]))
        try store.setFacts("q0", lastCorrect: true)
        try store.setFacts("q1", lastCorrect: false)
        let first = try store.tags(limit: 2)
        #expect(
            first == [
                TagRow(tag: "basics", tally: Tally(total: 1, seen: 1, correct: 1)),
                TagRow(tag: "tcp", tally: Tally(total: 2, seen: 2, correct: 1)),
            ])
        #expect(try store.tags(after: first.last?.tag, limit: 2).map(\.tag) == ["udp"])
        #expect(try store.tags(after: "udp", limit: 2).isEmpty)
    }
}
