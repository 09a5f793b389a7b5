import CarrelStorage
import Testing

@Suite("The end of a session")
struct SummaryTests {
    @Test("A summary counts right and wrong, and the wrong ones can be tried again at once")
    func retryTheWrongOnes() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/tcp-ip")
        try app.answersWrong()
        let missed = try #require(try learner.session().items.first?.questionId)
        try app.continues()
        for _ in 2...4 {
            try app.answersRight()
            try app.continues()
        }
        try app.isAt("Summary")
        try app.sees("✓ 3 right", "✗ 1 wrong", "Retry the wrong ones", "Due again")
        #expect(try learner.file().activeSessions(limit: 5).isEmpty)

        try app.opens("Retry the wrong ones")
        #expect(try app.isAt("the wrong ones").position == "1/1")
        #expect(try learner.session().items.map(\.questionId) == [missed])
        try app.answersRight()
        try app.continues()
        try app.isAt("Summary")
        #expect(try !app.sees("✓ 1 right").contains("Retry the wrong ones"))
        try app.leaves()
    }

    @Test("From the summary a missed question opens again, with its answer and the why")
    func missedQuestion() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-window")
        try app.answersWrong()
        try app.continues()
        try app.sees("To look at again")
        try app.opens("What does a receiver say").sees("✗ Wrong", "Its buffer is full at present.")
        try app.leaves()
    }
}
