/// Something that happened at the terminal.
public enum TerminalEvent: Equatable, Sendable {
    case key(Key)
    /// Text pasted in one piece; its lines are separated by `\n`. It may hold control characters.
    case paste(String)
    case mouse(Mouse)
    /// The terminal has another size; any number of changes before the call arrive as one.
    case resized
    /// The program runs again after a stop (`^Z`, SIGSTOP); the next frame is drawn in full.
    case resumed
    /// The time given to `events(timeout:)` passed and nothing else happened.
    case tick
    /// The terminal is gone (SIGHUP), or a signal asks the program to leave.
    case closed(signal: Int32)
}

/// A mouse button or wheel at a cell.
public struct Mouse: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case press, release, wheelUp, wheelDown }

    public var kind: Kind
    /// Counted from 0 at the left edge.
    public var column: Int
    /// Counted from 0 at the top edge.
    public var row: Int

    public init(kind: Kind, column: Int, row: Int) {
        self.kind = kind
        self.column = column
        self.row = row
    }
}
