/// The first line on screen of a text longer than the screen.
public struct ScrollPosition: Equatable, Sendable {
    public var top: Int

    public init(top: Int = 0) { self.top = top }

    public mutating func move(_ delta: Int, lines: Int, visible: Int) {
        let (sum, overflow) = top.addingReportingOverflow(delta)
        top = overflow ? (delta < 0 ? 0 : .max) : sum
        clamp(lines: lines, visible: visible)
    }

    /// Moves by a screenful less one line; `direction` is 1 or −1.
    public mutating func page(_ direction: Int, lines: Int, visible: Int) {
        move((direction < 0 ? -1 : 1) * max(1, max(1, min(visible, lines)) - 1), lines: lines, visible: visible)
    }

    public mutating func home(lines: Int = 0, visible: Int = 0) { top = 0 }

    public mutating func end(lines: Int, visible: Int) {
        top = .max
        clamp(lines: lines, visible: visible)
    }

    /// Keeps the last line at the bottom when the text or the screen changed.
    public mutating func clamp(lines: Int, visible: Int) {
        top = min(max(0, top), Self.furthest(lines: lines, visible: visible))
    }

    /// The lines on screen.
    public func range(lines: Int, visible: Int) -> Range<Int> {
        let lines = max(0, lines)
        let start = min(max(0, top), Self.furthest(lines: lines, visible: visible))
        return start..<min(lines, start + max(0, min(visible, lines)))
    }

    /// Whether the last line is on screen.
    public func isAtEnd(lines: Int, visible: Int) -> Bool { top >= Self.furthest(lines: lines, visible: visible) }

    private static func furthest(lines: Int, visible: Int) -> Int { max(0, max(0, lines) - max(0, visible)) }
}
