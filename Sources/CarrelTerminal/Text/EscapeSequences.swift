/// Terminal control sequences inside text that somebody else wrote.
enum EscapeSequences {
    /// `text` without whole control sequences, so that `ESC [ 31 m` leaves no `[31m` behind.
    ///
    /// A string sequence (OSC, DCS) that never ends loses only its introducer: it must not hide the rest of the text.
    static func removed(from text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value == 0x1B || (0x80...0x9F).contains($0.value) }) else {
            return text
        }
        let scalars = Array(text.unicodeScalars)
        var kept = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if let end = end(ofSequenceAt: index, in: scalars) {
                index = end
            } else {
                kept.append(scalars[index])
                index += 1
            }
        }
        return String(kept)
    }

    /// The index after the sequence that starts at `start`, or nil when none starts there.
    private static func end(ofSequenceAt start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var index = start + 1
        let introducer: UInt32
        switch scalars[start].value {
        case 0x1B:
            guard index < scalars.count else { return index }
            introducer = scalars[index].value
            index += 1
        case 0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F: introducer = scalars[start].value - 0x40
        default: return nil
        }
        switch introducer {
        case 0x5B: return endOfControl(from: index, in: scalars)
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F: return endOfString(from: index, in: scalars) ?? index
        case 0x20...0x2F:
            while index < scalars.count, (0x20...0x2F).contains(scalars[index].value) { index += 1 }
            return min(index + 1, scalars.count)
        case 0x30...0x7E: return index
        default: return start + 1
        }
    }

    private static func endOfControl(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
        var index = start
        while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) { index += 1 }
        guard index < scalars.count, (0x40...0x7E).contains(scalars[index].value) else { return index }
        return index + 1
    }

    private static func endOfString(from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var index = start
        while index < scalars.count {
            switch scalars[index].value {
            case 0x07, 0x9C: return index + 1
            case 0x1B where index + 1 < scalars.count && scalars[index + 1].value == 0x5C: return index + 2
            case 0x1B, 0x0A, 0x0D: return nil
            default: index += 1
            }
        }
        return nil
    }
}
