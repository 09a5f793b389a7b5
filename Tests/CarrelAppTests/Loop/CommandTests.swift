import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Commands")
struct CommandTests {
    @Test("Fetching and comparing change nothing; all else is a write")
    func writes() {
        let place = PlacedSession(session: "s", place: SessionPlace())
        let writes: [Command] = [
            .start(StudyRequest(topic: Samples.topic)), .record([]), .keepPlace(place), .undo,
            .bookmark(question: "q", isOn: true),
        ]
        #expect(writes.filter { !$0.isWrite } == [])
        let reads: [Command] = [.fetch(.home), .suggest(question: "q", answer: "a")]
        #expect(reads.filter { $0.isWrite } == [])
    }

    @Test("An undo says what it took back")
    func undone() {
        #expect(UndoneThing.words(UndoneThing(name: "answer")) == "undone: answer")
        #expect(UndoneThing.words(nil) == "nothing to undo")
    }
}
