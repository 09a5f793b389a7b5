import CarrelCore
import CarrelTerminal

/// Where a page of the plain mode leads when it is done.
enum PlainOutcome: Equatable { case back, leave }

/// Something to be chosen by its number.
struct PlainEntry {
    var words: String
    var choose: () throws -> PlainOutcome
}

/// Something to be chosen by a letter, on every page of a menu.
struct PlainKey {
    var letter: String
    var words: String
    var choose: () throws -> PlainOutcome
}

/// Numbered lines and a prompt, again and again until the learner goes on elsewhere.
struct PlainMenu {
    var dialogue: Dialogue
    var title: String
    var keys: [PlainKey] = []
    /// Said in the place of entries where there are none.
    var empty = "Nothing here."
    /// The first page of all: Enter does not lead back from it.
    var isRoot = false

    private static let pageSize = 20

    /// - Parameter entries: Asked anew whenever they are shown: what was chosen may have changed them.
    func run(_ entries: () throws -> [PlainEntry]) throws -> PlainOutcome {
        var first = 0
        while true {
            let all = try entries()
            if first >= all.count { first = 0 }
            let page = all.dropFirst(first).prefix(Self.pageSize)
            show(page, of: all.count)
            let hasMore = first + page.count < all.count
            switch try answer(all, hasMore: hasMore) {
            case .again: break
            case .more: first += page.count
            case .outcome(let outcome): return outcome
            }
        }
    }

    private enum Step { case again, more, outcome(PlainOutcome) }

    private func show(_ page: ArraySlice<PlainEntry>, of total: Int) {
        dialogue.say("")
        dialogue.say(title + (total > Self.pageSize ? ", \(total) in all" : ""), after: "")
        if page.isEmpty { dialogue.say(empty) }
        for (index, entry) in zip(page.indices, page) { dialogue.say(entry.words, after: "\(index + 1). ") }
    }

    /// Asks until something is understood.
    private func answer(_ entries: [PlainEntry], hasMore: Bool) throws -> Step {
        while true {
            guard let typed = dialogue.ask(prompt(entries, hasMore: hasMore)) else { return .outcome(.leave) }
            if typed.isEmpty {
                if isRoot { continue }
                return .outcome(.back)
            }
            if typed == "q" { return .outcome(.leave) }
            // The prompt says what can be typed: all of it is said once more.
            if typed == "?" { return .again }
            if typed == "m", hasMore { return .more }
            if let number = Int(typed), entries.indices.contains(number - 1) {
                return step(try entries[number - 1].choose())
            }
            if let key = keys.first(where: { $0.letter == typed }) { return step(try key.choose()) }
            dialogue.say("\(typed): not one of these.")
        }
    }

    private func step(_ outcome: PlainOutcome) -> Step { outcome == .leave ? .outcome(.leave) : .again }

    private func prompt(_ entries: [PlainEntry], hasMore: Bool) -> String {
        var parts = entries.isEmpty ? [] : ["a number"]
        if hasMore { parts.append("m for more") }
        parts += keys.map { "\($0.letter) to \($0.words)" }
        if !isRoot { parts.append("Enter to go back") }
        parts.append("q to leave")
        let words = parts.joined(separator: ", ")
        return words.prefix(1).uppercased() + words.dropFirst() + ":"
    }
}
