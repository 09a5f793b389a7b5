import Testing

/// Carrel in a terminal, driven as a learner drives it: verbs say what is meant, and each waits until it is so.
struct CarrelDriver {
    let window: TerminalWindow

    init(_ window: TerminalWindow) { self.window = window }

    var learner: Learner { window.learner }

    // MARK: Starting

    /// Types the command at the shell's prompt and waits for the full screen.
    @discardableResult
    func starts(_ arguments: String = "") throws -> CarrelDriver {
        try commands(Learner.commandLine(arguments))
        try window.waits(for: "Carrel's screen") { look in
            look.showsFullScreen && !look.screen.header.isEmpty && !look.screen.isLoading
        }
        return self
    }

    /// Types a line at the shell's prompt.
    func commands(_ line: String) throws {
        try window.types(line)
        try window.presses(["Enter"])
    }

    /// Runs a command at the shell's prompt to its end, and returns what it printed.
    func prints(_ line: String) throws -> [String] {
        let mark = "end-of-\(UInt32.random(in: .min ... .max))"
        try commands("clear; \(line); echo \(mark)")
        let look = try window.waits(for: "the end of \(line)") { look in
            look.screen.lines.contains(mark)
        }
        return look.screen.lines.prefix { $0 != mark }.filter { !$0.isEmpty }
    }

    // MARK: Keys

    @discardableResult
    func presses(_ keys: String...) throws -> CarrelDriver {
        try window.presses(keys)
        return self
    }

    @discardableResult
    func types(_ text: String) throws -> CarrelDriver {
        try window.types(text)
        return self
    }

    // MARK: Seeing

    func screen() throws -> ScreenText { try window.look().screen }

    /// Waits until all of `words` are on screen.
    @discardableResult
    func sees(_ words: String...) throws -> ScreenText {
        try window.waits(for: words.map { "\"\($0)\"" }.joined(separator: ", ") + " on screen") { look in
            words.allSatisfy(look.screen.contains)
        }.screen
    }

    /// Waits until a row with `words` in it carries a mark before them.
    @discardableResult
    func seesRow(_ words: String, marked mark: Character) throws -> ScreenText {
        try window.waits(for: "\(mark) before \"\(words)\"") { $0.screen.marks(before: words).contains(mark) }.screen
    }

    /// Waits until `words` are on screen no more.
    @discardableResult
    func seesNo(_ words: String) throws -> ScreenText {
        try window.waits(for: "no \"\(words)\" on screen") { !$0.screen.contains(words) }.screen
    }

    /// Waits until the header says that this is the place.
    @discardableResult
    func isAt(_ place: String) throws -> ScreenText {
        try window.waits(for: "\"\(place)\" in the header") { $0.showsFullScreen && $0.screen.header.contains(place) }
            .screen
    }

    // MARK: Lists

    /// Moves the pointer to the row with `row` in it.
    @discardableResult
    func selects(_ row: String) throws -> CarrelDriver {
        var last = try window.waits(for: "a list") { $0.screen.selectedRow != nil }.screen
        while last.selectedRow?.contains(row) != true {
            let seen = last
            try presses(seen.isAboveSelection(row) ? "Up" : "Down")
            last = try window.waits(for: "the pointer to move on to \"\(row)\"") { look in
                look.screen.selectedRow != nil && look.screen != seen
            }.screen
        }
        return self
    }

    /// Selects a row and opens it.
    @discardableResult
    func opens(_ row: String) throws -> CarrelDriver {
        try selects(row)
        let header = try screen().header
        try presses("Enter")
        try window.waits(for: "\"\(row)\" to open") { $0.screen.header != header }
        return self
    }

    /// One screen back.
    @discardableResult
    func goesBack() throws -> CarrelDriver {
        let header = try screen().header
        try presses("Escape")
        try window.waits(for: "the screen before") { $0.screen.header != header }
        return self
    }

    // MARK: Leaving

    /// Goes back to Home and leaves, and expects the shell to hear that all went well.
    func leaves() throws {
        while true {
            let screen = try screen()
            if screen.header.hasPrefix(" Carrel ") { break }
            try presses("Escape")
            // Out of a field only the hints change.
            try window.waits(for: "the screen before") { look in
                look.screen.header != screen.header || look.screen.hintBar != screen.hintBar
            }
        }
        try presses("q")
        try isLeft(with: 0)
    }

    /// Waits until the shell says that Carrel ended with `status`.
    @discardableResult
    func isLeft(with status: Int32) throws -> ScreenText {
        try window.waits(for: "the shell's prompt after \(status)") { look in
            !look.showsFullScreen && look.screen.hintBar.hasPrefix(Learner.prompt(after: status))
        }.screen
    }
}
