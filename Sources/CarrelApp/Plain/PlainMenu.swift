import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Where a page of the plain mode leads when it is done.
enum PlainOutcome: Equatable {
    case back, leave
    /// What was done was said: the page before goes on without being said anew.
    case stay
}

/// A line of a page: something to be chosen by its number, or only read.
struct PlainEntry {
    var words: String
    /// What it is found by, where that is less than all its words.
    var name: String?
    /// Nil for a line that is only read.
    var choose: (() throws -> PlainOutcome)?
    /// What `p` and its number practise.
    var topic: StudyTopic?
    /// A session under way, which `x` and its number end.
    var session: SessionRow?
}

/// Something to be chosen by a letter, on every page of a menu.
struct PlainKey {
    var letter: String
    /// How it is typed, where that is more than the letter.
    var form: String?
    var words: String
    /// The prompt names it; else only `?` does.
    var isPrompted = false
    /// - Parameter rest: What was typed after the letter.
    var choose: (_ rest: String) throws -> PlainOutcome
}

/// What a menu shows at the moment.
struct PlainRows {
    var title: String
    var entries: [PlainEntry]
    /// How many can be chosen, where that is known without having all of them.
    var total: Int?
    /// What `p` practises.
    var topic: StudyTopic?
    var keys: [PlainKey] = []
    /// Said in the place of entries where there are none.
    var empty = ["Nothing here."]
    /// What the menu is about, above its entries.
    var about: [String] = []
}

/// Numbered lines and a prompt, again and again until the learner goes on elsewhere.
struct PlainMenu {
    var desk: PlainDesk
    /// The first page of all: Enter does not lead back from it.
    var isRoot = false

    static let pageSize = 20

    /// - Parameter rows: Asked anew whenever they are shown, because what was chosen may have changed them. It is told
    ///   how many to choose from are wanted at the least, where there are so many. Nil where the thing is gone.
    func run(_ rows: (_ wanted: Int) throws -> PlainRows?) throws -> PlainOutcome {
        var turn = PlainMenuTurn(menu: self)
        while true {
            guard let found = try rows(turn.wanted) else {
                dialogue.say("This is not here any more.")
                return .back
            }
            turn.take(found)
            switch try turn.ask() {
            case .again: turn.isSilent = false
            case .silently: turn.isSilent = true
            case .outcome(let outcome): return outcome
            }
        }
    }

    var dialogue: Dialogue { desk.dialogue }
}

/// One menu as it stands: what it shows, and what was typed at it.
struct PlainMenuTurn {
    enum Step { case again, silently, outcome(PlainOutcome) }

    let menu: PlainMenu
    /// Of those that can be chosen, the first of the page.
    private var first = 0
    /// What there is now is not said: it was, but for what changed.
    var isSilent = false
    /// Only lines with this are shown.
    private var pattern = ""
    private var rows = PlainRows(title: "", entries: [])
    private var entries: [PlainEntry] = []

    init(menu: PlainMenu) { self.menu = menu }

    private var dialogue: Dialogue { menu.dialogue }
    private var choices: [PlainEntry] { entries.filter { $0.choose != nil } }

    /// One more than the page shows tells whether there is another.
    var wanted: Int { pattern.isEmpty ? first + PlainMenu.pageSize + 1 : .max }

    private var hasMore: Bool { choices.count > first + PlainMenu.pageSize }

    /// Takes what there is now, and says it.
    mutating func take(_ found: PlainRows) {
        rows = found
        entries = found.entries
        let sought = FuzzyPattern(pattern)
        if !sought.isEmpty { entries = Self.best(of: entries, for: sought) }
        if first >= choices.count { first = 0 }
        if !isSilent { say() }
    }

    /// Those that have what is sought, the best first.
    private static func best(of entries: [PlainEntry], for sought: FuzzyPattern) -> [PlainEntry] {
        let found = entries.filter { $0.choose != nil }.enumerated().compactMap { place, entry in
            sought.match(in: entry.name ?? entry.words).map { (entry, place, $0.score) }
        }
        return found.sorted { ($1.2, $0.1) < ($0.2, $1.1) }.map(\.0)
    }

    private func say() {
        dialogue.say("")
        dialogue.say(title, after: "")
        if first == 0, pattern.isEmpty { for line in rows.about { dialogue.say(line, after: "") } }
        if entries.isEmpty {
            for line in pattern.isEmpty ? rows.empty : ["Nothing has that."] { dialogue.say(line, after: "") }
        }
        let page = first..<(first + PlainMenu.pageSize)
        var number = 0
        for entry in entries {
            if entry.choose != nil {
                if page.contains(number) { dialogue.say(entry.words, after: "\(number + 1). ") }
                number += 1
            } else if page.contains(number) {
                dialogue.say(entry.words, after: "")
            }
        }
    }

    private var title: String {
        let total = pattern.isEmpty ? rows.total ?? choices.count : choices.count
        let shown = pattern.isEmpty ? "" : ", with \(pattern)"
        let isKnown = rows.total != nil || !pattern.isEmpty || !hasMore
        guard total > PlainMenu.pageSize || !pattern.isEmpty else { return rows.title }
        return rows.title + shown + (isKnown ? ", \(total) in all" : ", more than \(PlainMenu.pageSize)")
    }

    // MARK: What is typed

    /// Asks until something is understood.
    mutating func ask() throws -> Step {
        while true {
            guard let typed = dialogue.ask(prompt) else { return .outcome(.leave) }
            if let step = try take(typed) { return step }
        }
    }

    /// - Returns: Nil to ask on.
    private mutating func take(_ typed: String) throws -> Step? {
        if let number = Int(typed) {
            guard let choose = choice(number)?.choose else { return unknown(typed) }
            return try step(choose)
        }
        switch typed {
        case "" where menu.isRoot: return nil
        case "": return .outcome(.back)
        case "q": return .outcome(.leave)
        case "?":
            for line in help { dialogue.say(line, after: "") }
            return nil
        case "m" where hasMore:
            first += PlainMenu.pageSize
            return .again
        case "r":
            first = 0
            return .again
        case "u": return try step { try menu.desk.undoOrSay() }
        default: break
        }
        let (letter, rest) = Self.parts(of: typed)
        if let key = rows.keys.first(where: { $0.letter == letter }) { return try step { try key.choose(rest) } }
        switch letter {
        case "/":
            (pattern, first) = (rest, 0)
            return .again
        case "p":
            guard let topic = rest.isEmpty ? rows.topic : Int(rest).flatMap(choice)?.topic else {
                return unknown(typed)
            }
            return try step { try menu.desk.setUp(topic) }
        case "x":
            guard let session = Int(rest).flatMap(choice)?.session else { return unknown(typed) }
            return try step { try menu.desk.end(session) }
        default: return unknown(typed)
        }
    }

    private func choice(_ number: Int) -> PlainEntry? { choices[number: number] }

    private func unknown(_ typed: String) -> Step? {
        dialogue.say("\(Dialogue.quoted(typed)): not one of these; ? says what can be typed.", after: "")
        return nil
    }

    /// A letter and what follows it, with or without a space between them.
    private static func parts(of typed: String) -> (letter: String, rest: String) {
        guard let first = typed.first else { return ("", "") }
        let rest = typed.dropFirst()
        // `/tcp`, but no word that begins with a key's letter.
        guard first == "/" || rest.isEmpty || rest.first == " " else { return (typed, "") }
        return (String(first), String(rest.trimmed))
    }

    private func step(_ choose: () throws -> PlainOutcome) throws -> Step {
        switch try menu.desk.attempt(choose) {
        case .leave: .outcome(.leave)
        case .back: .again
        case .stay: .silently
        }
    }

    // MARK: What can be typed

    private var prompt: String {
        var parts = choices.isEmpty ? [] : ["a number"]
        if hasMore { parts.append("m for more") }
        if rows.topic != nil { parts.append("p to practise") }
        parts += rows.keys.filter(\.isPrompted).map { "\($0.letter) to \($0.words)" }
        parts.append("? for help")
        if !menu.isRoot { parts.append("Enter to go back") }
        parts.append("q to leave")
        let words = parts.joined(separator: ", ")
        return words.prefix(1).uppercased() + words.dropFirst() + ":"
    }

    private var help: [String] {
        var lines = choices.isEmpty ? [] : ["a number: open what has it"]
        if hasMore { lines.append("m: more of them") }
        lines.append("r: all of this again")
        if rows.topic != nil { lines.append("p: practise what is here") }
        if choices.contains(where: { $0.topic != nil }) { lines.append("p 2: practise what is numbered 2") }
        if choices.contains(where: { $0.session != nil }) {
            lines.append("x 2: end the session numbered 2; its answers stay")
        }
        if !rows.keys.contains(where: { $0.letter == "/" }), !choices.isEmpty || !pattern.isEmpty {
            lines.append("/ and letters: only what has them, the best first; / alone: all")
        }
        lines += rows.keys.map { "\($0.form ?? $0.letter): \($0.words)" }
        lines.append("u: take the last thing back")
        if !menu.isRoot { lines.append("Enter: go back") }
        return lines + ["q: leave; everything is saved"]
    }
}
