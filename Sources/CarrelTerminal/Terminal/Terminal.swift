import CNcurses
import CTerminalGuard
import Glibc

/// The controlling terminal, in full-screen mode. Nothing else calls ncurses.
///
/// A class that is not `Sendable`: whoever opened it is the only one who can use it, and the compiler sees to that.
/// ncurses draws; input is read and decoded by `KeyDecoder`, which says why.
public final class Terminal {
    /// The symbols this terminal can show.
    public let glyphs: Glyphs
    /// The look of everything; the next frame is drawn in full.
    public var theme: Theme { didSet { useTheme() } }
    /// Whether colour is used; what the command line said stands.
    public var colour: ColourChoice {
        get { options.colour }
        set {
            guard newValue != options.colour else { return }
            options.colour = newValue
            useTheme()
        }
    }
    /// How often a frame had to wait 100 ms or more before the terminal took it: a sign of a slow link.
    public internal(set) var stalls = 0

    private(set) var options: Options
    let screen: OpaquePointer
    let window: UnsafeMutablePointer<WINDOW>
    let capabilities: Capabilities
    /// Read end for WINCH, TERM, HUP, INT, TSTP and CONT, which are blocked outside of it.
    let signals: Int32
    /// The signal mask from before, for children and after closing.
    var openMask: sigset_t
    var blockedMask: sigset_t
    /// `blockedMask` without TERM, HUP and INT: in force while a frame is written.
    var writingMask: sigset_t

    var colours = ColourTable()
    private var hasStartedColour = false
    var decoder: KeyDecoder
    /// The frame ncurses was last given, row by row.
    var shown: [Cell] = []
    var shownColumns = 0
    var isCursorVisible = true
    var needsFullFrame = true
    var isInputMode = false
    var usesMouse: Bool
    var title: String?
    /// Whether the terminal keeps its owner's title for us.
    var isTitlePushed = false
    /// Events that come before the next input.
    var queued: [TerminalEvent] = []
    var closedBy: Int32?
    private var isOpen = true

    /// Takes over the terminal on standard input and output.
    ///
    /// - Throws: `Failure` when there is none or it has no full screen; the process is then as it was before.
    public init(_ options: Options = Options()) throws(Failure) {
        guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
        let name = options.terminalName
        if name.isEmpty { throw .unknownTerminal(name) }
        glyphs = options.wantsASCII ? .ascii : .unicode

        // Blocked before ncurses starts, so that its own handlers never run and a resize is one more readable
        // descriptor.
        var mask = sigset_t()
        sigemptyset(&mask)
        for signal in [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT] { sigaddset(&mask, signal) }
        guard_prepare()
        var before = sigset_t()
        var blocked = sigset_t()
        sigprocmask(SIG_BLOCK, &mask, &before)
        sigprocmask(SIG_BLOCK, nil, &blocked)
        let signals = signalfd(-1, &mask, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK))
        func undo() {
            if signals >= 0 { Glibc.close(signals) }
            guard_finish()
            sigprocmask(SIG_SETMASK, &before, nil)
        }
        guard signals >= 0 else {
            let reason = String(cString: strerror(errno))
            undo()
            throw .system(reason)
        }
        // Exported LINES and COLUMNS would otherwise win over the terminal's real size.
        use_env(false)
        use_tioctl(true)
        var opened: OpaquePointer?
        for name in options.terminfoNames where opened == nil { opened = newterm(name, nc_stdout(), nc_stdin()) }
        guard let screen = opened else {
            undo()
            throw .unknownTerminal(name)
        }
        Self.keepPalette()
        let capabilities = Capabilities()
        guard capabilities.movesCursor else {
            endwin()
            delscreen(screen)
            undo()
            throw .cannotMoveCursor(name)
        }
        self.screen = screen
        self.signals = signals
        self.capabilities = capabilities
        self.options = options
        openMask = before
        blockedMask = blocked
        writingMask = blocked
        for signal in [SIGTERM, SIGHUP, SIGINT] where sigismember(&before, signal) == 0 {
            sigdelset(&writingMask, signal)
        }
        usesMouse = options.usesMouse
        theme = options.theme
        decoder = KeyDecoder(sequences: KeySequences(capabilities.keys), escapeDelay: options.escapeDelay)
        window = nc_stdscr()

        // ncurses' own stop and resize handlers would fight with the descriptor.
        signal(SIGTSTP, SIG_DFL)
        signal(SIGWINCH, SIG_DFL)
        raw()
        noecho()
        nonl()
        typeahead(-1)
        useTheme()
        matchSize()
        setResetSequence()
    }

    deinit { close() }

    /// Gives the terminal back: screen, modes, title, signal mask. Later calls do nothing.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        if closedBy == nil {
            leaveScreen()
        } else {
            guard_give_back()
        }
        closedBy = closedBy ?? 0
        guard_finish()
        Glibc.close(signals)
        sigprocmask(SIG_SETMASK, &openMask, nil)
    }

    /// Whether the terminal is on another machine, from which somebody logged in.
    public var isRemote: Bool { options.isRemote }

    var isClosed: Bool { !isOpen || closedBy != nil }

    public var columns: Int { Int(getmaxx(window)) }
    public var rows: Int { Int(getmaxy(window)) }

    private func useTheme() {
        // Asked for only where it is wanted: the terminal is sent nothing of colour before.
        if options.wantsColour, !hasStartedColour {
            hasStartedColour = true
            if start_color() == OK { use_default_colors() }
        }
        let usesColour = options.wantsColour
        colours = ColourTable(theme: usesColour ? theme : theme.fitted(to: .none), usesColour: usesColour)
        needsFullFrame = true
    }

    /// Gives ncurses the size the terminal has now.
    func matchSize() {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return }
        let rows = min(Int32(size.ws_row), Int32(Canvas.largestSide))
        let columns = min(Int32(size.ws_col), Int32(Canvas.largestSide))
        guard rows != getmaxy(window) || columns != getmaxx(window) else { return }
        resizeterm(rows, columns)
        needsFullFrame = true
    }
}
