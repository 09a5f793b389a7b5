import Testing

@Suite("What is drawn")
struct DrawingTests {
    @Test("With --ascii no character outside ASCII is drawn, with --no-color no colour is chosen")
    func plainest() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal()
        let recording = app.window.recording
        try app.starts("--ascii --no-color")
        try app.window.waits(for: "Home in ASCII") { look in
            look.screen.contains("> 8 questions on Networking") && look.screen.isASCII
        }
        try app.presses("Enter")
        let question = try app.isAt("Networking > Practice")
        #expect(question.isASCII)
        try app.presses("C-c")
        try app.isAt("Carrel ")
        try app.presses("C-c")
        try app.isLeft(with: 0)
        let bytes = recording.bytes
        for colour in 30...37 { #expect(!bytes.contains("\u{1B}[\(colour)m")) }
    }

    @Test("^L draws a screen anew that something else wrote over")
    func redraw() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        _ = try app.options()
        let before = try app.screen()
        try app.window.isWrittenOver(with: "\r\n\r\nMessage from somebody else\r\n")
        try app.sees("Message from somebody else")
        try app.presses("C-l")
        try app.window.waits(for: "the screen from before") { $0.screen == before }
        try app.leaves()
    }

    @Test("`?` lists the keys of the screen, and goes back to it")
    func help() throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        _ = try app.options()
        let before = try app.screen()
        try app.presses("?").sees("Keys on a question", "strike the option out")
        try app.presses("Escape")
        try app.window.waits(for: "the question again") { $0.screen == before }
        try app.leaves()
    }
}
