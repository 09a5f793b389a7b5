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
            look.showsFullScreen && !look.screen.header.isEmpty && !look.screen.contains("Reading packs")
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
        let mark = "end-of-\(line.utf8.count)"
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

    /// Moves the pointer to the row that begins with `row`, from wherever it is.
    @discardableResult
    func selects(_ row: String) throws -> CarrelDriver {
        var last = try window.waits(for: "a list") { $0.screen.selectedRow != nil }.screen
        if try !isSelected(row, in: last), last.selectedRow != last.lines.first(where: { $0.hasPrefix(" ▸ ") }) {
            try presses("g")
        }
        for key in ["j", "k"] {
            while true {
                if try isSelected(row, in: last) { return self }
                try presses(key)
                guard let next = try moved(from: last) else { break }
                last = next
            }
        }
        throw Shell.Failure(description: "no row \"\(row)\" can be selected in\n" + last.text)
    }

    private func isSelected(_ row: String, in screen: ScreenText) throws -> Bool {
        screen.selectedRow?.dropFirst(3).contains(row) == true
    }

    /// The screen after the pointer moved; nil when it was at the end of the list.
    private func moved(from last: ScreenText) throws -> ScreenText? {
        try window.waitsForInput()
        let deadline = Deadline(seconds: 0.4)
        while !deadline.isPast {
            let next = try screen()
            if next.selectedRow != nil, next != last { return next }
        }
        return nil
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
        for _ in 0..<8 {
            let look = try window.look()
            guard look.showsFullScreen else { break }
            try presses("q")
            try window.waits(for: "the screen before, or the shell") { $0.screen != look.screen }
        }
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
