import CarrelTerminal

/// A decoder with somebody typing: bytes arrive at times, and time passes.
final class Keyboard {
    private var decoder: KeyDecoder

    init(_ decoder: KeyDecoder = KeyDecoder()) { self.decoder = decoder }

    var deadline: Int64? { decoder.deadline }

    func sends(_ bytes: some Sequence<UInt8>, at time: Int64) -> [TerminalEvent] { decoder.decode(bytes, at: time) }
    func waits(until time: Int64) -> [TerminalEvent] { decoder.expire(at: time) }
    func discard(at time: Int64) { decoder.discard(at: time) }
}
