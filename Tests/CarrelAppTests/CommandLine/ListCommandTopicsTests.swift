import Testing

@testable import CarrelApp

@Suite("Everything that can be practised by name")
struct ListCommandTopicsTests {
    @Test("Every id listed is one that practice takes, and has questions")
    func taken() throws {
        let store = try Library.deskPerformer().store
        let topics = try ListCommand.everyTopic(in: store)
        #expect(topics.contains { $0.type == "subChannel" })
        for topic in topics {
            #expect(topic.questions > 0)
            #expect(throws: Never.self) { try TopicName(topic.id).topic(in: store) }
        }
    }
}
