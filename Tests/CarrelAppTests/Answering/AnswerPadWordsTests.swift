import CarrelCore
import Testing

@testable import CarrelApp

@Suite("The part under the pointer, in words")
struct AnswerPadWordsTests {
    private func pad(_ question: Question) throws -> AnswerPad {
        try #require(AnswerPad(question, order: question.previewOrder))
    }

    @Test("A left side says what it is paired with, a right side only itself")
    func matching() throws {
        var pad = try pad(Samples.matching)
        #expect(pad.words(of: Samples.matching)?.hasSuffix(", not paired") == true)
        _ = pad.perform(.label("1"))
        _ = pad.perform(.label("a"))
        #expect(pad.words(of: Samples.matching)?.contains(", paired with 1, ") == true)
        _ = pad.perform(.choose)
        #expect(pad.words(of: Samples.matching)?.hasPrefix("1, ") == true)
    }

    @Test("An item says its letter and its rank, and that it is lifted; a region whether it is chosen")
    func others() throws {
        var ordering = try pad(Samples.ordering)
        #expect(ordering.words(of: Samples.ordering)?.hasSuffix(", rank 1") == true)
        _ = ordering.perform(.choose)
        #expect(ordering.words(of: Samples.ordering)?.hasSuffix(", rank 1, lifted") == true)
        var hotspot = try pad(Samples.hotspot)
        #expect(hotspot.words(of: Samples.hotspot)?.hasSuffix(", not chosen") == true)
        _ = hotspot.perform(.choose)
        #expect(hotspot.words(of: Samples.hotspot)?.hasSuffix("\", chosen") == true)
        #expect(try pad(Samples.single).words(of: Samples.single) == nil)
    }
}
