import CarrelCore
import CarrelStorage
import Testing

@Suite("Studying without a screen")
struct PlainTests {
    /// Escape is in no line that plain mode prints.
    private func isPlain(_ text: String) -> Bool { !text.unicodeScalars.contains { $0.value == 0x1B } }

    @Test("A session is studied from a pipe; the end of input saves and leaves, and resume goes on")
    func pipe() throws {
        let learner = try Learner()
        let first = try learner.runsLine("printf '0\\n\\n0\\n' | ./carrel practice networking/tcp-ip --count 4")
        #expect(first.status == 0, "\(first.text)")
        #expect(first.text.contains("Question 2 of 4, "))
        #expect(first.text.contains("All you answered is saved."))
        #expect(first.text.contains(" 0\n"), "what comes from a pipe stands behind its prompt")
        #expect(isPlain(first.text))
        #expect(try learner.session().answers.values.count { $0.isAnswered } == 2)
        let second = try learner.runsLine("printf '0\\n\\n0\\n\\n\\n' | ./carrel resume")
        #expect(second.text.contains("Question 3 of 4, "))
        #expect(second.text.contains("Done: 0 of 4 right (0 %)."))
        #expect(try learner.file().activeSessions(limit: 1).isEmpty)
    }

    @Test("In a terminal --plain appends lines: a question is answered, bookmarked and noted")
    func terminal() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal(rows: 60)
        try app.types(Learner.commandLine("--plain practice networking/tcp-ip --count 2")).presses("Enter")
        try app.sees("Question 1 of 2, ", "Your answer")
        try app.types("*").presses("Enter").sees("Bookmarked.")
        try app.types(";").presses("Enter").sees("Write; a line with only a full stop ends it.")
        try app.types("a note").presses("Enter").types(".").presses("Enter").sees("Note kept; u takes it back.")
        try app.types("0").presses("Enter").sees("Explanation:", "Enter goes on")
        try app.types("q").presses("Enter").sees("All you answered is saved.")
        let store = try learner.file()
        #expect(try store.bookmarks(limit: 2).map(\.note) == ["a note"])
        #expect(try learner.session().answers.values.count { $0.isAnswered } == 1)
    }

    @Test("A signal that asks to leave keeps what was written, says so, and is what the program ends with")
    func signal() throws {
        let learner = try Learner()
        let app = try learner.opensTerminal(columns: 100, rows: 50)
        try app.types(Learner.commandLine("--plain practice desk-resolver") + "; echo status $?").presses(
            "Enter")
        try app.sees("a line with only a full stop ends it")
        try app.types("first line").presses("Enter").types("unfinished").presses("C-c")
        try app.sees("All you answered is saved.", "status 130")
        let session = try learner.session()
        #expect(session.place?.drafts["desk-resolver"] == "first line\nunfinished")
    }

    @Test(
        "Where no full screen can be drawn, it goes on line by line", arguments: ["dumb", "no-such-terminal"])
    func noScreen(terminal: String) throws {
        let learner = try Learner()
        let app = try learner.opensTerminal(columns: 120, rows: 50)
        try app.types("TERM=\(terminal) " + Learner.commandLine("")).presses("Enter")
        try app.sees("1. Start ", "q to leave:")
        try app.types("/").presses("Enter").sees("Search for")
        try app.types("is:nonsense").presses("Enter").sees("is:nonsense")
        try app.types("q").presses("Enter").sees("All you answered is saved.")
    }

    @Test("Without any input the first page is printed, and that is all")
    func nothing() throws {
        let output = try Learner().runsLine("./carrel < /dev/null")
        #expect(output.status == 0)
        #expect(output.text.contains("Browse all channels"))
        #expect(isPlain(output.text))
    }
}
