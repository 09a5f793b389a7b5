import Glibc

extension Terminal {
    /// How the terminal is to be used.
    public struct Options: Sendable {
        /// Show emphasis only, whatever else says otherwise: what the command line asked for.
        public var noColor: Bool
        /// What the settings ask for.
        public var colour: ColourChoice
        /// Draw with ASCII symbols even where the locale has more.
        public var forceASCII: Bool
        /// Report buttons and wheel, which takes the terminal's own text selection away.
        public var usesMouse: Bool
        public var theme: Theme
        /// Read for `TERM`, `COLORTERM`, `NO_COLOR`, `ESCDELAY` and what tells of SSH.
        public var environment: [String: String]

        public init(
            noColor: Bool = false, colour: ColourChoice = .automatic, forceASCII: Bool = false,
            usesMouse: Bool = false, theme: Theme = .terminal, environment: [String: String] = Self.processEnvironment()
        ) {
            self.noColor = noColor
            self.colour = colour
            self.forceASCII = forceASCII
            self.usesMouse = usesMouse
            self.theme = theme
            self.environment = environment
        }

        /// The variables of this process that the terminal asks for.
        public static func processEnvironment() -> [String: String] {
            var values: [String: String] = [:]
            for name in ["TERM", "COLORTERM", "NO_COLOR", "ESCDELAY"] + remoteNames {
                if let value = getenv(name) { values[name] = String(cString: value) }
            }
            return values
        }

        /// The command line decides, then the settings, then a non-empty `NO_COLOR`.
        var wantsColour: Bool {
            guard !noColor else { return false }
            return switch colour {
            case .automatic: environment["NO_COLOR", default: ""].isEmpty
            case .on: true
            case .off: false
            }
        }

        /// Milliseconds after which a lone Esc is the Esc key: bytes of one sequence travel further apart over SSH.
        var escapeDelay: Int64 {
            if let text = environment["ESCDELAY"], let delay = Int64(text), delay >= 0 { return min(delay, 5_000) }
            return isRemote ? 100 : 25
        }

        /// Whether somebody logged in from another machine, where the terminal is.
        var isRemote: Bool { Self.remoteNames.contains { !environment[$0, default: ""].isEmpty } }

        /// What sshd sets; after `su` or `sudo` not all of it may be left.
        private static let remoteNames = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"]

        var terminalName: String { environment["TERM", default: ""] }

        /// The terminfo entries to try. `COLORTERM` tells of more colours than a modest name; and a machine one logs in
        /// to often lacks the entry of a new terminal, which is better off with xterm's than without a full screen.
        var terminfoNames: [String] {
            var names = [terminalName]
            let hasManyColours = ["truecolor", "24bit"].contains(environment["COLORTERM", default: ""])
            let saysHowMany = ["color", "direct", "mono", "-m"].contains { terminalName.hasSuffix($0) }
            if hasManyColours, !saysHowMany { names.insert(terminalName + "-256color", at: 0) }
            let likeXterm = ["xterm-", "alacritty", "foot", "ghostty", "kitty", "wezterm", "contour", "rio"]
            if likeXterm.contains(where: { terminalName.hasPrefix($0) }) {
                names.append(terminalName.hasSuffix("-16color") ? "xterm" : "xterm-256color")
            }
            return names
        }

        /// Whether what is drawn is held to ASCII: as asked, or because the terminal's font has little else.
        public var wantsASCII: Bool { forceASCII || !Columns.localeIsUTF8 || terminalName == "linux" }

        /// Whether the terminal has a window title and a clipboard that operating system commands (OSC) can set;
        /// consoles do not.
        var takesSystemCommands: Bool {
            !["linux", "vt", "con", "sun", "eterm", "wy"].contains { terminalName.hasPrefix($0) }
        }
    }

    /// Whether colour is used: as the environment says, or whatever that says.
    public enum ColourChoice: Sendable { case automatic, on, off }

    /// Why there is no full screen.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        /// Standard input or output is a pipe or a file.
        case notATerminal
        /// `TERM` is missing, or names no entry of the terminfo database.
        case unknownTerminal(String)
        /// The terminal cannot place its cursor, as `TERM=dumb` says.
        case cannotMoveCursor(String)
        /// The system refused a descriptor for signals.
        case system(String)

        public var description: String { message }

        /// What is wrong and what helps, in one sentence each.
        public var message: String {
            switch self {
            case .notATerminal:
                "Standard input or output is not a terminal. Use --plain for output that only appends lines."
            case .unknownTerminal(""):
                "TERM is not set. Set it to your terminal's name, for example xterm-256color, or use --plain."
            case .unknownTerminal(let name):
                "TERM is \"\(Sanitiser.line(name))\", which the terminfo database does not know. "
                    + "Set it to a known name, for example xterm-256color, or use --plain."
            case .cannotMoveCursor(let name):
                "A terminal of type \"\(Sanitiser.line(name))\" cannot move its cursor. Use --plain."
            case .system(let reason):
                "The terminal could not be opened: \(reason)."
            }
        }
    }
}
