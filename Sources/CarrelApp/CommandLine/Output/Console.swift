import CarrelJSON
import CarrelTerminal
import Glibc

/// Standard output and standard error, for everything that is not the full screen.
enum Console {
    /// Writes `text` and a line end. Control sequences in it never reach a terminal.
    static func say(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes `value` as JSON and a line end: nothing in it is changed, and nothing in it steers a terminal.
    static func json(_ value: some Encodable) throws {
        put(escaped(try JSONText.encode(value, layout: .indented)) + "\n", to: STDOUT_FILENO)
    }

    /// Writes one line about what went wrong, after the program's name.
    static func complain(_ text: String) { write("carrel: " + text, to: STDERR_FILENO) }

    /// Shows how far something is, in one line that the next call replaces; nil ends it.
    static func progress(_ text: String?) { put("\r\u{1B}[K" + Sanitiser.sanitised(text ?? ""), to: STDERR_FILENO) }

    /// Writes `text` as it is: for output that other programs read.
    static func put(_ text: String) { put(text, to: STDOUT_FILENO) }

    /// The columns of the terminal on standard output; nil where it goes elsewhere, which no width limits.
    static var columns: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// JSON with what could steer a terminal, or turn its reading order round, written as `\u….`: the same JSON.
    static func escaped(_ json: String) -> String {
        if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
        var out = ""
        for scalar in json.unicodeScalars {
            let isHarmless = scalar.value < 0x7F || scalar == "\u{200D}" || !isControl(scalar)
            if isHarmless {
                out.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return out
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    static func write(_ text: String, to descriptor: Int32) { put(Sanitiser.sanitised(text) + "\n", to: descriptor) }

    private static func put(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    // A reader that went away has what it wanted; half of what was to be kept is trouble.
                    if descriptor == STDOUT_FILENO, errno != EPIPE {
                        complain("standard output: \(String(cString: strerror(errno)))")
                        exit(1)
                    }
                    return
                }
                start += count
            }
        }
    }
}
