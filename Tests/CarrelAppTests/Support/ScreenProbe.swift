import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

/// A desk without a terminal: opens screens, takes keys by name and shows what a learner would see.
struct ScreenProbe {
    var desk: Desk
    var columns: Int
    var rows: Int
    var glyphs = Glyphs.unicode
    var now = Moment.noon

    /// A desk with Home and, on top of it, what is named.
    init(
        _ destinations: Destination..., columns: Int = 80, rows: Int = 24, perform: @escaping Desk.Performer,
        edit: @escaping (String) -> Result<String, Refusal> = { .success($0) }
    ) {
        self.columns = columns
        self.rows = rows
        desk = Desk(
            columns: columns, rows: rows, perform: perform,
            outside: Outside(edit: edit, copy: { _ in .sent }, visit: { .success("opened \($0)") }))
        for destination in [.home] + destinations { desk.open(destination, at: now) }
    }

    init(_ destinations: Destination..., columns: Int = 80, rows: Int = 24, on store: ScriptedStore) {
        self.columns = columns
        self.rows = rows
        desk = Desk(
            columns: columns, rows: rows, perform: { store.perform($0) },
            outside: Outside(
                edit: { store.edit($0) }, copy: { store.copy($0) }, visit: { store.visit($0) },
                redraw: { store.terminal("redraw") }, suspend: { store.terminal("suspend") },
                switchMouse: {
                    store.terminal("mouse")
                    return "mouse on"
                }))
        for destination in [.home] + destinations { desk.open(destination, at: now) }
    }

    /// Presses keys one after the other, each seen before the next: `down down enter`.
    mutating func press(_ names: String) {
        for key in keys(names) { _ = desk.handle([.key(key)], at: now) }
    }

    /// Sends keys in one batch, as they come when a learner types ahead.
    ///
    /// - Returns: Whether the rest was dropped at a barrier.
    @discardableResult
    mutating func typeAhead(_ names: String) -> Bool { desk.handle(keys(names).map { .key($0) }, at: now) }

    /// Types a text, a key a character.
    mutating func type(_ text: String) {
        for character in text { _ = desk.handle([.key(.char(character))], at: now) }
    }

    mutating func send(_ events: TerminalEvent...) {
        // A click means what is drawn where it falls.
        desk.targets = canvas.targets
        _ = desk.handle(events, at: now)
    }

    mutating func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        desk.resize(columns: columns, rows: rows, at: now)
    }

    mutating func wait(seconds: Int64) { now.at = now.at.adding(seconds: seconds) }

    var canvas: Canvas { canvas(loading: nil) }

    func canvas(loading: LoadingProgress?) -> Canvas {
        var canvas = Canvas(columns: columns, rows: rows, glyphs: glyphs)
        desk.draw(on: &canvas, glyphs: glyphs, now: now, loading: loading)
        return canvas
    }

    var lines: [String] { canvas.lines }

    /// The whole screen, as it would be printed.
    var text: String { lines.joined(separator: "\n") }

    var title: String { lines.first ?? "" }

    /// The last line: keys, or a message.
    var hints: String { lines.last ?? "" }

    /// The screen on top.
    func top<Kind: Screen>(as kind: Kind.Type = Kind.self) throws -> Kind { try #require(desk.top as? Kind) }

    private func keys(_ names: String) -> [Key] {
        names.split(separator: " ").compactMap { name in
            let key = Key(named: String(name))
            if key == nil { Issue.record("no key is named \(name)") }
            return key
        }
    }
}

extension Moment {
    /// Monday, 21 September 2026, noon UTC.
    static let noon = Moment(at: Timestamp(milliseconds: 1_789_992_000_000), zone: 0)
}
