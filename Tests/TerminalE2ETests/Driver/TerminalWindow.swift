/// One terminal: a shell in a window of a tmux server, what is typed into it and what it shows.
final class TerminalWindow {
    let name: String
    /// Kept for its terminals and its directory to stay as long as this window is used.
    let learner: Learner
    /// Every byte that was written to the terminal.
    let recording: Recording
    private let tmux: Tmux

    init(of learner: Learner, name: String, columns: Int, rows: Int) throws {
        self.name = name
        self.learner = learner
        tmux = learner.tmux
        recording = Recording(path: learner.home + "/" + name + ".bytes")
        try tmux.run(
            [
                "new-session", "-d", "-s", name, "-x", "\(columns)", "-y", "\(rows)", "-c", learner.home,
                "exec sh -i",
            ], ["pipe-pane", "-o", "-t", name, "cat >> '\(recording.path)'"])
        try waits(for: "a prompt") { $0.screen.contains(Learner.prompt(after: 0)) }
    }

    // MARK: Typing

    /// Presses keys by tmux's names (`Enter`, `Space`, `Escape`, `j`), when the program waits for them.
    func presses(_ keys: [String]) throws {
        try waitsForInput()
        try tmux.run(["send-keys", "-t", name] + keys)
    }

    /// Presses keys whatever the program does at that moment.
    func pressesAtOnce(_ keys: String...) throws { try tmux.run(["send-keys", "-t", name] + keys) }

    /// Types text in one write, as when it is typed ahead.
    func types(_ text: String) throws {
        try waitsForInput()
        try tmux.run(["send-keys", "-t", name, "-l", "--", text])
    }

    /// Pastes text in one piece; the terminal marks its ends where the program asked for that.
    func pastes(_ text: String) throws {
        try waitsForInput()
        try tmux.run(["set-buffer", text], ["paste-buffer", "-p", "-r", "-d", "-t", name])
    }

    func resizes(columns: Int, rows: Int) throws {
        try tmux.run(["resize-window", "-t", name, "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// Writes to the terminal past the program in it, as a message from another user does.
    func isWrittenOver(with text: String) throws {
        let path = try tmux.run(["display-message", "-p", "-t", name, "#{pane_tty}"]).filter { $0 != "\n" }
        try TextFile.write(text, to: path)
    }

    // MARK: Closing

    func closesSession() throws { try tmux.run(["kill-session", "-t", name]) }
    func closesPane() throws { try tmux.run(["kill-pane", "-t", name]) }

    // MARK: Looking

    struct Look: Equatable {
        var screen: ScreenText
        var showsFullScreen: Bool
        var showsCursor: Bool
        var columns: Int
        var rows: Int
    }

    func look() throws -> Look {
        let output = try tmux.run(
            ["capture-pane", "-p", "-t", name],
            ["display-message", "-p", "-t", name, "#{alternate_on} #{cursor_flag} #{pane_width} #{pane_height}"])
        var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let state = (lines.popLast() ?? "").split(separator: " ").compactMap { Int($0) }
        guard state.count == 4 else { throw Shell.Failure(description: "tmux told of no window: \(output)") }
        return Look(
            screen: ScreenText(lines: lines), showsFullScreen: state[0] == 1, showsCursor: state[1] == 1,
            columns: state[2], rows: state[3])
    }

    /// Waits until a look at the screen shows what is wanted; a failure shows the screen.
    @discardableResult
    func waits(
        for what: String, within seconds: Double = Waiting.patience, _ isSo: (Look) throws -> Bool
    ) throws -> Look {
        var last: Look?
        try Waiting.until(
            what, within: seconds,
            state: { (last.map { "the screen:\n" + $0.screen.text } ?? "") + "\nwritten last: " + recording.bytes.end }
        ) {
            let first = try look()
            last = first
            guard try isSo(first) else { return false }
            // The first look may have seen half a frame: the whole one is there once the program waits again.
            try waitsForInput()
            let whole = try look()
            last = whole
            return try isSo(whole)
        }
        guard let last else { throw Shell.Failure(description: "no look at \(name)") }
        return last
    }

    /// Looks again and again until the screen shows what is wanted, whether or not the program is still at work.
    @discardableResult
    func glimpses(_ what: String, _ isSo: (ScreenText) -> Bool) throws -> ScreenText {
        var last: ScreenText?
        try Waiting.until("a glimpse of \(what)", state: { last.map { "the screen:\n" + $0.text } ?? "" }) {
            let screen = try look().screen
            last = screen
            return isSo(screen)
        }
        guard let last else { throw Shell.Failure(description: "no look at \(name)") }
        return last
    }

    // MARK: The program in it

    /// The shell of the window.
    func shell() throws -> RunningProgram {
        let text = try tmux.run(["display-message", "-p", "-t", name, "#{pane_pid}"])
        guard let id = Int32(text.filter(\.isNumber)) else { throw Shell.Failure(description: "no shell: \(text)") }
        return RunningProgram(id: id)
    }

    /// The program that the shell of the window runs; nil while it runs none.
    func program() throws -> RunningProgram? { try knownShell().children.first { !$0.isGone } }

    private var foundShell: RunningProgram?

    private func knownShell() throws -> RunningProgram {
        if let foundShell { return foundShell }
        let found = try shell()
        foundShell = found
        return found
    }

    /// Waits until the program is done with all that came before and waits for more. A key pressed earlier could be
    /// dropped, rightly, as typed ahead of a decision. Without a program, or with a stopped one, the shell waits.
    func waitsForInput() throws {
        try Waiting.until("\(name) waits for input") {
            guard let program = try program() else { return true }
            return program.isAsleep || program.isStopped
        }
    }
}
