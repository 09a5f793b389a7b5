import CarrelCore
import Testing

@Suite("What memory holds of a question")
struct ReviewTests {
    private let evening = Timestamp(text: "2026-03-02 21:30:00")

    @Test("A confident error comes back the next study day and again on the seventh, whatever the scheduler says")
    func confidentErrors() throws {
        let start = try #require(evening)
        var memory = QuestionMemory(questionId: "q")
        memory.take(Review(at: start, zone: 60, rating: .easy), scheduler: Scheduler())
        memory.take(
            Review(at: start.adding(seconds: 60), zone: 60, rating: .again, isConfidentError: true),
            scheduler: Scheduler())
        memory.take(Review(at: start.adding(seconds: 660), zone: 60, rating: .easy), scheduler: Scheduler())
        #expect(memory.state.due == Timestamp(text: "2026-03-03 03:00:00"))
        let next = try #require(Timestamp(text: "2026-03-03 08:00:00"))
        memory.take(Review(at: next, zone: 60, rating: .easy), scheduler: Scheduler())
        memory.take(Review(at: next.adding(seconds: 86_400), zone: 60, rating: .easy), scheduler: Scheduler())
        #expect(memory.state.due == Timestamp(text: "2026-03-09 03:00:00"))
        memory.take(Review(at: next.adding(seconds: 8 * 86_400), zone: 60, rating: .easy), scheduler: Scheduler())
        #expect(try #require(memory.state.due) > next.adding(seconds: 16 * 86_400))
    }

    @Test("Fuzz depends on the question and on which review it is, and on nothing else")
    func fuzz() {
        let first = QuestionMemory.fuzz(questionId: "q1", reps: 1)
        #expect(first == QuestionMemory.fuzz(questionId: "q1", reps: 1))
        #expect(first != QuestionMemory.fuzz(questionId: "q1", reps: 2))
        #expect(first != QuestionMemory.fuzz(questionId: "q2", reps: 1))
        let all = (0..<1000).map { QuestionMemory.fuzz(questionId: "q\($0)", reps: 3) }
        #expect(all.allSatisfy { (0..<1).contains($0) })
        #expect((0.45...0.55).contains(all.reduce(0, +) / 1000))
    }
}
