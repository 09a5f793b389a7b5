import Testing

@Suite("Finding one's way")
struct WaysTests {
    @Test("The list of commands goes somewhere, ^O comes back, and a letter after the prefix goes there at once")
    func ways() throws {
        let learner = try Learner()
        let app = try learner.starts()
        try app.presses(":").sees("go to Bookmarks", "esc close")
        try app.types("chann").sees("go to Channels")
        try app.presses("Enter").isAt("Channels")
        try app.types("/net").sees("1 of")
        try app.presses("Enter").presses("Enter").sees("Practise 10")
        try app.presses("'").sees("' go to", "b Bookmarks")
        try app.types("b").isAt("Bookmarks")
        try app.presses("C-o").sees("Practise 10")
        try app.presses(":").sees("esc close")
        try app.presses("Escape").seesNo("esc close")
        try app.leaves()
    }

    @Test("Keys of one's own do what they say, are shown, and what is wrong with them is told")
    func keys() throws {
        let learner = try Learner()
        let path = learner.home + "/config/carrel/config.yaml"
        try TextFile.write("keys: {everywhere: {palette: ctrl-k}, list: {settings: S}}\n", to: path)
        let app = try learner.starts()
        try app.sees("^K commands")
        try app.presses("S").isAt("Settings")
        try app.presses("Escape").isAt("Carrel")
        try app.presses("C-k").sees("esc close")
        try app.presses("C-c").seesNo("esc close")
        try app.leaves()
        #expect(try learner.runs("config", "check").status == 0)
        try TextFile.write("bell: on\nkeys: {list: {setings: S}}\n", to: path)
        let checked = try learner.runs("config", "check")
        #expect(checked.status == 1)
        #expect(checked.text.hasPrefix("config.yaml:2: keys: list: no action is called \"setings\""))
    }
}
