import CarrelTerminal

/// Finds in each frame what is new to somebody who hears the screen instead of seeing it.
struct Narrator {
    private var title = ""
    private var text = ""
    private var row = ""
    private var message = ""

    /// - Parameters:
    ///   - screen: What the screen on top says of itself in words; empty where its selected row says enough.
    ///   - message: What stands in the place of the hint bar.
    /// - Returns: Nil where nothing is new.
    ///   - speaksRow: The selected row is heard with what is new on the screen, too.
    mutating func words(
        for canvas: Canvas, screen: String, message: String?, speaksRow: Bool = false
    ) -> String? {
        let lines = canvas.lines
        let title = canvas.place.joined(separator: ", ")
        let drawn = canvas.anchor.flatMap { lines.indices.contains($0.y) ? lines[$0.y] : nil } ?? ""
        let row = canvas.heard ?? canvas.glyphs.heard(drawn)
        var parts: [String] = []
        let message = message ?? ""
        if !message.isEmpty, message != self.message { parts.append(message) }
        if !screen.isEmpty {
            let isNew = screen != text
            if isNew { parts.append(screen) }
            if !isNew || speaksRow, row != self.row, !row.isEmpty { parts.append(row) }
        } else {
            if title != self.title, !title.isEmpty { parts.append(title) }
            if row != self.row, !row.isEmpty { parts.append(row) }
        }
        (self.title, self.text, self.row, self.message) = (title, screen, row, message)
        return parts.isEmpty ? nil : parts.joined(separator: "\n") + "\n"
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
