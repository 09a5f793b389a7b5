import CarrelCore
import CarrelTerminal

/// The list of commands: what can be done on the screen under it, and where one can go, found by a few letters.
///
/// Made from the key tables that handle the keys. A command is run by the key that does it, so there is none here that
/// would do something else or nothing.
struct CommandPalette: Sendable {
    /// What a row does.
    enum Choice: Hashable, Sendable {
        /// Does what a key of the screen under it does.
        case command(String)
        case desk(DeskAction)
        case place(Place)
    }

    struct Entry: Equatable, Sendable {
        var choice: Choice
        var text: String
        var keys: [[Key]]

        /// The row in words, its keys by name.
        var heard: String {
            let names = keys.prefix(2).map { $0.map(\.heard).joined(separator: " ") }
            return ([text] + names).joined(separator: ", ")
        }
    }

    /// What a key came to.
    enum Outcome: Equatable, Sendable {
        case stay, close
        case run(Choice)
    }

    let entries: [Entry]
    private let recent: [Choice]
    private var field = LineEditor()
    private var found: [(entry: Entry, marked: [Int])] = []
    private var list = ListView()

    /// - Parameter recent: What was chosen before, the last first.
    init(_ entries: [Entry], recent: [Choice], rows: Int) {
        self.entries = entries
        self.recent = recent
        find()
        resize(rows: rows)
    }

    /// What is possible now: what a screen offers, where one can go, and what the desk itself does.
    static func entries(of offer: KeyOffer, desk: DeskFacts, here: Place?, canUndo: Bool) -> [Entry] {
        let offered = offer.commands.filter { canUndo || $0.name != ListAction.undo.name }
        let commands = offered.map { command in
            (
                entry: Entry(
                    choice: .command(command.name), text: text(command), keys: command.keys.map { [$0] }),
                isHinted: command.isHinted
            )
        }
        // Some actions have several bindings, each with keys of its own.
        var merged: [(entry: Entry, isHinted: Bool)] = []
        for command in commands {
            if let index = merged.firstIndex(where: { $0.entry.choice == command.entry.choice }) {
                merged[index].entry.keys += command.entry.keys
            } else {
                merged.append(command)
            }
        }
        let last = merged.filter { moves.contains($0.entry.choice) }
        let others = merged.filter { !moves.contains($0.entry.choice) }
        let ways = desk.isHeld ? [] : KeyTable.goTo.bound.filter { $0.isPossible(GoToFacts(here: here)) }
        let desk = KeyTable.desk.offer(in: desk)
        let prefix = desk.commands.first { $0.name == DeskAction.goTo.name }?.trigger
        let places = ways.compactMap { binding in
            binding.action.place.map { place in
                Entry(
                    choice: .place(place), text: binding.help,
                    keys: prefix.map { prefix in binding.keys.map { [prefix, $0] } } ?? [])
            }
        }
        let own = desk.commands.compactMap { command in
            DeskAction(rawValue: command.name).flatMap { action in
                action == .palette
                    ? nil : Entry(choice: .desk(action), text: text(command), keys: command.keys.map { [$0] })
            }
        }
        return (others.filter(\.isHinted) + others.filter { !$0.isHinted }).map(\.entry) + places + own
            + last.map(\.entry)
    }

    /// Last in the list: nobody looks for them by name.
    static let moves: Set<Choice> = Set(
        ["up", "down", "pageUp", "pageDown", "first", "last"].map { Choice.command($0) })

    /// Its sentence, after its name where the sentence does not hold that.
    private static func text(_ command: KeyCommand) -> String {
        command.help.holds(command.label) ? command.help : "\(command.label): \(command.help)"
    }

    // MARK: Finding

    /// The best first; of those that fit alike, what was chosen before, then as the screen has them.
    private mutating func find() {
        let pattern = FuzzyPattern(field.text)
        var matches: [(entry: Entry, match: FuzzyPattern.Match, rank: Int)] = []
        for (order, entry) in entries.enumerated() {
            guard let match = pattern.match(in: entry.text) else { continue }
            let age = recent.firstIndex(of: entry.choice) ?? recent.count
            matches.append((entry, match, age * entries.count + order))
        }
        matches.sort { one, other in
            one.match.score == other.match.score ? one.rank < other.rank : one.match.score > other.match.score
        }
        found = matches.map { ($0.entry, $0.match.places) }
        list.select(0, rows: rows(ascii: false))
    }

    mutating func resize(rows: Int) { list.resize(height: rows - 5, rows: self.rows(ascii: false)) }

    private func rows(ascii: Bool) -> [ListRow] {
        found.map { entry, marked in
            let keys = entry.keys.prefix(2).map { keys in keys.map { $0.label(ascii: ascii) }.joined(separator: " ") }
            return ListRow(label: entry.text, marked: marked, details: [keys.joined(separator: "  ")])
        }
    }

    private var facts: PaletteFacts { PaletteFacts(hasRows: !found.isEmpty) }

    // MARK: Events

    mutating func press(_ key: Key) -> Outcome {
        guard let action = KeyTable.palette.action(for: key, in: facts) else {
            edit { _ = $0.handle(key) }
            return .stay
        }
        let rows = rows(ascii: false)
        switch action {
        case .run: return chosen
        case .up: _ = list.move(.up, rows: rows)
        case .down: _ = list.move(.down, rows: rows)
        case .pageUp: _ = list.move(.pageUp, rows: rows)
        case .pageDown: _ = list.move(.pageDown, rows: rows)
        case .close: return .close
        }
        return .stay
    }

    private var chosen: Outcome {
        found.indices.contains(list.selection) ? .run(found[list.selection].entry.choice) : .stay
    }

    mutating func paste(_ text: String) { edit { $0.insert(text) } }

    /// Follows the wheel.
    mutating func follow(_ mouse: Mouse) { list.follow(mouse, rows: rows(ascii: false)) }

    mutating func point(at row: Int) -> Outcome {
        list.isOpened(at: row, rows: rows(ascii: false)) ? chosen : .stay
    }

    private mutating func edit(_ change: (inout LineEditor) -> Void) {
        let before = field.text
        change(&field)
        if field.text != before { find() }
    }

    // MARK: Drawing

    /// Draws it over a screen, whose first line stays: it says where the commands are for.
    func draw(on canvas: inout Canvas, glyphs: Glyphs) {
        canvas.fill(x: 0, y: 2, columns: canvas.columns, rows: max(0, canvas.rows - 2))
        canvas.rule(y: canvas.rows - 2, style: .border)
        let right = min(canvas.columns, Frame.readableColumns) - 2
        let count = "\(found.count) of \(entries.count)"
        let edge = right - Columns.width(of: count)
        canvas.draw(count, x: edge, y: 2, style: .muted)
        canvas.draw(":", x: 1, y: 2, style: .key)
        let area = Area(x: 0, y: 3, columns: canvas.columns, rows: max(0, canvas.rows - 5))
        if found.isEmpty {
            let words = "No command here has that."
            canvas.draw(words, x: 3, y: area.y, style: .muted)
            canvas.heard = words
        } else {
            list.draw(rows(ascii: glyphs.isASCII), on: &canvas, in: area, glyphs: glyphs)
            canvas.heard = found.indices.contains(list.selection) ? found[list.selection].entry.heard : nil
        }
        HintBar(KeyTable.palette.hints(in: facts)).draw(on: &canvas, glyphs: glyphs)
        field.draw(on: &canvas, x: 3, y: 2, columns: max(1, edge - 5), rows: 1, isFocused: true)
    }
}
