import CarrelCore
import CarrelTerminal

/// The map of an exam's items: numbered cells, or a list with the beginnings of the questions.
struct ExamOverview: Equatable, Sendable {
    enum Filter: CaseIterable, Equatable, Sendable { case all, unanswered, flagged, unseen }

    enum Outcome: Equatable, Sendable {
        case nothing, close, finish, help
        case go(Int)
        case flag(String)
        case say(String)
    }

    let items: [String]
    let position: Int
    /// With how many parts of an answer each that has any: options chosen, items placed, pairs.
    private var given: [String: Int]
    /// The rules let one go to this item.
    var isReachable: [Bool]
    var flagged: Set<String> { didSet { settle() } }
    /// Items that were on screen, from 0.
    let seen: Set<Int>
    /// Items of each part, from 0; a single one where the exam has no parts.
    var parts: [Range<Int>] = []
    /// Nothing is told of an item before it is reached.
    var hidesAhead = false
    private(set) var filter = Filter.all
    var isList = false
    private(set) var isByDomain = false
    /// The item under the pointer.
    private(set) var cursor: Int
    /// Digits typed so far.
    private(set) var typed = ""
    private(set) var titles = ItemTitles() { didSet { settle() } }
    /// What is typed to pick among the items; nil while nothing may be.
    var narrowing: Narrowing?
    private var columns = 80
    private var rows = 24
    /// The first line in sight.
    private(set) var top = 0

    /// - Parameter isReachable: Whether the rules let one go to an item.
    init(_ session: StudySession, position: Int, seen: Set<Int>, isReachable: (Int) -> Bool = { _ in true }) {
        items = session.items.map(\.questionId)
        self.position = position
        given = session.givenParts
        flagged = session.marks.flagged
        self.seen = seen
        self.isReachable = items.indices.map(isReachable)
        cursor = position
    }

    var answered: Int { given.count }

    func isAnswered(_ question: String) -> Bool { given[question] != nil }

    /// Answered with more or fewer parts than are asked for.
    func isIncomplete(_ question: String) -> Bool { titles.isIncomplete(question, given: given[question]) }

    /// Another program wrote, or something was undone.
    mutating func renew(_ session: StudySession) {
        given = session.givenParts
        flagged = session.marks.flagged
    }

    /// The pointer is at what is shown, where anything is, and in sight.
    mutating func settle() {
        let shown = shown
        if !shown.contains(cursor) { cursor = shown.first { $0 > cursor } ?? shown.last ?? cursor }
        let admitted = items.indices.count(where: isAdmitted)
        narrowing?.tell(found: shown.count, isWhole: true, of: admitted)
        reveal()
    }

    /// Scrolls as little as brings the pointer in sight, with the name of the domain that stands over it.
    private mutating func reveal() {
        let lines = lines
        let place = lines.firstIndex { $0.items.contains(cursor) } ?? 0
        let head = place > 0 && lines[place - 1].heading != nil ? place - 1 : place
        if place >= top + visibleRows { top = place - visibleRows + 1 }
        top = max(0, min(top, visibleRows > 1 ? head : place, lines.count - visibleRows))
    }

    mutating func take(_ titles: ItemTitles) { self.titles = titles }

    /// - Parameter rows: Of the whole screen.
    mutating func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        reveal()
    }

    /// Between the heading and the items.
    static func gap(under rows: Int) -> Int { rows > 8 ? PageLayout.current.gapRows : 0 }

    /// Lines of the map in sight: the frame, the heading and the legend have the others.
    private var visibleRows: Int { max(1, rows - 4 - 2 - Self.gap(under: rows - 4)) }

    /// Columns of a numbered cell.
    static let cell = 7
    private var perRow: Int { max(1, min(10, (columns - 4) / Self.cell)) }

    /// The items that the filter admits, and that have what is typed.
    var shown: [Int] {
        let pattern = pattern
        return items.indices.filter { isAdmitted($0) && (pattern.isEmpty || pattern.match(in: name(of: $0)) != nil) }
    }

    func isAdmitted(_ index: Int) -> Bool {
        switch filter {
        case .all: true
        case .unanswered: !isAnswered(items[index]) || isIncomplete(items[index])
        case .flagged: flagged.contains(items[index])
        case .unseen: !seen.contains(index)
        }
    }

    // MARK: Keys

    private var facts: OverviewFacts {
        OverviewFacts(
            isNarrowed: narrowing != nil,
            canGo: !typed.isEmpty || isReachable[safe: cursor] == true && shown.contains(cursor), isList: isList,
            canFlag: shown.contains(cursor) && !isHidden(cursor))
    }

    var offer: KeyOffer { isTyping ? KeyTable.listFind.offer(in: ()) : KeyTable.overview.offer(in: facts) }
    var hints: [Hint] { isTyping ? KeyTable.listFind.hints(in: ()) : KeyTable.overview.hints(in: facts) }
    var help: HelpTopic { KeyTable.overview.help(in: facts) }

    mutating func press(_ key: Key) -> Outcome {
        defer { reveal() }
        if isTyping {
            type(key)
            return .nothing
        }
        guard let action = KeyTable.overview.action(for: key, in: facts) else { return .nothing }
        if action != .digit, action != .open { typed = "" }
        switch action {
        case .up: moveRow(-1)
        case .down: moveRow(1)
        case .left: move(-1)
        case .right: move(1)
        case .first: cursor = lines.flatMap(\.items).first ?? cursor
        case .last: cursor = lines.flatMap(\.items).last ?? cursor
        case .digit:
            guard case .char(let digit) = key, typed.count < 4 else { return .nothing }
            typed.append(digit)
            if let number = Int(typed), items.indices.contains(number - 1) { cursor = number - 1 }
        case .open:
            defer { typed = "" }
            if typed.isEmpty { return shown.contains(cursor) ? .go(cursor) : .nothing }
            guard let number = Int(typed), items.indices.contains(number - 1) else {
                return .say("there is no item \(typed); items are numbered from 1 to \(items.count)")
            }
            return .go(number - 1)
        case .flag: return facts.canFlag ? .flag(items[cursor]) : .nothing
        case .filter:
            let all = Filter.allCases
            filter = all[((all.firstIndex(of: filter) ?? 0) + 1) % all.count]
            settle()
        case .find: narrow()
        case .showAll: widen()
        case .list: isList.toggle()
        case .byDomain: isByDomain.toggle()
        case .finish: return .finish
        case .help: return .help
        case .close: return .close
        }
        return .nothing
    }

    mutating func point(_ index: Int) -> Outcome {
        guard shown.contains(index) else { return .nothing }
        defer {
            cursor = index
            reveal()
        }
        return index == cursor ? .go(index) : .nothing
    }

    private mutating func move(_ step: Int) {
        let order = lines.flatMap(\.items)
        guard let place = order.firstIndex(of: cursor) ?? order.indices.first else { return }
        let wanted = place + step
        if order.indices.contains(wanted) { cursor = order[wanted] }
    }

    /// To the line above or below that has items, at the same place of it or its last.
    mutating func moveRow(_ step: Int) {
        let rows = lines.map(\.items).filter { !$0.isEmpty }
        guard let row = rows.firstIndex(where: { $0.contains(cursor) }), rows.indices.contains(row + step),
            let place = rows[row].firstIndex(of: cursor)
        else { return }
        let wanted = rows[row + step]
        cursor = wanted[min(place, wanted.count - 1)]
    }

    // MARK: Lines

    /// A line of the map: items side by side, or the name of the domain or the part that comes.
    struct Line {
        var items: [Int] = []
        var heading: String?
    }

    var lines: [Line] {
        let width = isList ? 1 : perRow
        guard let group else { return Self.lines(of: shown, width: width) }
        var names: [String] = []
        var groups: [String: [Int]] = [:]
        for index in shown {
            let name = group(index)
            if groups[name] == nil { names.append(name) }
            groups[name, default: []].append(index)
        }
        // Parts come as the exam has them.
        let named = names.filter { $0 != Self.notReached }
        let ordered = (isByDomain ? named.sorted() : named) + names.filter { $0 == Self.notReached }
        return ordered.flatMap { name in
            [Line(heading: name)] + Self.lines(of: groups[name] ?? [], width: width)
        }
    }

    /// Of items of which nothing is told yet.
    static let notReached = "Not reached"

    /// Nothing is told of the item yet.
    func isHidden(_ item: Int) -> Bool { hidesAhead && !seen.contains(item) }

    /// The name of what an item stands under; nil where all stand together.
    var group: ((Int) -> String)? {
        if isByDomain {
            return { isHidden($0) ? Self.notReached : titles.domains[items[$0]] ?? "No domain" }
        }
        guard parts.count > 1 else { return nil }
        return { item in
            let part = parts.firstIndex { $0.contains(item) } ?? 0
            return "Part \(part + 1)"
        }
    }

    private static func lines(of items: [Int], width: Int) -> [Line] {
        stride(from: 0, to: items.count, by: width).map {
            Line(items: Array(items[$0..<min($0 + width, items.count)]))
        }
    }
}

/// What the items of an overview are called.
struct ItemTitles: Equatable, Sendable {
    /// By question id.
    var stems: [String: String] = [:]
    /// Names of domains by question id.
    var domains: [String: String] = [:]
    /// How many parts of an answer are asked for, by question id; those that leave it open are missing.
    var asked: [String: Int] = [:]

    /// - Parameter given: How many parts an answer has; nil without one.
    func isIncomplete(_ question: String, given: Int?) -> Bool {
        guard let given, let asked = asked[question] else { return false }
        return given != asked
    }
}

extension StudySession {
    /// How many parts the answer of each answered item has: options chosen, items placed, pairs.
    var givenParts: [String: Int] {
        let parts = items.compactMap { item -> (String, Int)? in
            guard isAnswered(item.questionId), let selection = answers[item.questionId]?.selection else { return nil }
            return (item.questionId, selection.ids.count + selection.pairs.count)
        }
        return Dictionary(parts) { first, _ in first }
    }
}
