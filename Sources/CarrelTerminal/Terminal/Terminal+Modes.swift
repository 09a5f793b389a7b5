import CNcurses
import CTerminalGuard
import Glibc

extension Terminal {
    /// Stops the program as `^Z` does in a shell; returns when it runs again, and `.resumed` is the next event.
    public func suspend() {
        guard !isClosed else { return }
        leaveScreen()
        guard_stop()
        matchSize()
        needsFullFrame = true
        queued.append(.resumed)
    }

    /// Takes the terminal up again after a stop nobody announced, SIGSTOP for example.
    func resume() {
        reset_prog_mode()
        isInputMode = false
        isCursorVisible = true
        matchSize()
        needsFullFrame = true
        queued.append(.resumed)
    }

    /// Gives the terminal to `body`, which runs a program such as an editor, and takes it back.
    ///
    /// Meanwhile the signal mask is the one from before and signals have their default actions, so a child starts like
    /// one of the shell's; `^C` and `^\` do not end this process. Draw a frame afterwards.
    public func handOver(_ body: () throws -> Int32) rethrows -> Int32 {
        guard !isClosed else { return try body() }
        leaveScreen()
        guard_lend(1)
        sigprocmask(SIG_SETMASK, &openMask, nil)
        defer {
            sigprocmask(SIG_SETMASK, &blockedMask, nil)
            guard_lend(0)
            matchSize()
            needsFullFrame = true
        }
        return try body()
    }

    /// Names the window, where it is named otherwise; the old name comes back on closing. Without effect on a console.
    public func setTitle(_ title: String) {
        guard !isClosed, options.takesSystemCommands else { return }
        let name = Columns.clip(Sanitiser.line(title), to: 200)
        guard name != self.title else { return }
        self.title = name
        if isInputMode { showTitle() }
    }

    private func showTitle() {
        guard let title else { return }
        let push = isTitlePushed ? "" : "\u{1B}[22;0t"
        isTitlePushed = true
        setResetSequence()
        send(push + "\u{1B}]2;" + title + "\u{7}")
    }

    /// Rings the terminal's bell.
    public func ring() {
        guard !isClosed else { return }
        send("\u{7}")
    }

    /// Whether buttons and wheel are reported; while they are, the terminal's own text selection needs Shift.
    public var reportsMouse: Bool {
        get { usesMouse }
        set {
            guard newValue != usesMouse else { return }
            usesMouse = newValue
            if isInputMode, !isClosed { send(newValue ? Self.mouseOn : Self.mouseOff) }
        }
    }

    /// Offers `text` to the clipboard of the machine the terminal runs on (OSC 52); not every terminal takes it.
    ///
    @discardableResult
    public func copy(_ text: String) -> Copying {
        let bytes = Array(text.utf8)
        guard !isClosed, options.takesSystemCommands else { return .noClipboard }
        guard bytes.count <= 74_994 else { return .tooLong }
        send("\u{1B}]52;c;" + Base64.encoded(bytes) + "\u{7}")
        return .sent
    }

    /// What became of a text for the clipboard.
    public enum Copying: Equatable, Sendable {
        /// Whether the terminal took it, it does not say.
        case sent
        /// More than terminals take: 74,994 bytes.
        case tooLong
        /// A console has none.
        case noClipboard
    }

    // MARK: Modes

    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

    /// Switches on what input needs: once the first frame is out, so that it does not wait for this.
    func enterInputMode() {
        isInputMode = true
        send(String(decoding: capabilities.keypadOn, as: UTF8.self) + "\u{1B}[?2004h" + (usesMouse ? Self.mouseOn : ""))
        showTitle()
    }

    /// The colours of the terminal are the learner's: none of them is ever changed here, so none is to be set back when
    /// ncurses takes the screen again.
    static func keepPalette() {
        guard let resets = tigetstr("oc"), Int(bitPattern: resets) != -1 else { return }
        resets.pointee = 0
    }

    /// Gives the terminal back as it was, until the next frame.
    func leaveScreen() {
        if isInputMode {
            send(
                (usesMouse ? Self.mouseOff : "") + "\u{1B}[?2004l"
                    + String(decoding: capabilities.keypadOff, as: UTF8.self))
        }
        isInputMode = false
        if isTitlePushed { send("\u{1B}[23;0t") }
        isTitlePushed = false
        write { endwin() }
        isCursorVisible = true
        guard_full_screen(0)
    }

    /// Tells the guard what gives the terminal back when the program cannot.
    func setResetSequence() {
        // CAN first: the program may die in the middle of a sequence.
        var sequence = Array(("\u{18}" + Self.mouseOff + "\u{1B}[?2004l").utf8)
        if isTitlePushed { sequence += Array("\u{1B}[23;0t".utf8) }
        sequence += Array("\u{1B}[?7h\u{1B}[r".utf8) + capabilities.leaveSequence
        sequence.withUnsafeBytes { bytes in
            guard_set_reset(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
    }

    /// Writes a sequence past ncurses, which has sent all of its own before.
    private func send(_ sequence: String) {
        var sequence = sequence
        write {
            sequence.withUTF8 { bytes in
                var rest = UnsafeRawBufferPointer(bytes)
                while !rest.isEmpty {
                    let count = Glibc.write(1, rest.baseAddress, rest.count)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return }
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                }
            }
        }
    }
}
