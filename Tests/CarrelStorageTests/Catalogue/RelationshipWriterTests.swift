import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Relations between questions")
struct RelationshipWriterTests {
    private typealias Sample = SampleCatalogue

    @Test("A relation to a question no pack has yet waits, and is entered when it arrives")
    func waiting() throws {
        let store = try Store.temporary()
        var question = Sample.question("q1")
        question.related = [Relation(target: "q2", kind: .prerequisite, strength: 80)]
        try store.load(Sample.channel([question]))
        #expect(try store.texts("SELECT COUNT(*) FROM questionRelationships") == ["0"])
        try store.load(Sample.channel([Sample.question("q2", channel: "other")], id: "other"))
        #expect(
            try store.texts(
                "SELECT sourceQuestionId, targetQuestionId, relationshipType, strength FROM questionRelationships")
                == ["q1|q2|prerequisite|80"])
        #expect(try store.question("q1")?.question.related == question.related)
    }
}
