import CarrelStorage
import Testing

@Suite("Bookmarks")
struct BookmarkTests {
    @Test("A bookmarked question is listed, can be practised, taken off and brought back")
    func bookmark() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        _ = try app.options()
        try app.presses("*").sees("bookmarked for good")
        #expect(try app.presses("j").isAt("★").position == "1/1")
        try app.goesBack()

        try app.opens("Bookmarks").seesRow("Which port", marked: "★")
        try app.opens("Practise 1").sees("1 question, 1 of them new")
        try app.presses("Enter")
        #expect(try app.sees("True port 443").position == "1/1")
        try app.answersRight()
        try app.continues()
        try app.isAt("Summary")
        try app.goesBack()

        try app.isAt("Bookmarks")
        try app.selects("Which port").presses("*").sees("bookmark taken off; u brings it back", "No bookmarks yet")
        #expect(try learner.file().bookmarkCount() == 0)
        try app.presses("u").sees("undone: bookmark", "Which port")
        #expect(try learner.file().isBookmarked("desk-ports"))
        try app.leaves()
    }
}
