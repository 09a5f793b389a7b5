import CarrelStorage
import Glibc
import Testing

@Suite("Leaving")
struct LeavingTests {
    /// A signal, by the name a failure shows.
    struct Ending: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var signal: Int32
    }

    @Test(
        "A signal leaves a sane terminal, exit status 128 + n and the committed answer",
        arguments: [
            Ending(testDescription: "SIGHUP", signal: SIGHUP), Ending(testDescription: "SIGTERM", signal: SIGTERM),
            Ending(testDescription: "SIGINT", signal: SIGINT), Ending(testDescription: "a crash", signal: SIGSEGV),
            Ending(testDescription: "SIGQUIT", signal: SIGQUIT),
        ])
    func signals(ending: Ending) throws {
        let learner = try Learner()
        let app = try learner.opensTerminal()
        let modes = try app.prints("stty -g")
        let recording = app.window.recording
        try app.starts("practice desk-ports").answersRight()
        try app.receives(ending.signal)
        try app.isLeft(with: 128 + ending.signal)
        #expect(try app.window.look().showsCursor)
        #expect(try app.prints("stty -g") == modes)
        #expect(try app.prints("stty -a").joined().contains(" icanon "))
        try recording.waitsForModesGivenBack()
        #expect(try learner.session().answers["desk-ports"]?.isCorrect == true)
        #expect(learner.programs.isEmpty)
    }

    @Test("`q` and ^C leave Home with exit status 0 and the terminal as it was", arguments: ["q", "C-c"])
    func leavingHome(key: String) throws {
        let learner = try Learner()
        let app = try learner.opensTerminal()
        let modes = try app.prints("stty -g")
        let recording = app.window.recording
        try app.starts().presses(key)
        try app.isLeft(with: 0)
        #expect(try app.window.look().showsCursor)
        #expect(try app.prints("stty -g") == modes)
        try recording.waitsForModesGivenBack()
    }

    @Test("A closed terminal ends the program and loses nothing", arguments: Closing.allCases)
    func closedTerminal(closing: Closing) throws {
        let learner = try Learner()
        let other = try learner.opensTerminal()
        let app = try learner.starts("practice networking/tcp-ip")
        try app.answersRight()
        switch closing {
        case .session: try app.window.closesSession()
        case .pane: try app.window.closesPane()
        }
        try Waiting.until("the program to end") { learner.programs.isEmpty }
        #expect(try learner.session().answers.values.map(\.isCorrect) == [true])
        try other.starts().sees("Continue", "Networking ▸ TCP/IP", "1/4")
        try other.leaves()
    }

    enum Closing: String, CaseIterable, Sendable { case session, pane }

    @Test("^Z and SIGTSTP give the shell back, and fg draws the same screen again", arguments: Stopping.allCases)
    func suspension(stopping: Stopping) throws {
        let learner = try Learner()
        let app = try learner.starts("practice desk-ports")
        try app.chooses(2)
        let before = try app.screen()
        switch stopping {
        case .key: try app.presses("C-z")
        case .signal: try app.receives(SIGTSTP)
        }
        try app.isLeft(with: 128 + SIGTSTP)
        #expect(try app.window.look().showsCursor)
        #expect(learner.programs.map(\.isStopped) == [true])
        #expect(try app.prints("stty -a").joined().contains(" icanon "))
        try app.commands("fg")
        let after = try app.window.waits(for: "the screen again") { $0.showsFullScreen && $0.screen == before }
        #expect(after.screen == before)
        try app.submits()
        try app.leaves()
    }

    enum Stopping: String, CaseIterable, Sendable { case key, signal }
}
