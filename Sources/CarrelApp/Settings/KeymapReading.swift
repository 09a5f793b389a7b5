import CarrelContent
import CarrelCore
import CarrelTerminal

/// Reads the `keys` of `config.yaml`: by context and action one key or a list of them.
///
/// What is wrong is told, line by line; those actions keep their usual keys.
struct KeymapReading: Sendable {
    /// Something wrong, where it stands.
    struct Fault: Equatable, Sendable {
        var line: Int
        var words: String
    }

    /// One `action: keys`, as it was understood.
    private struct Chosen {
        var context: KeyContext
        var action: String
        var line: Int
    }

    private(set) var keymap = Keymap.usual
    private(set) var faults: [Fault] = []
    /// Where what is in force was chosen.
    private var chosen: [Chosen] = []

    init(_ node: YAMLNode) {
        guard case .mapping(let contexts) = node.content else {
            tell(node.position.line, "keys: expected contexts, each with its actions, as in list: {practise: P}")
            return
        }
        let tables = KeyTableInfo.all
        for entry in contexts {
            guard let context = KeyContext(rawValue: entry.key),
                let table = tables.first(where: { $0.context == context })
            else {
                let near = Self.guess(entry.key, among: KeyContext.allCases.map(\.rawValue))
                tell(entry.position.line, "keys: no context is called \"\(entry.key.prefix(30))\"\(near)")
                continue
            }
            read(entry, of: table)
        }
        dropClashes(tables)
        faults.sort { $0.line < $1.line }
    }

    /// The line that chose an action's keys; nil where they are the usual ones.
    func line(of action: String, in context: KeyContext) -> Int? {
        chosen.first { $0.context == context && $0.action == action }?.line
    }

    private mutating func tell(_ line: Int, _ words: String) { faults.append(Fault(line: line, words: words)) }

    private static func guess(_ name: String, among known: [String]) -> String {
        NearestName.to(name, among: known).map { "; did you mean \($0)?" } ?? ", only " + known.joined(separator: ", ")
    }

    private mutating func read(_ entry: YAMLNode.Entry, of table: KeyTableInfo) {
        let context = table.context
        guard case .mapping(let actions) = entry.value.content else {
            return tell(entry.position.line, "keys: \(context.rawValue): expected actions with their keys")
        }
        let rows = table.rows(in: .usual)
        for action in actions {
            let line = action.position.line
            let place = "keys: \(context.rawValue): \(action.key.prefix(30))"
            guard let row = rows.first(where: { $0.action == action.key }) else {
                let near = Self.guess(action.key, among: rows.map(\.action))
                tell(line, "keys: \(context.rawValue): no action is called \"\(action.key.prefix(30))\"\(near)")
                continue
            }
            guard !row.isLabels else {
                tell(line, "\(place): its keys are the labels on screen")
                continue
            }
            guard let keys = keys(action.value, for: row, of: table, place: place) else { continue }
            keymap[context, row.action] = keys
            chosen.append(Chosen(context: context, action: row.action, line: line))
        }
    }

    /// Nil where one of them cannot be.
    private mutating func keys(
        _ node: YAMLNode, for row: KeyTableInfo.Row, of table: KeyTableInfo, place: String
    ) -> [Key]? {
        var keys: [Key] = []
        var nodes: [YAMLNode] = [node]
        if case .sequence(let elements) = node.content { nodes = elements }
        for node in nodes {
            guard case .scalar(let text, let style) = node.content else {
                tell(node.position.line, "\(place): expected a key or a list of keys")
                return nil
            }
            if text.isEmpty, style == .plain { continue }
            guard let key = KeySpelling.key(text) else {
                let near = KeySpelling.nearest(to: text).map { "; did you mean \($0)?" }
                tell(
                    node.position.line,
                    "\(place): \"\(text.prefix(20))\" is no key\(near ?? ", only \(KeySpelling.allowed)")")
                return nil
            }
            let isText = key.isText && table.isTextOnly(row.action)
            if let why = table.context.refusal(of: key) ?? (isText ? "\(text) is text there" : nil) {
                tell(node.position.line, "\(place): \(why)")
                return nil
            }
            if !keys.contains(key) { keys.append(key) }
        }
        guard !keys.isEmpty else {
            tell(node.position.line, "\(place): it would have no key; leave the line out for the usual ones")
            return nil
        }
        return keys
    }

    /// Of two actions on one key the one that was chosen later gives way, until no two are.
    private mutating func dropClashes(_ tables: [KeyTableInfo]) {
        let usual = tables.flatMap { $0.clashes(in: .usual) }
        while !chosen.isEmpty {
            var loser: (index: Int, words: String)?
            search: for table in tables {
                for clash in table.clashes(in: keymap) where !usual.contains(clash) {
                    let parts = [(table.context, clash.action), (clash.otherContext, clash.other)]
                    let indices = parts.compactMap { context, action in
                        chosen.lastIndex { $0.context == context && $0.action == action }
                    }
                    guard let index = indices.max() else { continue }
                    let own = chosen[index]
                    let other = own.action == clash.action && own.context == table.context ? parts[1] : parts[0]
                    let rival = other.0 == own.context ? other.1 : "\(other.1) (\(other.0.rawValue))"
                    loser = (
                        index,
                        "keys: \(own.context.rawValue): \(own.action): \(KeySpelling.text(of: clash.key)) is the key of "
                            + "\(rival) at the same time"
                    )
                    break search
                }
            }
            guard let loser else { return }
            let dropped = chosen.remove(at: loser.index)
            keymap[dropped.context, dropped.action] = nil
            tell(dropped.line, loser.words)
        }
    }
}
