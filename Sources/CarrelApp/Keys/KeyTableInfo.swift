import CarrelTerminal

/// A table of keys whatever its facts and actions are: for `config.yaml`, the manual, and checks.
struct KeyTableInfo: Sendable {
    /// What one action's keys are, those of all its bindings together.
    struct Row: Equatable, Sendable {
        var action: String
        var keys: [Key]
        var help: String
        /// Each of its keys means something of its own: the labels of answers.
        var isLabels: Bool
    }

    /// Two actions on one key that can be possible at once.
    struct Clash: Equatable, Sendable {
        var key: Key
        /// The action of this table, and the one of this table or of the desk.
        var action: String
        var other: String
        var otherContext: KeyContext
    }

    let context: KeyContext
    private let makeRows: @Sendable (Keymap) -> [Row]
    private let makeClashes: @Sendable (Keymap) -> [Clash]
    private let findTextOnly: @Sendable (String) -> Bool

    init<Facts, Action>(_ table: KeyTable<Facts, Action>) {
        context = table.name
        makeRows = { keymap in
            var rows: [Row] = []
            for binding in table.bound(by: keymap) {
                if let index = rows.firstIndex(where: { $0.action == binding.action.name }) {
                    rows[index].keys += binding.keys.filter { !rows[index].keys.contains($0) }
                } else {
                    rows.append(
                        Row(
                            action: binding.action.name, keys: binding.keys, help: binding.help,
                            isLabels: binding.shown != nil))
                }
            }
            return rows
        }
        makeClashes = { table.clashes(in: $0) }
        findTextOnly = { name in
            table.bindings.allSatisfy { $0.action.name != name || table.isInText($0) }
        }
    }

    /// The actions in the table's order.
    func rows(in keymap: Keymap) -> [Row] { makeRows(keymap) }

    func clashes(in keymap: Keymap) -> [Clash] { makeClashes(keymap) }

    /// Whether every binding of an action is met while a field has the printable keys.
    func isTextOnly(_ action: String) -> Bool { findTextOnly(action) }

    /// All there are, in the order in which they are documented.
    static var all: [KeyTableInfo] {
        [
            KeyTableInfo(.desk), KeyTableInfo(.goTo), KeyTableInfo(.list), KeyTableInfo(.listFind),
            KeyTableInfo(.choice), KeyTableInfo(.field), KeyTableInfo(.fieldCommands), KeyTableInfo(.confidence),
            KeyTableInfo(.grading), KeyTableInfo(.answered), KeyTableInfo(.missing), KeyTableInfo(.reader),
            KeyTableInfo(.find), KeyTableInfo(.search), KeyTableInfo(.filter), KeyTableInfo(.setUp),
            KeyTableInfo(.dialog), KeyTableInfo(.summary), KeyTableInfo(.settings), KeyTableInfo(.settingField),
            KeyTableInfo(.writing), KeyTableInfo(.questionMenu), KeyTableInfo(.corrections),
            KeyTableInfo(.keyCorrection), KeyTableInfo(.palette), KeyTableInfo(.themes),
            KeyTableInfo(.ordering), KeyTableInfo(.matching), KeyTableInfo(.hotspot), KeyTableInfo(.exam),
            KeyTableInfo(.examOrdering), KeyTableInfo(.examMatching), KeyTableInfo(.examHotspot),
            KeyTableInfo(.examMissing), KeyTableInfo(.examTimeUp), KeyTableInfo(.overview), KeyTableInfo(.simulation),
            KeyTableInfo(.simulationCommands), KeyTableInfo(.examSimulation),
        ]
    }
}

extension KeyTable {
    /// Keys that more than one action has at a time, the desk's own keys with them: those are asked first.
    fileprivate func clashes(in keymap: Keymap) -> [KeyTableInfo.Clash] {
        let bound = bound(by: keymap)
        var clashes: [KeyTableInfo.Clash] = []
        var known: [Facts]?
        for (index, binding) in bound.enumerated() {
            for other in bound[(index + 1)...] where other.action != binding.action {
                guard let key = binding.keys.first(where: other.keys.contains) else { continue }
                let cases = known ?? self.cases()
                known = cases
                guard cases.contains(where: { binding.isPossible($0) && other.isPossible($0) }) else { continue }
                clashes.append(
                    KeyTableInfo.Clash(
                        key: key, action: binding.action.name, other: other.action.name, otherContext: name))
            }
        }
        guard name != .everywhere, name != .goTo else { return clashes }
        let facts = DeskFacts(context: name, isText: name.isField, isSlow: true)
        for own in KeyTable<DeskFacts, DeskAction>.desk.bound(by: keymap) where own.isPossible(facts) {
            for binding in bound {
                guard let key = own.keys.first(where: binding.keys.contains) else { continue }
                clashes.append(
                    KeyTableInfo.Clash(
                        key: key, action: binding.action.name, other: own.action.name, otherContext: .everywhere))
            }
        }
        return clashes
    }
}
