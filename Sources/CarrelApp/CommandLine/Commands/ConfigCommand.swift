import CarrelTerminal

/// `carrel config`: how this machine is set, where that comes from, and what is wrong with it.
struct ConfigCommand: CommandLineCommand {
    enum What: String, CaseIterable { case show, path, check, keys }

    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape = """
        show: {path, settings: [{key, value, usual, line?}], keys: [{context, action, keys: [text], usual: [text], line}]}
        path: {path}
        check: {path, faults: [text]}
        keys: [{context, action, keys: [text], usual: [text], help, line?}]
        """

    private struct Setting: Encodable {
        var key, value, usual: String
        var line: Int?
    }

    private struct Keys: Encodable {
        var context, action: String
        var keys, usual: [String]
        var help: String?
        var line: Int?
    }

    private struct Shown: Encodable {
        var path: String
        var settings: [Setting]
        var keys: [Keys]
    }

    private struct Path: Encodable { var path: String }

    private struct Checked: Encodable {
        var path: String
        var faults: [String]
    }

    /// - Returns: 1 where a check finds faults.
    func run() throws -> Int32 {
        guard let path = places.configuration else {
            throw UsageError("there is no place for config.yaml: set HOME or XDG_CONFIG_HOME")
        }
        let what = invocation.operands.first.flatMap(What.init) ?? .show
        let machine = MachineConfiguration(path: path, themes: places.themes)
        switch what {
        case .show: try show(machine, path: path)
        case .path: try say(Path(path: path), lines: [path])
        case .check:
            let words = machine.faults.isEmpty ? ["nothing is wrong in \(path)"] : machine.faults
            try say(Checked(path: path, faults: machine.faults), lines: words)
            return machine.faults.isEmpty ? 0 : 1
        case .keys:
            let keys = Self.keys(of: machine)
            let table = TextTable(
                headings: [
                    ("CONTEXT", .start), ("ACTION", .start), ("KEYS", .start), ("WHAT IT DOES", .start),
                ],
                rows: keys.map { [$0.context, $0.action, $0.keys.joined(separator: " "), $0.help ?? ""] })
            try say(keys, lines: table.lines(columns: Console.columns))
        }
        return 0
    }

    private func say(_ value: some Encodable, lines: [String]) throws {
        if invocation.has("--json") {
            try Console.json(value)
        } else {
            Console.say(lines.joined(separator: "\n"))
        }
    }

    private func show(_ machine: MachineConfiguration, path: String) throws {
        let settings = MachineSettings.Key.allCases.map { key in
            Setting(key: key.rawValue, value: machine.settings[key], usual: key.usual, line: machine.line(of: key))
        }
        let keys = Self.keys(of: machine).filter { $0.line != nil }.map { keys in
            var keys = keys
            keys.help = nil
            return keys
        }
        func origin(_ line: Int?) -> String { line.map { "line \($0)" } ?? "usual" }
        let table = TextTable(
            headings: [("SETTING", .start), ("VALUE", .start), ("USUAL", .start), ("FROM", .start)],
            rows: settings.map { [$0.key, $0.value, $0.usual, origin($0.line)] })
        let chosen = TextTable(
            headings: [("CONTEXT", .start), ("ACTION", .start), ("KEYS", .start), ("USUAL", .start), ("FROM", .start)],
            rows: keys.map {
                [
                    $0.context, $0.action, $0.keys.joined(separator: " "), $0.usual.joined(separator: " "),
                    origin($0.line),
                ]
            })
        let columns = Console.columns
        var lines = [path, ""] + table.lines(columns: columns)
        if !keys.isEmpty { lines += [""] + chosen.lines(columns: columns) }
        if !machine.faults.isEmpty { lines += [""] + machine.faults }
        try say(Shown(path: path, settings: settings, keys: keys), lines: lines)
    }

    /// Every action that keys can be chosen for, and those it has.
    private static func keys(of machine: MachineConfiguration) -> [Keys] {
        KeyTableInfo.all.flatMap { table in
            let rows = table.rows(in: machine.keymap)
            return zip(rows, table.rows(in: .usual)).filter { !$0.0.isLabels }.map { row, usual in
                Keys(
                    context: table.context.rawValue, action: row.action, keys: row.keys.map(KeySpelling.text),
                    usual: usual.keys.map(KeySpelling.text), help: row.help,
                    line: machine.line(of: row.action, in: table.context))
            }
        }
    }
}
