import CarrelStorage
import Testing

@Suite("Finding questions")
struct SearchTests {
    @Test("A question is found as it is typed, answered, and the search is still there")
    func search() throws {
        let learner = try Learner()
        let app = try learner.starts(columns: 110)
        try app.presses("/").isAt("Search")
        try app.types("window zero").sees("1 question found", "not answered yet")
        try app.presses("Enter").sees("True it has no room and the sender waits")
        try app.answersRight()
        try app.presses("Escape").isAt("Search")
        try app.sees("/ window zero", "1 question found", "answered once", "✓ True it has no room")
        try app.presses("Escape").sees("Recent", "▸ window zero")
        try app.presses("Enter").sees("1 question found")
        #expect(try learner.file().settings().values.contains("window zero"))
        try app.leaves()
    }

    @Test("A field that is none is named with the known ones, and a search for nothing says what for")
    func wrongField() throws {
        let app = try Learner().starts()
        try app.presses("/").isAt("Search")
        try app.types("chanel:x port").sees("no field chanel (channel?): tag, kind, channel, cert", "Which port")
        try app.presses("C-u").sees("tag: kind: channel:")
        try app.types("port is:wrong").sees("Nothing matches port, wrong. Esc clears.")
        try app.leaves()
    }

    @Test("A list is filtered to the wrong ones and these are practised")
    func filter() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        try app.answersWrong()
        try app.goesBack()
        try app.opens("Channels").opens("Networking").opens("All questions")
        let before = try app.screen()
        #expect(!before.contains("wrong: "))
        try app.presses("f", "Down", "Right").sees("[wrong]", "1 question")
        try app.presses("Enter").sees("wrong: 1 of", "▸ Practise 1", "Which port")
        try app.presses("p").sees("1 question, 0 of them new")
        try app.presses("Enter").isAt("1/1")
        try app.answersRight()
        try app.continues()
        try app.isAt("Summary")
        try app.presses("Escape").sees("wrong: 0 of", "No question here matches.")
        try app.presses("Escape").sees("Which segment", "Which port")
        try app.leaves()
    }
}
