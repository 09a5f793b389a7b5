import Testing

@testable import CarrelTerminal

@Suite("Terminal options")
struct OptionsTests {
    private func options(
        _ environment: [String: String], noColor: Bool = false, colour: Terminal.ColourChoice = .automatic
    ) -> Terminal.Options { Terminal.Options(noColor: noColor, colour: colour, environment: environment) }

    @Test("The flag goes before the settings, these before NO_COLOR, and an empty NO_COLOR says nothing")
    func colour() {
        #expect(options([:]).wantsColour)
        #expect(!options([:], noColor: true).wantsColour)
        #expect(!options(["NO_COLOR": "1"]).wantsColour)
        #expect(options(["NO_COLOR": ""]).wantsColour)
        #expect(options(["NO_COLOR": "1"], colour: .on).wantsColour)
        #expect(!options([:], colour: .off).wantsColour)
        #expect(!options([:], noColor: true, colour: .on).wantsColour)
    }

    @Test("Esc waits longer over SSH, and as long as ESCDELAY says")
    func escape() {
        #expect(options([:]).escapeDelay == 25)
        #expect(options(["SSH_CONNECTION": "a b c d"]).escapeDelay == 100)
        #expect(options(["SSH_CONNECTION": "a", "ESCDELAY": "50"]).escapeDelay == 50)
        #expect(options(["SSH_TTY": "/dev/pts/1"]).isRemote && options(["SSH_CLIENT": "a b c"]).isRemote)
        #expect(!options(["SSH_TTY": ""]).isRemote)
        #expect(options(["ESCDELAY": "x"]).escapeDelay == 25)
        #expect(options(["ESCDELAY": "-5"]).escapeDelay == 25)
    }

    @Test("The Linux console gets ASCII symbols and no title")
    func console() {
        #expect(options(["TERM": "linux"]).wantsASCII)
        #expect(!options(["TERM": "linux"]).takesSystemCommands)
        #expect(options(["TERM": "xterm-256color"]).takesSystemCommands)
    }

    @Test("A terminal that understands xterm is taken for one where its own entry is missing")
    func terminfo() {
        #expect(options(["TERM": "xterm-kitty"]).terminfoNames == ["xterm-kitty", "xterm-256color"])
        #expect(options(["TERM": "vt220"]).terminfoNames == ["vt220"])
        #expect(options(["TERM": "xterm-16color"]).terminfoNames == ["xterm-16color", "xterm"])
    }

    @Test("COLORTERM tells of more colours than a modest name, and of none that a name tells itself")
    func colourTerm() {
        func names(_ name: String, _ value: String) -> [String] {
            options(["TERM": name, "COLORTERM": value]).terminfoNames
        }
        #expect(names("xterm", "truecolor") == ["xterm-256color", "xterm"])
        #expect(names("screen", "24bit") == ["screen-256color", "screen"])
        #expect(names("screen", "gnome-terminal") == ["screen"])
        #expect(names("tmux-256color", "truecolor") == ["tmux-256color"])
        #expect(names("xterm-direct", "truecolor").first == "xterm-direct")
        #expect(names("xterm-mono", "truecolor").first == "xterm-mono")
    }

    @Test("A failure says what to do, and shows no control character of TERM")
    func failures() {
        let message = Terminal.Failure.unknownTerminal("x\u{1B}[31m\n").message
        #expect(message.contains("\"x \"") && message.contains("--plain"))
        #expect(Terminal.Failure.unknownTerminal("").message.contains("TERM is not set"))
    }
}
