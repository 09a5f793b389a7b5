import CarrelStorage
import Testing

@Suite("Two programs on one file")
struct SharedFileTests {
    private let noticed = "another Carrel wrote to your file"

    @Test("Both answer in one session: nothing is lost, and each is told of the other")
    func oneSession() throws {
        let learner = try Learner()
        let first = try learner.starts("practice networking/tcp-ip")
        _ = try first.options()
        let second = try learner.starts("resume")
        _ = try second.options()

        try first.answersRight()
        // A key that does nothing here still makes it look.
        try second.presses("Home").sees(noticed, "✓ Right")
        try second.continues()
        try second.answersWrong()
        try first.presses("Home").sees(noticed)

        // What the other has answered is not asked again, and can be looked at.
        try first.continues()
        #expect(try first.isAt("Practice").position == "3/4")
        try first.presses("p").sees("✗ Wrong")
        try first.continues()
        try first.answersRight()
        let session = try learner.session()
        #expect(session.answers.values.filter(\.isAnswered).count == 3)
        #expect(session.items.prefix(3).map { session.answers[$0.questionId]?.isCorrect } == [true, false, true])
        try first.leaves()
        try second.leaves()
        #expect(try learner.runs("doctor").status == 0)
    }

    @Test("Two sessions side by side keep every answer and every place")
    func twoSessions() throws {
        let learner = try Learner()
        let first = try learner.starts("practice networking/tcp-ip")
        let second = try learner.starts("practice fundamentals")
        for _ in 1...2 {
            try first.answersRight()
            try second.answersWrong()
            try first.continues()
            try second.continues()
        }
        try second.isAt("Summary")
        try first.leaves()
        try second.leaves()
        #expect(try learner.file().overallTally().seen == 4)
        #expect(try learner.file().overallTally().correct == 2)
        #expect(try learner.session().place?.cursor == 2)
    }

    @Test("A bookmark set in one terminal shows up in the list of the other")
    func noticedInLists() throws {
        let learner = try Learner()
        let first = try learner.starts("practice desk-ports")
        let second = try learner.starts()
        try second.opens("Channels").opens("Networking").opens("TCP/IP")
        try first.presses("*").sees("bookmarked for good")
        try second.presses("j").seesRow("Which port", marked: "★")
        try first.leaves()
        try second.leaves()
    }

    @Test("An answer given while another program writes for seconds stays on screen, and Enter saves it")
    func locked() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/tcp-ip")
        _ = try app.options()
        let other = try learner.file()
        try app.chooses(1)
        _ = try other.together {
            try app.presses("Enter").sees("NOT SAVED", "another program is writing")
        }
        #expect(try learner.session().answers.values.filter(\.isAnswered).isEmpty)
        try app.submits()
        #expect(try learner.session().answers.values.filter(\.isAnswered).count == 1)
        try app.leaves()
    }
}
