import CarrelCore
import CarrelStorage
import Glibc
import Testing

@Suite("Sitting an exam")
struct ExamTests {
    private func learner() throws -> Learner { try Learner(packs: Places.examPacks) }

    /// Starts the exam from its page and waits for the first item.
    private func sits(_ learner: Learner) throws -> CarrelDriver {
        let app = try learner.starts("exam trial")
        try app.sees("20 items in 30 minutes", "▸ Begin the exam")
        try app.presses("Enter")
        #expect(try app.sees("1/20").position == "1/20")
        return app
    }

    /// Chooses every option that says it is right, or as many of those that say they are wrong.
    private func chooses(_ app: CarrelDriver, right: Bool) throws {
        let options = try app.options()
        func places(_ word: String) -> [Int] { options.indices.filter { options[$0].text.hasPrefix(word) } }
        let asked = places("True").count
        for place in right ? places("True") : Array(places("False").prefix(asked)) { try app.chooses(place + 1) }
    }

    private func goesOn(_ app: CarrelDriver, to item: Int) throws {
        try app.presses("n")
        try app.sees(" \(item)/20 ")
    }

    @Test("A whole exam of 20 items: sat, handed in, its result and report read, and what was not right practised")
    func whole() throws {
        let learner = try learner()
        let app = try sits(learner)
        for item in 1...20 {
            // The last but one is left out, and two are wrong.
            if item != 19 { try chooses(app, right: item != 4 && item != 9) }
            if item == 4 {
                try app.presses("m")
                try app.sees("flagged for this exam")
            }
            #expect(try !app.screen().contains("Explanation"))
            if item < 20 { try goesOn(app, to: item + 1) }
        }
        let session = try learner.session()
        #expect(session.items.count { !$0.isScored } == 2)
        #expect(session.answers.values.filter(\.isAnswered).allSatisfy { $0.isCorrect == nil })

        try app.presses("Enter")
        try app.sees("Exam overview", "19 answered · 1 unanswered · 1 flagged")
        try app.presses("F")
        try app.sees("Not answered: 19. Flagged: 4.")
        try app.selects("Hand it in").presses("Enter")
        try app.isAt("Result")
        try app.sees("Passed", "720 needed", "2 items did not count", "1 not answered")
        #expect(try learner.file().activeSessions(limit: 5).isEmpty)

        try app.opens("Report")
        try app.sees("Trial", "Passed")
        try app.goesBack()
        let json = try learner.runs("report", session.id, "--format", "json")
        #expect(json.status == 0)
        #expect(json.text.contains("\"not answered\""))

        try app.opens("Practise what was not right")
        #expect(try app.sees("1/3").position == "1/3")
        let missed = try learner.session().items.map(\.questionId)
        #expect(Set(missed) == Set([3, 8, 18].map { session.items[$0].questionId }))
        try app.answersRight()
        try app.leaves()
    }

    @Test("After kill -9 in the middle the exam goes on at the same item, with the same choices and less time")
    func killed() throws {
        let learner = try learner()
        let app = try sits(learner)
        for item in 1...3 {
            try chooses(app, right: true)
            try goesOn(app, to: item + 1)
        }
        try chooses(app, right: false)
        try app.presses("m")
        let before = try app.sees("flagged for this exam")
        let options = before.options
        let look = try app.window.waits(for: "two seconds to pass") { (secondsLeft($0.screen) ?? 1800) <= 1798 }
        let left = try #require(secondsLeft(look.screen))
        try app.isKilled()

        let again = try learner.starts()
        try again.sees("Continue", "Trial", "min left  4/20")
        try again.opens("Trial")
        let after = try again.sees("4/20")
        #expect(after.options.map(\.text) == options.map(\.text))
        #expect(after.options.map(\.box) == options.map(\.box))
        #expect(after.header.contains("⚑"))
        #expect(try #require(secondsLeft(after)) <= left)
        try again.presses("p")
        try again.sees(" 3/20 ")
        #expect(try again.options().contains { $0.box == .chosen && $0.text.hasPrefix("True") })
        try again.presses("Escape")
        try again.sees("4 of 20 answered", "Leave, the clock runs on")
        try again.selects("Leave").presses("Enter")
        try again.isAt(" Carrel")
        try again.leaves()
        #expect(try learner.runs("doctor").status == 0)
    }

    @Test("In two terminals one exam: each shows what the other answered, and handed in by one it is over in both")
    func twoTerminals() throws {
        let learner = try learner()
        let first = try sits(learner)
        let second = try learner.starts("exam trial")
        try second.sees(" 1/20 ")
        try chooses(first, right: true)
        // A key that does nothing here still makes it look.
        try second.presses("Home").sees("another Carrel wrote to your file")
        #expect(try second.options().map(\.box) == first.options().map(\.box))
        try goesOn(second, to: 2)
        try chooses(second, right: false)
        try second.presses("v").sees("Exam overview", "2 answered")
        try second.presses("F").sees("Not answered: 3")
        try second.selects("Hand it in").presses("Enter")
        try second.isAt("Result")
        try first.presses("Home")
        try first.isAt("Result")
        try first.sees("Not passed", "18 not answered")
        try first.leaves()
        try second.leaves()
        #expect(try learner.file().activeSessions(limit: 5).isEmpty)
        #expect(try learner.runs("doctor").status == 0)
    }

    @Test("Hung up in an exam whose rules let nobody pause, its clock runs on and its answers are there")
    func hungUp() throws {
        let learner = try learner()
        let app = try sits(learner)
        try chooses(app, right: true)
        let before = try #require(secondsLeft(try app.screen()))
        try app.receives(SIGHUP)
        try app.isLeft(with: 129)
        // By the code of the exam.
        let again = try learner.starts("exam tri-1")
        let after = try again.sees(" 1/20 ")
        #expect(after.options.contains { $0.box == .chosen })
        #expect(try #require(secondsLeft(after)) <= before)
        _ = try again.window.waits(for: "the clock to go on") { (secondsLeft($0.screen) ?? before) < before }
        try again.presses("Escape").sees("1 of 20 answered", "Leave, the clock runs on")
        try again.selects("Leave").presses("Enter")
        try again.leaves()
    }

    /// `29:58` of the header.
    private func secondsLeft(_ screen: ScreenText) -> Int? {
        for part in screen.header.split(separator: " ") {
            let numbers = part.split(separator: ":").compactMap { Int($0) }
            if numbers.count == 2 { return numbers[0] * 60 + numbers[1] }
        }
        return nil
    }
}
