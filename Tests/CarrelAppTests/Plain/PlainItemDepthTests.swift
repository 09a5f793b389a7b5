import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Reading on, line by line")
struct PlainItemDepthTests {
    let learner: PlainLearner
    private var store: Store { learner.performer.store }

    init() throws { learner = PlainLearner(try Library.performer()) }

    /// One that has all there is to read.
    private func deep() throws -> Question {
        let found = try store.questions(in: .all, limit: 300).compactMap { try store.question($0.id)?.question }
        return try #require(
            found.first { $0.kind == .single && $0.tldr != nil && $0.eli5 != nil && !$0.sources.isEmpty })
    }

    @Test("After the answer the screen's letters say the short answer, the simple one, the sources and the history")
    func depths() throws {
        let question = try deep()
        try learner.types("0", "?", "T", "E", "S", "H", "", "q", opening: PlainLearner.one(question.id))
        for words in ["T: the answer in short", "In short:", "In simple words:", "Sources:", "My answers:"] {
            #expect(learner.reads(words), "\(words)")
        }
        for (place, source) in question.sources.enumerated() { #expect(learner.reads("\(place + 1). \(source)")) }
        #expect(learner.reads("\(Moment.noon.at.local(.noon)): wrong"))
        #expect(learner.isAllTyped)
    }

    @Test("Before it they are not understood, and ? does not offer them")
    func before() throws {
        try learner.types("T", "?", "q", opening: PlainLearner.one(try deep().id))
        #expect(learner.reads("T: not understood"))
        #expect(!learner.reads("T: the answer in short"))
        #expect(!learner.reads("In short:"))
    }

    @Test("Related questions are told by what they are to this one, with their ids")
    func related() throws {
        let all = try store.questions(in: .all, limit: 300)
        let id = try #require(try all.first { try !store.relatedQuestions(of: $0.id).isEmpty && $0.kind == .single }).id
        let related = try store.relatedQuestions(of: id)
        try learner.types("0", "R", "", "q", opening: PlainLearner.one(id))
        for other in related { #expect(learner.reads("(\(other.id))") && learner.reads("\(other.bond.heading):")) }
    }
}
