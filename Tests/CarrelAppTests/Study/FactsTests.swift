import CarrelCore
import Testing

@testable import CarrelApp

@Suite("What screens show of the store")
struct FactsTests {
    @Test("A summary counts every item once")
    func summary() {
        let facts = Catalogue.summary
        #expect([facts.right, facts.partly, facts.wrong, facts.unanswered] == [1, 1, 1, 0])
        #expect(facts.elapsedMs == 95_000)
        #expect(facts.missed == ["half-open", "handshake"])
    }

    @Test("An answer without a grade is none yet")
    func ungraded() {
        var facts = Catalogue.summary
        facts.session.answers["handshake"]?.grade = nil
        #expect([facts.right, facts.partly, facts.wrong, facts.unanswered] == [1, 1, 0, 1])
        #expect(facts.missed == ["half-open"])
    }

    @Test("The first start is when something is offered to begin with")
    func firstStart() {
        #expect(Catalogue.firstStart.isFirstStart)
        #expect(!Catalogue.home.isFirstStart)
    }
}
