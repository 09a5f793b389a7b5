import Glibc

/// How far something long has come, in one line on standard error; nothing where that is no terminal.
final class ProgressLine {
    private let words: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private var percent = -1

    init(_ words: String) { self.words = words }

    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let now = min(100, done * 100 / total)
        guard now != percent else { return }
        percent = now
        let filled = now * Self.columns / 100
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.columns - filled)
        Console.progress("\(words) [\(bar)] \(now) %")
    }

    func end() {
        if percent >= 0 { Console.progress(nil) }
        percent = -1
    }

    private static let columns = 30
}
