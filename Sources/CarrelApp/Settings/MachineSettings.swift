import CarrelTerminal

/// How Carrel looks and sounds on this machine: kept in a file of its own, never with the learner's work.
struct MachineSettings: Equatable, Sendable {
    enum Key: String, CaseIterable, Sendable {
        case theme, density, ascii, mouse, textWidth, bell, color

        /// Every value it may have, in the order a learner goes through them.
        var values: [String] {
            switch self {
            // Files bring more.
            case .theme: ThemeEntry.builtIn.map(\.name)
            case .color: ["auto", "on", "off"]
            case .density: ["comfortable", "compact"]
            case .ascii: ["auto", "on"]
            case .mouse, .bell: ["off", "on"]
            case .textWidth: stride(from: 60, through: 120, by: 10).map { "\($0)" }
            }
        }

        /// What it is until somebody chooses.
        var usual: String {
            switch self {
            case .theme: Theme.terminal.name
            case .density: "comfortable"
            case .ascii, .color: "auto"
            case .mouse, .bell: "off"
            case .textWidth: "\(PageLayout().readableColumns)"
            }
        }

        /// Whether `value` may stand in the file; a width may also lie between those that are offered.
        func allows(_ value: String) -> Bool {
            if self == .theme { return ThemeLibrary.isAllowed(value) }
            guard self == .textWidth else { return values.contains(value) }
            return Int(value).map { MachineSettings.textWidths.contains($0) && "\($0)" == value } ?? false
        }

        /// What is allowed, in words.
        var allowed: String {
            if self == .theme { return "a name that carrel themes lists" }
            guard self == .textWidth else { return values.joined(separator: " or ") }
            return "a number from \(MachineSettings.textWidths.lowerBound) to \(MachineSettings.textWidths.upperBound)"
        }
    }

    static let textWidths = 60...120

    /// What differs from the usual; each is one that is allowed.
    private var chosen: [(key: Key, value: String)] = []
    /// What the file of the chosen theme says; nil for the built-in ones.
    private var readTheme: Theme?

    subscript(key: Key) -> String {
        get { chosen.first { $0.key == key }?.value ?? key.usual }
        set {
            guard key.allows(newValue) else { return }
            chosen.removeAll { $0.key == key }
            if newValue != key.usual { chosen.append((key, newValue)) }
        }
    }

    static func == (one: MachineSettings, other: MachineSettings) -> Bool {
        Key.allCases.allSatisfy { one[$0] == other[$0] } && one.theme == other.theme
    }

    /// The value `step` places after the one in force; past the last comes the first.
    ///
    /// - Parameter offered: What there is to choose from; nil for what is always there.
    func value(of key: Key, after step: Int, among offered: [String]? = nil) -> String {
        var all = offered ?? key.values
        let current = self[key]
        // One that only the file can hold has its place among the others.
        if !all.contains(current) { all = (all + [current]).sorted { (Int($0) ?? 0) < (Int($1) ?? 0) } }
        let index = all.firstIndex(of: current) ?? 0
        return all[(index + step + all.count) % all.count]
    }

    var theme: Theme {
        get {
            let name = self[.theme]
            if let readTheme, readTheme.name == name { return readTheme }
            return ThemeEntry.builtIn.first { $0.name == name }?.theme ?? .terminal
        }
        set {
            self[.theme] = newValue.name
            readTheme = newValue
        }
    }
    var colour: Terminal.ColourChoice {
        switch self[.color] {
        case "on": .on
        case "off": .off
        default: .automatic
        }
    }
    var layout: PageLayout {
        PageLayout(
            readableColumns: Int(self[.textWidth]) ?? PageLayout().readableColumns,
            isCompact: self[.density] == "compact")
    }
    var forcesASCII: Bool { self[.ascii] == "on" }
    var usesMouse: Bool { self[.mouse] == "on" }
    var ringsBell: Bool { self[.bell] == "on" }
}
