import Testing

@Suite("Settings")
struct SettingsTests {
    @Test("Answering at once is set, and acts in the next session")
    func answerAtOnce() throws {
        let learner = try Learner()
        let app = try learner.starts()
        try app.presses(",").isAt("Settings")
        try app.selects("Answer at once").presses("Space").sees("choosing it answers")
        try app.goesBack()
        try app.leaves()
        let next = try learner.starts("practice desk-ports")
        let place = try #require(try next.options().firstIndex { $0.text.hasPrefix("True") })
        try next.chooses(place + 1)
        try next.sees("✓ Right")
        #expect(try learner.session().answers["desk-ports"]?.isCorrect == true)
        try next.leaves()
    }

    @Test("What is set for this machine counts at once and at the next start")
    func machine() throws {
        let learner = try Learner()
        let app = try learner.starts()
        try app.presses(",").isAt("Settings")
        try app.selects("ASCII only").presses("Space").sees("> ASCII only")
        try app.presses("u").sees("undone: ascii only", "▸ ASCII only")
        try app.presses("Space").sees("> ASCII only")
        try app.presses("Escape").isAt("Carrel")
        try app.leaves()
        let next = try learner.starts()
        try next.seesNo("─")
        try next.leaves()
    }

    @Test("A program to speak with that is not there is told at once")
    func noSpeaker() throws {
        let learner = try Learner()
        // With nothing to load, the first frame is the only one until a key.
        try learner.starts().leaves()
        let terminal = try learner.opensTerminal()
        try terminal.commands("mkdir -p ~/config/carrel; echo 'speak: /no/such/program' > ~/config/carrel/config.yaml")
        try terminal.starts()
        try terminal.sees("/no/such/program could not be started")
        try terminal.presses("Down").sees("? help")
        try terminal.leaves()
    }

    @Test("A fault in config.yaml is said in one line, and the program runs")
    func broken() throws {
        let learner = try Learner()
        let terminal = try learner.opensTerminal()
        try terminal.commands("mkdir -p ~/config/carrel; echo 'theme: purple' > ~/config/carrel/config.yaml")
        try terminal.starts()
        try terminal.sees("config.yaml:1: there is no theme \"purple\"")
        try terminal.presses("Down").sees("? help")
        try terminal.leaves()
    }
}
