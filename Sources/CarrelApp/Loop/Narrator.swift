import CarrelTerminal

/// Finds in each frame what is new to somebody who hears the screen instead of seeing it.
struct Narrator {
    private var title = ""
    private var text = ""
    private var row = ""
    private var message = ""
    private var proposal = ""
    private var depth = 0
    /// What the screens below the one on top said of themselves, by their depth.
    private var covered: [Int: String] = [:]

    /// - Parameters:
    ///   - screen: What the screen on top says of itself in words; empty where its selected row says enough.
    ///   - whereabouts: What is said in the place of `screen` where that was heard before something covered it.
    ///   - depth: How much lies under what is on top.
    ///   - message: What stands in the place of the hint bar.
    ///   - proposal: What Carrel asks beside it.
    ///   - speaksRow: The selected row is heard with what is new on the screen, too.
    /// - Returns: Nil where nothing is new.
    mutating func words(
        for canvas: Canvas, screen: String, whereabouts: String = "", depth: Int = 0, message: String?,
        proposal: String? = nil, speaksRow: Bool = false
    ) -> String? {
        let lines = canvas.lines
        let title = canvas.place.joined(separator: ", ")
        let drawn = canvas.anchor.flatMap { lines.indices.contains($0.y) ? lines[$0.y] : nil } ?? ""
        let row = canvas.heard ?? canvas.glyphs.heard(drawn)
        var parts: [String] = []
        let (message, proposal) = (message ?? "", proposal ?? "")
        for (words, before) in [(message, self.message), (proposal, self.proposal)] where words != before {
            parts.append(canvas.glyphs.heard(words))
        }
        if !screen.isEmpty {
            let isNew = screen != text
            let added = isNew && depth < self.depth ? covered[depth].flatMap { Self.added(to: $0, in: screen) } : nil
            if let added {
                parts.append(whereabouts.isEmpty ? title : "back to \(whereabouts)")
                parts.append(added)
            } else if isNew {
                parts.append(screen)
            }
            if !isNew || speaksRow, row != self.row { parts.append(row) }
        } else {
            if title != self.title { parts.append(title) }
            if row != self.row { parts.append(row) }
        }
        (self.title, text, self.row, self.message, self.proposal) = (title, screen, row, message, proposal)
        self.depth = depth
        covered = covered.filter { $0.key < depth }
        covered[depth] = screen
        parts.removeAll(where: \.isEmpty)
        return parts.isEmpty ? nil : parts.joined(separator: "\n") + "\n"
    }

    /// The lines that were not in what was heard before: a note, say, that was just written.
    ///
    /// - Returns: Empty where nothing is new; nil where most is, so that it is another thing.
    private static func added(to before: String, in screen: String) -> String? {
        let known = Set(before.split(separator: "\n")), lines = screen.split(separator: "\n")
        let added = lines.filter { !known.contains($0) }
        return 2 * added.count > lines.count ? nil : added.joined(separator: "\n")
    }
}

/// Speaks by handing text to a program that reads it aloud.
final class Speaker {
    /// Bytes of the most that is handed over at once: what a socket takes without waiting for the program.
    private static let longest = 60_000

    let command: String
    private var program: BackgroundProgram?

    /// - Parameter command: The program and its arguments, separated by spaces; it reads text on its standard input.
    init(command: String) { self.command = command }

    deinit { program?.stop() }

    /// Says `text`; what was being said is broken off.
    ///
    /// - Returns: False where the program could not be started.
    func say(_ text: String) -> Bool {
        program?.stop()
        program = BackgroundProgram(
            command.split(separator: " ").map(String.init),
            input: Self.beginning(of: text))
        return program != nil
    }

    /// As many whole characters as may be handed over.
    static func beginning(of text: String) -> String {
        var rest = longest
        return String(
            text.prefix { character in
                rest -= character.utf8.count
                return rest >= 0
            })
    }
}
