import CarrelCore
import CarrelTerminal

/// Lines out and lines in: all that studying without a screen needs of the world.
struct Dialogue {
    /// Nil at the end of input.
    let read: () -> String?
    let write: (String) -> Void
    /// What of a line was typed when the input ended; nil for nothing.
    var unfinished: () -> String? = { nil }
    /// Lines of text are not longer.
    var columns = 80

    func say(_ line: String) { write(line + "\n") }

    /// Says `text` in lines that fit, those after the first under its beginning.
    ///
    /// - Parameter head: What stands before it, e.g. a number.
    func say(_ text: String, after head: String) {
        let rest = [Span(String(repeating: " ", count: head.count))]
        say(TextLayout.wrap([Span(text)], columns: columns, first: [Span(head)], rest: rest).map(\.text))
    }

    func say(_ lines: [String]) { for line in lines { say(line) } }

    /// What was typed, to be named: no more of it than tells it from others.
    static func quoted(_ typed: String) -> String { Columns.clip(typed, to: 40, ellipsis: "...") }

    /// Asks for a line.
    ///
    /// - Returns: Without spaces around it; nil at the end of input.
    func ask(_ prompt: String) -> String? {
        write(TextLayout.wrap(prompt, columns: columns).map(\.text).joined(separator: "\n") + " ")
        guard let line = read() else {
            // What comes after stands on a line of its own.
            write("\n")
            return nil
        }
        return String(Substring(line).trimmed)
    }
}

extension Dialogue {
    /// What was said to how sure one is.
    struct Weighed {
        var value: Confidence?
        /// The answer is to be another.
        var isTakenBack = false
    }

    /// Asks how sure the learner is; nil at the end of input.
    ///
    /// - Parameter canChange: Whether the answer may still be another.
    func askConfidence(canChange: Bool = false) -> Weighed? {
        let change = canChange ? ", b for another answer" : ""
        while let typed = ask("How sure? 1 guess, 2 unsure, 3 sure, Enter for no answer\(change):") {
            switch typed {
            case "b" where canChange: return Weighed(isTakenBack: true)
            case "": return Weighed()
            case "1": return Weighed(value: .guess)
            case "2": return Weighed(value: .unsure)
            case "3": return Weighed(value: .sure)
            default: say("1, 2, 3 or Enter\(canChange ? ", or b" : "").")
            }
        }
        return nil
    }

    /// Standard input and output.
    static func console(reading input: LineInput) -> Dialogue {
        Dialogue(
            read: {
                guard let line = input.next() else { return nil }
                // A reply stands on its own line, and what is kept of the output reads as a dialogue.
                if !input.isTerminal { Console.put(Sanitiser.sanitised(line.text) + "\n") }
                if line.isCut { Console.say("That line was too long for the terminal: its end is lost. Break lines.") }
                return line.text
            }, write: { Console.put(Sanitiser.sanitised($0)) }, unfinished: { input.unfinished() },
            columns: min(Console.columns ?? 80, 80))
    }
}

extension Substring {
    /// Without spaces and tabs at both ends.
    var trimmed: Substring {
        var text = self
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
