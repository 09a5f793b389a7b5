/// What a program wrote to a terminal, byte for byte.
struct Recording {
    let path: String

    var bytes: Bytes { Bytes(TextFile.bytes(of: path)) }

    /// Waits until `sequence` was written: the recording is a moment behind the screen.
    func waits(for sequence: String) throws {
        try Waiting.until("the sequence \(sequence.debugDescription)") { bytes.contains(sequence) }
    }

    /// Waits until every mode that was switched on is off again.
    func waitsForModesGivenBack() throws {
        let modes: [(on: String, off: String)] = [
            (on: "\u{1B}[?1049h", off: "\u{1B}[?1049l"), ("\u{1B}[?2004h", "\u{1B}[?2004l"),
            ("\u{1B}[?1h", "\u{1B}[?1l"), ("\u{1B}[?1000h", "\u{1B}[?1000l"),
            ("\u{1B}[?1006h", "\u{1B}[?1006l"), ("\u{1B}[22;0t", "\u{1B}[23;0t"),
        ]
        for mode in modes {
            try Waiting.until("\(mode.on.debugDescription) to be switched off") {
                let bytes = self.bytes
                guard let on = bytes.last(of: mode.on) else { return true }
                return bytes.last(of: mode.off).map { $0 > on } ?? false
            }
        }
    }

    struct Bytes {
        private let bytes: [UInt8]

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        func contains(_ text: String) -> Bool { last(of: text) != nil }

        /// The last of them, to be read in the report of a failure.
        var end: String { String(decoding: bytes.suffix(600), as: UTF8.self).debugDescription }

        /// Where `text` begins the last time.
        func last(of text: String) -> Int? {
            let wanted = Array(text.utf8)
            guard bytes.count >= wanted.count else { return nil }
            return (0...bytes.count - wanted.count).last {
                bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
            }
        }
    }
}
