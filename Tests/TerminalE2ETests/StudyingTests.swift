import CarrelStorage
import Testing

@Suite("Studying")
struct StudyingTests {
    @Test("From the channels down to one question: a wrong answer is told as wrong, with the why of each option")
    func wrongAnswer() throws {
        let learner = try Learner()
        let app = try learner.starts()
        try app.opens("Browse all channels").opens("Networking").opens("TCP/IP").opens("Which segment does the server")
        let verdict = try app.answersWrong()
        #expect(verdict.contains("✗ Wrong"))
        #expect(verdict.contains("It answers the SYN and asks in turn."), "the why of the right option")
        #expect(verdict.contains("FIN closes a connection."), "the why of a wrong one")
        #expect(verdict.options.filter { $0.mark == "✓" }.map(\.text) == ["True SYN-ACK comes second"])
        #expect(verdict.options.filter { $0.mark == "✗" }.count == 1)
        let answer = try #require(try learner.session().answers["desk-handshake"])
        #expect(answer.isCorrect == false)
        #expect(answer.score == 0)
        try app.leaves()
    }

    @Test("A right answer is in the file before it is called right, and in the list after it")
    func rightAnswer() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        let chosen = try app.options().first { $0.text.hasPrefix("True") }
        let verdict = try app.answersRight()
        #expect(verdict.contains("✓ Right"))
        #expect(verdict.options.first { $0.mark == "✓" }?.text == chosen?.text)
        #expect(try learner.session().answers["desk-ports"]?.isCorrect == true)
        try app.goesBack()
        try app.opens("Channels").opens("Networking").opens("TCP/IP")
        try app.seesRow("Which port", marked: "✓")
        try app.leaves()
    }

    @Test("Of two right options one alone is partly right")
    func partlyRight() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-layers")
        try app.sees("(choose 2)")
        let place = try app.options().firstIndex { $0.text.hasPrefix("True TCP") }
        try app.chooses(try #require(place) + 1)
        try app.presses("Enter").sees("1 chosen, 2 asked for")
        let verdict = try app.submits()
        #expect(verdict.contains("◐ Partly right"))
        #expect(try learner.session().answers["desk-layers"]?.isCorrect == false)
        try app.leaves()
    }

    @Test("Enter with nothing chosen says what to do, and answers nothing")
    func nothingChosen() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        _ = try app.options()
        try app.presses("Enter").sees("choose one, or 0 if you don't know")
        #expect(try learner.session().answers.isEmpty)
        try app.presses("0").sees("Not known")
        try app.leaves()
    }

    @Test("A free answer is typed, compared with the model answer and graded by the learner")
    func freeAnswer() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-resolver")
        try app.seesField()
        try app.types("It asks the root and then the authoritative servers").sees("authoritative servers")
        let revealed = try app.reveals()
        #expect(revealed.contains("✓ root"))
        #expect(revealed.contains("It asks the root and then the authoritative servers"))
        try app.presses("3").sees("✓ Right")
        let answer = try #require(try learner.session().answers["desk-resolver"])
        #expect(answer.response == "It asks the root and then the authoritative servers")
        #expect(answer.grade == .good)
        try app.leaves()
    }

    @Test("Spaces and grades typed ahead of a free question grade no card that was not seen")
    func typedAhead() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/dns")
        try app.seesField()
        try app.types(" 3 3 3").sees("Model answer", "1 again")
        try app.window.waitsForInput()
        let session = try learner.session()
        #expect(session.answers.values.filter { $0.grade != nil }.count <= 1)
        #expect(session.answers.count == 1)
        #expect(try app.screen().position == "1/3")
        try app.leaves()
    }

    @Test("Answers typed ahead stop at the first verdict")
    func answersTypedAhead() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/tcp-ip")
        _ = try app.options()
        try app.types("a\r\ra\r\ra\r").sees("Explanation")
        try app.window.waitsForInput()
        #expect(try learner.session().answers.count == 1)
        #expect(try app.screen().position == "1/4")
        try app.leaves()
    }

    @Test("An answer taken back with u leaves the question open again")
    func undo() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        try app.answersWrong()
        try app.presses("u").sees("undone: answer")
        #expect(try app.options().allSatisfy { $0.mark == "▸" || $0.mark == " " })
        let answers = try learner.session().answers
        #expect(answers["desk-ports"]?.isAnswered != true)
        try app.answersRight()
        #expect(try learner.session().answers["desk-ports"]?.isCorrect == true)
        try app.leaves()
    }
}
