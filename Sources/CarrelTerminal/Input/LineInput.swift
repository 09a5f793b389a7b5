import CNcurses
import Glibc

/// Standard input line by line. A signal that asks to leave ends it, as its end does, so that what was typed until
/// then can be kept.
public final class LineInput {
    /// A line without its end.
    public struct Line: Equatable, Sendable {
        public var text: String
        /// The terminal passed on no more of it: what was typed beyond is lost.
        public var isCut = false
    }

    /// What the kernel keeps of a line that is typed: N_TTY's buffer of 4,096 bytes, the last of them for the line end.
    private static let longestTyped = 4_095

    /// The signal that asked to leave; nil while none did.
    public private(set) var endedBy: Int32?
    private var bytes: [UInt8] = []
    /// Bytes before it hold no line end.
    private var searched = 0
    private var isOver = false
    private let signals: Int32
    private var before = sigset_t()
    /// Whether what is typed is seen: a terminal shows it, a pipe does not.
    public let isTerminal = isatty(STDIN_FILENO) == 1
    private var settings = termios()

    /// From here on `SIGINT`, `SIGTERM` and `SIGHUP` wait to be asked for.
    public init() {
        var asked = sigset_t()
        sigemptyset(&asked)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&asked, signal) }
        sigprocmask(SIG_BLOCK, &asked, &before)
        signals = signalfd(-1, &asked, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK))
        guard isTerminal, tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
        // Else ^C would drop what is typed before anybody could read it.
        var keeping = settings
        keeping.c_lflag |= tcflag_t(NOFLSH)
        tcsetattr(STDIN_FILENO, TCSANOW, &keeping)
    }

    deinit {
        if isTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &settings) }
        close(signals)
        sigprocmask(SIG_SETMASK, &before, nil)
    }

    /// The next line; nil at the end, by whatever it came.
    public func next() -> Line? {
        while endedBy == nil {
            if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = line(bytes[..<end])
                bytes.removeFirst(end + 1)
                searched = 0
                return line
            }
            searched = bytes.count
            guard !isOver else { return last() }
            wait()
        }
        return nil
    }

    /// What of a line was typed when a signal asked to leave; nil where nothing was.
    public func unfinished() -> String? {
        guard endedBy != nil, isTerminal else { return nil }
        // Without line by line reading the terminal passes on what it holds.
        var raw = settings
        raw.c_lflag &= ~tcflag_t(ICANON)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &settings) }
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        var held: [UInt8] = [], chunk = [UInt8](repeating: 0, count: Self.longestTyped)
        while poll(&descriptor, 1, 0) > 0 {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            guard count > 0 else { break }
            held += chunk[..<count]
        }
        return held.isEmpty ? nil : String(decoding: held, as: UTF8.self)
    }

    /// What stands behind the last line end is a line too, where the input ended by itself.
    private func last() -> Line? {
        guard !bytes.isEmpty else { return nil }
        defer { (bytes, searched) = ([], 0) }
        return line(bytes[...])
    }

    private func line(_ bytes: ArraySlice<UInt8>) -> Line {
        Line(text: String(decoding: bytes, as: UTF8.self), isCut: isTerminal && bytes.count >= Self.longestTyped)
    }

    /// Until there is more to read, or a signal asks to leave.
    private func wait() {
        var descriptors = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&descriptors, 2, -1) >= 0 else {
            isOver = errno != EINTR && errno != EAGAIN
            return
        }
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        if descriptors[1].revents != 0, read(signals, &information, size) == size {
            endedBy = Int32(information.ssi_signo)
            return
        }
        guard descriptors[0].revents != 0 else { return }
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        let count = read(STDIN_FILENO, &chunk, chunk.count)
        if count > 0 { bytes += chunk[..<count] } else { isOver = count == 0 || errno != EINTR && errno != EAGAIN }
    }
}
