/// Turns the bytes a terminal sends into events.
///
/// A value without a clock: the caller says what time it is, in milliseconds. ncurses' own decoder is not used, because
/// it turns a sequence that arrives in two pieces into loose keys, knows nothing of pasted text, and lets an invalid
/// byte swallow its neighbour.
///
/// Whole sequences become keys; unknown ones are dropped. What may still grow waits until `deadline`: a lone Esc for
/// `escapeDelay`, a begun sequence for `tailDelay`. The rest of a sequence whose Esc was already taken for the key is
/// dropped when it arrives within `tailDelay`.
public struct KeyDecoder: Sendable {
    /// Milliseconds after which a lone Esc is the Esc key.
    public var escapeDelay: Int64
    /// Milliseconds a begun sequence, or the rest of one whose Esc came alone, may take.
    static let tailDelay: Int64 = 500
    private static let longestSequence = 64

    private let sequences: KeySequences
    /// The paste that is running.
    private var paste: PasteReader?
    /// Bytes that are not decoded yet.
    private var pending: [UInt8] = []
    /// Scalars of one read, joined into clusters before they become keys.
    private var text = String.UnicodeScalarView()
    /// Until when `[` or `O` is the rest of a sequence whose Esc came alone.
    private var tailUntil: Int64?
    /// When the waiting bytes stop waiting; nil when none do.
    public private(set) var deadline: Int64?

    /// - Parameter escapeDelay: Milliseconds after which a lone Esc is the Esc key; longer on slow links.
    public init(sequences: KeySequences = KeySequences(), escapeDelay: Int64 = 25) {
        self.sequences = sequences
        self.escapeDelay = escapeDelay
    }

    /// Takes bytes that were read at `now` and returns what they complete.
    public mutating func decode(_ bytes: some Sequence<UInt8>, at now: Int64) -> [TerminalEvent] {
        pending.append(contentsOf: bytes)
        var events: [TerminalEvent] = []
        if !pending.isEmpty || paste != nil { advance(now, isFinal: false, into: &events) }
        return events
    }

    /// What the waiting bytes mean once `deadline` has passed; nothing before.
    public mutating func expire(at now: Int64) -> [TerminalEvent] {
        guard let deadline, now >= deadline else { return [] }
        self.deadline = nil
        var events: [TerminalEvent] = []
        endPaste(into: &events)
        advance(now, isFinal: true, into: &events)
        return events
    }

    /// Forgets keys that are not complete, but not that a paste is running: its rest must not become keys.
    public mutating func discard(at now: Int64) {
        paste?.discard()
        text = String.UnicodeScalarView()
        guard paste == nil, !pending.isEmpty else { return }
        // The rest of what is dropped here may still be on its way.
        if pending[0] == 0x1B { tailUntil = now + Self.tailDelay }
        if pending.count < 2 {
            pending.removeAll()
            deadline = nil
        }
    }

    // MARK: Steps

    /// What became of the bytes at the front of `pending`.
    private enum Step {
        /// So many bytes made an event, or none.
        case taken(Int, TerminalEvent?)
        case scalar(Int, Unicode.Scalar)
        case pasteBegins(Int)
        /// More bytes are needed; wait so many milliseconds for them.
        case incomplete(Int64)
    }

    private mutating func advance(_ now: Int64, isFinal: Bool, into events: inout [TerminalEvent]) {
        deadline = nil
        var index = 0
        defer { pending.removeFirst(index) }
        while index < pending.count {
            if let taken = paste?.take(pending[index...]) {
                index += taken.count
                if taken.isComplete { endPaste(into: &events) }
                continue
            }
            var step = step(pending[index...], now: now)
            if case .incomplete(let delay) = step {
                guard isFinal else {
                    flushText(into: &events)
                    deadline = now + delay
                    return
                }
                step = abandoned(pending[index...], now: now)
            }
            switch step {
            case .taken(let count, let event):
                flushText(into: &events)
                if let event { events.append(event) }
                index += count
            case .scalar(let count, let scalar):
                text.append(scalar)
                index += count
            case .pasteBegins(let count):
                flushText(into: &events)
                paste = PasteReader()
                index += count
            case .incomplete: return
            }
        }
        flushText(into: &events)
        if paste != nil { deadline = now + PasteReader.delay }
    }

    private mutating func flushText(into events: inout [TerminalEvent]) {
        guard !text.isEmpty else { return }
        for character in String(text) { events.append(.key(.char(character))) }
        text.removeAll(keepingCapacity: true)
    }

    private mutating func step(_ bytes: ArraySlice<UInt8>, now: Int64) -> Step {
        let first = bytes[bytes.startIndex]
        if let until = tailUntil {
            tailUntil = nil
            if now <= until, first == 0x5B || first == 0x4F { return lateTail(bytes) }
        }
        switch first {
        case 0x1B: return escape(bytes)
        case 0x0D: return .taken(1, .key(.enter))
        case 0x0A: return .taken(1, .key(.newline))
        case 0x09: return .taken(1, .key(.tab))
        case 0x08, 0x7F: return .taken(1, .key(.backspace))
        case 0x00...0x1F:
            let letter = Character(Unicode.Scalar(first | 0x40))
            return .taken(1, .key(.control(Character(letter.lowercased()))))
        case 0x20..<0x7F: return .scalar(1, Unicode.Scalar(first))
        default: return scalar(bytes)
        }
    }

    /// One scalar beyond ASCII; a byte that cannot start one is U+FFFD and takes nothing with it.
    private func scalar(_ bytes: ArraySlice<UInt8>) -> Step {
        let first = bytes[bytes.startIndex]
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let sequence = bytes.prefix(length)
        guard length > 1, sequence.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .scalar(1, "\u{FFFD}") }
        guard sequence.count == length else { return .incomplete(Self.tailDelay) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for byte in sequence.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return .scalar(1, "\u{FFFD}") }
        // C1 controls are no text.
        return value < 0xA0 ? .taken(length, nil) : .scalar(length, scalar)
    }

    private func escape(_ bytes: ArraySlice<UInt8>) -> Step {
        let tail = bytes.dropFirst()
        guard let introducer = tail.first else { return .incomplete(escapeDelay) }
        guard introducer == 0x5B || introducer == 0x4F else {
            switch sequences.match(bytes) {
            case .key(let key, let length): return .taken(length, .key(key))
            case .prefix: return .incomplete(escapeDelay)
            // Esc and a key typed ahead, or Alt with the key: the program asks for Alt nowhere.
            case .none: return .taken(1, .key(.escape))
            }
        }
        return sequence(bytes, introducerLength: 2)
    }

    /// A sequence from its introducer on: `ESC [`, `ESC O`, or what is left of one without the Esc.
    private func sequence(_ bytes: ArraySlice<UInt8>, introducerLength: Int) -> Step {
        guard let length = SequenceLength(of: bytes.dropFirst(introducerLength - 1)) else {
            return .incomplete(Self.tailDelay)
        }
        switch length {
        case .complete(let count):
            let whole = bytes.prefix(introducerLength - 1 + count)
            let body = whole.dropFirst(introducerLength - 1)
            if body.elementsEqual("[200~".utf8) { return .pasteBegins(whole.count) }
            guard introducerLength == 2 else { return .taken(whole.count, nil) }
            return .taken(whole.count, sequences.event(for: whole))
        // The byte that broke it off is decoded for itself.
        case .broken(let count): return .taken(introducerLength - 1 + count, nil)
        }
    }

    private mutating func lateTail(_ bytes: ArraySlice<UInt8>) -> Step {
        let step = sequence(bytes, introducerLength: 1)
        // Once it has begun it stays the rest of a sequence, however late its end comes.
        if case .incomplete = step { tailUntil = .max }
        return step
    }

    /// What bytes mean that no others followed.
    private mutating func abandoned(_ bytes: ArraySlice<UInt8>, now: Int64) -> Step {
        switch bytes[bytes.startIndex] {
        case 0x1B where bytes.count == 1:
            tailUntil = now + Self.tailDelay
            return .taken(1, .key(.escape))
        case 0x1B where bytes[bytes.startIndex + 1] != 0x5B && bytes[bytes.startIndex + 1] != 0x4F:
            return .taken(1, .key(.escape))
        case 0x80...: return .scalar(1, "\u{FFFD}")
        default:
            tailUntil = nil
            return .taken(bytes.count, nil)
        }
    }

    private mutating func endPaste(into events: inout [TerminalEvent]) {
        if let text = paste?.text { events.append(.paste(text)) }
        paste = nil
    }

    // MARK: Sequence lengths

    private enum SequenceLength {
        case complete(Int), broken(Int)

        /// How far the sequence reaches that starts with `[` or `O`; nil when it may go on.
        init?(of bytes: ArraySlice<UInt8>) {
            let start = bytes.startIndex
            var index = start + 1
            // A terminal that does not know how mouse reports are asked for says them in three bytes after `[M`.
            if bytes.starts(with: KeySequences.oldMouse) {
                guard bytes.count >= KeySequences.oldMouse.count + 3 else { return nil }
                self = .complete(KeySequences.oldMouse.count + 3)
                return
            }
            // The Linux console's F1 to F5: `[[A`.
            if bytes[start] == 0x5B, index < bytes.endIndex, bytes[index] == 0x5B { index += 1 }
            while index < bytes.endIndex {
                let byte = bytes[index]
                switch byte {
                case 0x20...0x3F where index - start < KeyDecoder.longestSequence: index += 1
                case 0x40...0x7E: self = .complete(index + 1 - start); return
                default: self = .broken(index - start); return
                }
            }
            return nil
        }
    }
}
