import CNcurses

/// What this program asks terminfo about a terminal, beyond what ncurses draws with.
struct Capabilities {
    /// Sequences the terminal's entry names for keys.
    var keys: [KeySequences.Named] = []
    var keypadOn: [UInt8]
    var keypadOff: [UInt8]
    var movesCursor: Bool
    var leaveSequence: [UInt8]
    var hasDirectColour: Bool

    /// Reads the entry of the terminal that ncurses was started with.
    init() {
        movesCursor = !Self.string("cup").isEmpty
        keypadOn = Self.string("smkx")
        keypadOff = Self.string("rmkx")
        hasDirectColour = tigetflag("RGB") == 1
        let screenOff = Self.string("rmcup")
        leaveSequence = keypadOff + Self.string("sgr0") + Self.string("op") + Self.string("cnorm")
        // Without another screen to leave, the shell goes on below what is shown.
        leaveSequence += screenOff.isEmpty ? Array("\u{1B}[999;1H\r\n".utf8) : screenOff + Array("\r".utf8)
        let names: [(String, Key)] =
            [
                ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
                ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab),
                ("kent", .enter), ("kbs", .backspace),
            ] + (1...12).map { ("kf\($0)", .function($0)) }
        for (name, key) in names {
            let sequence = Self.string(name)
            if !sequence.isEmpty { keys.append((sequence, key)) }
        }
    }

    /// A string capability without its padding, empty when the terminal has none.
    private static func string(_ name: String) -> [UInt8] {
        guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return [] }
        var bytes: [UInt8] = []
        var isPadding = false
        for byte in String(cString: pointer).utf8 {
            if byte == UInt8(ascii: "<"), bytes.last == UInt8(ascii: "$") {
                bytes.removeLast()
                isPadding = true
            } else if isPadding {
                isPadding = byte != UInt8(ascii: ">")
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
