import Testing

@Suite("Themes")
struct ThemeTests {
    private static let escape = "\u{1B}["

    /// Terminals that a fresh system does not know, made out of one that it does.
    private static let entries = """
        xterm-16color|sixteen colours,
        \tcolors#16, pairs#256, use=xterm-256color,
        xterm-direct|any colour,
        \tRGB, colors#0x1000000, pairs#0x7fff,
        \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
        \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
        \tuse=xterm-256color,

        """

    /// Starts Carrel with variables of its own, and waits for Home.
    private func starts(_ variables: String, _ arguments: String = "", by learner: Learner) throws -> CarrelDriver {
        let terminal = try learner.opensTerminal()
        try terminal.commands("env TERMINFO_DIRS=$HOME/terminfo: \(variables) \(Learner.commandLine(arguments))")
        try terminal.isAt("Carrel")
        return terminal
    }

    private func learner(config: String) throws -> Learner {
        let learner = try Learner()
        try TextFile.write(config, to: learner.home + "/config/carrel/config.yaml")
        try TextFile.write(Self.entries, to: learner.home + "/entries")
        #expect(try learner.runsLine("mkdir terminfo && tic -x -o terminfo entries").status == 0)
        return learner
    }

    @Test(
        "A theme is drawn with as many colours as the terminal has",
        arguments: [
            ("TERM=xterm-256color", ["48;5;", "38;5;"], ["48;2;"]),
            ("TERM=xterm-direct", ["48;2;14;20;27m"], ["48;5;"]),
            // Fewer are the terminal's own: a background would fit none of them.
            ("TERM=xterm-16color", ["36m"], ["48;5;", "48;2;", "38;5;", "38;2;"]),
            ("TERM=xterm", ["36m"], ["48;5;", "48;2;", "38;5;", "38;2;"]),
            ("TERM=xterm COLORTERM=truecolor", ["48;5;"], ["48;2;"]),
            ("TERM=xterm-256color NO_COLOR=1", [], ["48;", "38;", "36m"]),
        ] as [(String, [String], [String])])
    func depths(variables: String, present: [String], absent: [String]) throws {
        let learner = try learner(config: "theme: carrel-dark\n")
        let app = try starts(variables, by: learner)
        try app.leaves()
        let bytes = app.window.recording.bytes
        for codes in present { #expect(bytes.contains(codes), "\(codes)") }
        for codes in absent { #expect(!bytes.contains(Self.escape + codes), "\(codes)") }
    }

    @Test("A theme that is shipped is one to `carrel config`, and what it says is what is in force")
    func configuration() throws {
        let learner = try learner(config: "bell: on\ntheme: slate\n")
        let checked = try learner.runs("config", "check")
        #expect(checked.status == 0, "\(checked.text)")
        let shown = try learner.runs("config", "show").text.split(separator: "\n").first { $0.hasPrefix("theme ") }
        #expect(shown?.split(separator: " ").prefix(2) == ["theme", "slate"])
        #expect(shown?.hasSuffix("line 2") == true)
    }

    @Test("The flag goes before the settings, and these before NO_COLOR")
    func precedence() throws {
        let learner = try learner(config: "theme: carrel-dark\ncolor: on\n")
        let on = try starts("TERM=xterm-256color NO_COLOR=1", by: learner)
        try on.leaves()
        #expect(on.window.recording.bytes.contains(Self.escape + "48;5;"))
        let off = try starts("TERM=xterm-256color", "--no-color", by: learner)
        try off.leaves()
        #expect(!off.window.recording.bytes.contains(Self.escape + "48;5;"))
    }

    @Test("A theme of one's own is tried on the whole screen, left by Esc, kept by Enter, and there at the next start")
    func chosen() throws {
        let learner = try Learner()
        let text = try Shell.run(["cat", Places.checkout + "/themes/paper.yaml"]).text
        try TextFile.write(text, to: learner.home + "/config/carrel/themes/tide.yaml")
        let app = try learner.starts()
        try app.presses(",").selects("Theme").presses("Enter")
        try app.isAt("Themes")
        try app.selects("tide")
        try app.window.recording.waits(for: "48;5;")
        try app.presses("Escape")
        try app.seesRow("Theme", marked: "▸")
        #expect(!TextFile.exists(learner.home + "/config/carrel/config.yaml"))
        try app.presses("Enter")
        try app.isAt("Themes")
        try app.selects("tide").presses("Enter")
        try app.sees("Density", "tide")
        try app.presses("Escape")
        try app.leaves()
        let next = try learner.starts()
        try next.leaves()
        #expect(next.window.recording.bytes.contains(Self.escape + "48;5;"))
        let listed = try learner.runs("themes")
        #expect(listed.status == 0 && listed.lines.contains { $0.hasPrefix("tide (in use) ") })
    }

    @Test("A faulty file is told at the start, in the list and by carrel themes, and the program runs without it")
    func faulty() throws {
        let learner = try learner(config: "theme: torn\n")
        try TextFile.write(
            "system: base16\npalette: {base00: red}\n", to: learner.home + "/config/carrel/themes/torn.yaml")
        let listed = try learner.runs("themes")
        #expect(listed.status == 1)
        #expect(listed.text.contains("carrel: torn.yaml:2: palette: the colours base01, base02, base03,"))
        #expect(listed.text.contains("carrel: torn.yaml:2: palette.base00: a colour such as"))
        let app = try learner.starts()
        try app.sees("torn.yaml:2: palette: the colours base01")
        try app.presses(",").selects("Theme").presses("Enter")
        try app.selects("torn")
        try app.sees("cannot be used", "torn.yaml:2: palette.base00")
        try app.presses("Escape")
        try app.leaves()
    }

    @Test("carrel themes NAME draws it in colour on a terminal, and tells it in words elsewhere")
    func preview() throws {
        let learner = try Learner()
        let words = try learner.runs("themes", "paper")
        #expect(words.status == 0 && words.lines.contains { $0.hasPrefix("text  ") && $0.hasSuffix(":1") })
        let terminal = try learner.opensTerminal()
        let drawn = try terminal.prints("TERM=xterm-256color ~/carrel themes paper")
        #expect(drawn.contains { $0.contains("✓ right") })
        try terminal.window.recording.waits(for: "48;5;")
        #expect(try terminal.prints("NO_COLOR=1 ~/carrel themes paper").contains { $0.hasPrefix("codeName ") })
        #expect(try learner.runs("themes", "papr").status == 2)
    }
}
