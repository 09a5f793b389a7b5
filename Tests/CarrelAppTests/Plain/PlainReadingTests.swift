import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Reading on, line by line")
struct PlainReadingTests {
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

    @Test("Related questions are told by what they are to this one, and each opens")
    func related() throws {
        let all = try store.questions(in: .all, limit: 300)
        let id = try #require(try all.first { try !store.relatedQuestions(of: $0.id).isEmpty && $0.kind == .single }).id
        let related = try store.relatedQuestions(of: id)
        try learner.types("0", "R", "1", "", "", "", "q", opening: PlainLearner.one(id))
        for other in related {
            #expect(
                learner.reads(". \(PlainStem.line(other.stem).prefix(60))") && learner.reads("\(other.bond.heading):"))
        }
        #expect(learner.reads("not answered yet"))
        #expect(learner.isAllTyped)
    }

    @Test("Outside of a session they are read once the question was answered")
    func outside() throws {
        let question = try deep()
        try learner.types("T", "?", "q", opening: .place(.questions(Self.alone(question.id))))
        try learner.types("1", "T", "q", opening: .place(.questions(Self.alone(question.id))))
        #expect(learner.reads("T: not one of these; ? says"))
        #expect(learner.reads("\(question.difficulty.rawValue), single") && learner.reads("not answered yet"))
        try learner.types("0", "", "q", opening: PlainLearner.one(question.id))
        try learner.types("1", "?", "T", "H", "q", opening: .place(.questions(Self.alone(question.id))))
        #expect(learner.reads("T: the answer in short"))
        #expect(learner.reads("In short:") && learner.reads("My answers:"))
        #expect(learner.isAllTyped)
    }

    private static func alone(_ id: String) -> QuestionListing {
        QuestionListing(crumbs: ["One"], topic: .question(id, title: "One"))
    }
}
