import CarrelTerminal
import Glibc

/// Standard output and standard error, for everything that is not the full screen.
enum Console {
    /// Writes `text` and a line end. Control sequences in it never reach a terminal.
    static func say(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes one line about what went wrong, after the program's name.
    static func complain(_ text: String) { write("carrel: " + text, to: STDERR_FILENO) }

    /// Shows how far something is, in one line that the next call replaces; nil ends it.
    static func progress(_ text: String?) { put("\r\u{1B}[K" + Sanitiser.sanitised(text ?? ""), to: STDERR_FILENO) }

    static func write(_ text: String, to descriptor: Int32) { put(Sanitiser.sanitised(text) + "\n", to: descriptor) }

    private static func put(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // A reader that went away, or a full disk: there is nobody left to tell.
            guard count > 0 else { return }
            start += count
        }
    }
}
