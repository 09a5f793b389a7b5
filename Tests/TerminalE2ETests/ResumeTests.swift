import CarrelStorage
import Glibc
import Testing

@Suite("Coming back")
struct ResumeTests {
    /// What must be the same after coming back; where the pointer stands need not.
    private struct Place: Equatable {
        var position: String?
        var options: [String]

        init(_ screen: ScreenText) {
            position = screen.position
            options = screen.options.map { "\($0.label) \($0.box) \($0.text)" }
        }
    }

    /// A session of four with the first answered, and on the second a choice and a strike-out.
    private func interrupted(_ app: CarrelDriver) throws -> Place {
        try app.answersRight()
        try app.continues()
        #expect(try app.isAt("Practice").position == "2/4")
        try app.chooses(3)
        try app.strikesOut(1)
        return Place(try app.screen())
    }

    @Test("A session left in the middle goes on from Home at the same item, order, choices and strike-outs")
    func continueFromHome() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/tcp-ip")
        let place = try interrupted(app)
        #expect(place.options.count == 4)
        try app.leaves()

        try app.starts().sees("Continue", "1/4", "just now")
        try app.opens("Networking ▸ TCP/IP")
        #expect(Place(try app.sees("True")) == place)
        try app.leaves()
    }

    @Test("`carrel resume` opens the same place without passing Home")
    func resume() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/tcp-ip")
        let place = try interrupted(app)
        try app.leaves()
        try app.starts("resume")
        #expect(Place(try app.sees("True")) == place)
        try app.leaves()
    }

    @Test("After kill -9 nothing of answers, choices and strike-outs is lost")
    func killed() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/tcp-ip")
        let place = try interrupted(app)
        try app.isKilled()

        let again = try learner.starts()
        try again.sees("Continue", "1/4")
        try again.opens("Networking ▸ TCP/IP")
        #expect(Place(try again.sees("True")) == place)
        // And once more, right after an answer.
        try again.submits()
        let verdict = Place(try again.screen())
        try again.isKilled()

        let last = try learner.starts("resume")
        #expect(Place(try last.sees("Explanation")) == verdict)
        #expect(try learner.session().answers.values.filter(\.isAnswered).count == 2)
        try last.leaves()
        #expect(try learner.runs("doctor").status == 0)
    }

    @Test("A typed draft that rested for a second outlives kill -9")
    func draft() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-resolver")
        try app.seesField()
        try app.types("it walks down from the root").sees("down from the root")
        try Waiting.until("the draft in the file", within: 5) {
            try learner.session().place?.drafts["desk-resolver"] == "it walks down from the root"
        }
        try app.isKilled()

        let again = try learner.starts("resume")
        try again.sees("it walks down from the root")
        try again.types(" servers").sees("it walks down from the root servers")
        try again.leaves()
    }

    @Test("Practising the same topic again offers to go on, or to start anew")
    func sameTopic() throws {
        let learner = try Learner()
        let app = try learner.starts("practice networking/tcp-ip")
        let place = try interrupted(app)
        try app.leaves()
        try app.starts("practice networking/tcp-ip").sees("1 of 4 answered", "▸ Go on", "Start a new one")
        try app.presses("Enter")
        #expect(Place(try app.sees("True")) == place)
        try app.leaves()

        try app.starts("practice networking/tcp-ip").sees("Start a new one")
        try app.selects("Start a new one").presses("Enter")
        #expect(try app.sees("True").position == "1/4")
        #expect(try app.options().allSatisfy { $0.box == .empty })
        #expect(try learner.file().activeSessions(limit: 5).count == 1)
        try app.leaves()
    }

    @Test("A draft left with Esc is kept at once")
    func draftLeftWithEscape() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ttl")
        try app.seesField()
        try app.types("it is dropped").sees("it is dropped")
        try app.leaves()
        #expect(try learner.session().place?.drafts["desk-ttl"] == "it is dropped")
    }

    @Test("A draft is kept at once when a signal ends the program", arguments: [SIGHUP, SIGTERM])
    func draftOnLeaving(signal: Int32) throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ttl")
        try app.seesField()
        try app.types("it is dropped").sees("it is dropped")
        try app.receives(signal)
        try app.isLeft(with: 128 + signal)
        #expect(try learner.session().place?.drafts["desk-ttl"] == "it is dropped")
    }
}
