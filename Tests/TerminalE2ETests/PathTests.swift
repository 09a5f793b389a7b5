import CarrelStorage
import Testing

@Suite("Learning paths, wrong answers and history")
struct PathTests {
    @Test("Answering all of the first milestone leads on to the second, and the path says so")
    func walk() throws {
        let learner = try Learner()
        let app = try learner.starts()
        try app.opens("Browse learning paths").opens("First steps")
        try app.sees("Job: network engineer", "0 of 3 right", "Fundamentals")
        #expect(try app.sees("· 1. Transport").selectedRow?.contains("Continue here: Transport") == true)
        try app.opens("Continue here: Transport").opens("Practise 2").presses("Enter")
        for _ in 1...2 {
            try app.answersRight()
            try app.continues()
        }
        try app.isAt("Summary")
        try app.goesBack()
        try app.isAt("Transport")
        try app.seesRow("What does a receiver", marked: "✓")
        try app.goesBack()
        try app.sees("✓ 1. Transport", "2 of 3 right", "about 1 h of 3 h left")
        try app.opens("Continue here: Ports").sees("Which port")
        try app.leaves()
        #expect(try learner.file().pathRow("first-steps")?.current == 1)
    }

    @Test("A path, a milestone and a tag are practised by name, and an unknown one is answered with the nearest")
    func byName() throws {
        let learner = try Learner()
        let app = try learner.starts("practice first-steps/ports")
        #expect(try app.isAt("First steps ▸ Ports").position == "1/1")
        try app.leaves()
        try app.starts("practice tag:tcp")
        #expect(try app.isAt("Tag ▸ tcp").position == "1/2")
        try app.leaves()
        let unknown = try learner.runs("practice", "first-step")
        #expect(unknown.status == 2)
        let again = try learner.starts("practice first-steps/ports")
        try again.sees("You have a session here, 0 of 1 answered", "Go on")
        try again.opens("Start a new one").isAt("First steps ▸ Ports")
        try again.leaves()
    }

    @Test("Wrong answers stand on Home until they are right")
    func wrong() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        try app.answersWrong()
        try app.continues()
        try app.goesBack()
        try app.opens("Wrong answers").seesRow("Which port", marked: "✗")
        try app.opens("Practise 1").presses("Enter")
        try app.answersRight()
        try app.continues()
        try app.isAt("Summary")
        try app.goesBack()
        try app.sees("Nothing wrong: every last answer was right.")
        try app.goesBack()
        #expect(try !app.sees("History").contains("Wrong answers"))
        try app.leaves()
    }

    @Test("Bookmarks are practised by name")
    func bookmarks() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-window")
        _ = try app.options()
        try app.presses("*").sees("bookmarked for good")
        try app.leaves()
        try app.starts("practice bookmarks")
        #expect(try app.isAt("Bookmarks").position == "1/1")
        try app.leaves()
    }

    @Test("History opens an old summary and its answers, and goes on with what is under way")
    func history() throws {
        let learner = try Learner()
        let app = try learner.starts("practice tag:tcp")
        try app.answersRight()
        try app.continues()
        try app.answersWrong()
        try app.continues()
        try app.goesBack()
        try app.opens("Channels").opens("Networking").presses("p").sees("Count")
        try app.presses("Enter")
        _ = try app.options()
        try app.goesBack()
        while try !app.screen().header.hasPrefix(" Carrel ") { try app.goesBack() }

        try app.opens("History").sees("go on 0/", "1/2 right")
        try app.opens("Tag ▸ tcp").sees("1 of 2 right (50 %)")
        try app.opens("Review the answers").sees("✓ Right")
        try app.presses("n").sees("✗ Wrong")
        try app.goesBack()
        try app.isAt("Summary")
        try app.goesBack()
        try app.opens("go on 0/").isAt("Networking")
        _ = try app.options()
        try app.leaves()
    }
}
