import Glibc

/// How far something long has come, in one line on standard error; nothing where that is no terminal, or where it is
/// done within a moment.
final class ProgressLine {
    private let words: String
    private let isShown: Bool
    private let now: () -> Int
    private let put: (String?) -> Void
    /// When it was first told anything.
    private var began: Int?
    private var percent = -1

    /// - Parameters:
    ///   - now: Milliseconds of a clock that nobody sets.
    ///   - put: Shows a line in place of the last; nil takes it away.
    init(
        _ words: String, isShown: Bool = isatty(STDERR_FILENO) == 1, now: @escaping () -> Int = ProgressLine.uptime,
        put: @escaping (String?) -> Void = Console.progress
    ) {
        self.words = words
        self.isShown = isShown
        self.now = now
        self.put = put
    }

    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let began = began ?? now()
        self.began = began
        let share = max(0, min(100, done * 100 / total))
        guard share != percent, now() - began >= Self.moment else { return }
        percent = share
        let filled = share * Self.columns / 100
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.columns - filled)
        put("\(words) [\(bar)] \(share) %")
    }

    func end() {
        if percent >= 0 { put(nil) }
        began = nil
        percent = -1
    }

    private static let columns = 30
    /// Milliseconds for which nobody needs to be told anything.
    static let moment = 300

    static func uptime() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
