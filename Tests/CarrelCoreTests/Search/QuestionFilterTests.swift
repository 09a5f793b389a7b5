import CarrelCore
import Testing

@Suite("Filters")
struct QuestionFilterTests {
    @Test("A filter is told in words: what it wants, then what it does not")
    func words() {
        var filter = QuestionFilter()
        #expect(filter.isEmpty && filter.words.isEmpty)
        filter.difficulties = [.advanced]
        filter.statuses = [.wrong, .bookmarked]
        filter.tags = ["tcp", "ip"]
        filter.channels = ["net"]
        filter.excluded.kinds = [.multiple]
        filter.excluded.companies = ["Acme"]
        #expect(!filter.isEmpty)
        #expect(
            filter.words == "advanced, wrong, bookmarked, tag ip, tag tcp, channel net, not multiple, not company Acme")
    }
}
