import CarrelTerminal

/// How Carrel looks and sounds on this machine: kept in a file of its own, never with the learner's work.
struct MachineSettings: Equatable, Sendable {
    enum Key: String, CaseIterable, Sendable {
        case theme, density, ascii, mouse, textWidth, bell, color
        case slowLink, motion, speak

        /// Every value it may have, in the order a learner goes through them.
        var values: [String] {
            switch self {
            // Files bring more.
            case .theme: ThemeEntry.builtIn.map(\.name)
            case .color: ["auto", "on", "off"]
            case .density: ["comfortable", "compact"]
            case .ascii: ["auto", "on"]
            case .mouse, .slowLink: ["auto", "on", "off"]
            case .bell: ["off", "on"]
            case .motion: ["full", "reduced"]
            case .speak: ["off", "espeak-ng", "spd-say -e"]
            case .textWidth: stride(from: 60, through: 120, by: 10).map { "\($0)" }
            }
        }

        /// What it is until somebody chooses.
        var usual: String {
            switch self {
            case .theme: Theme.terminal.name
            case .density: "comfortable"
            case .ascii, .color, .mouse, .slowLink: "auto"
            case .bell, .speak: "off"
            case .motion: "full"
            case .textWidth: "\(PageLayout().readableColumns)"
            }
        }

        /// Whether `value` may stand in the file; a width may also lie between those that are offered, and any
        /// command may speak.
        func allows(_ value: String) -> Bool {
            switch self {
            case .theme: ThemeLibrary.isAllowed(value)
            case .textWidth: Int(value).map { MachineSettings.textWidths.contains($0) && "\($0)" == value } ?? false
            case .speak:
                (1...200).contains(value.utf8.count) && value.contains { $0 != " " }
                    && value.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            default: values.contains(value)
            }
        }

        /// What is allowed, in words.
        var allowed: String {
            switch self {
            case .theme: "a name that carrel themes lists"
            case .textWidth:
                "a number from \(MachineSettings.textWidths.lowerBound) to \(MachineSettings.textWidths.upperBound)"
            case .speak: "off or a command that reads text and speaks it, for example espeak-ng"
            default: values.joined(separator: " or ")
            }
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
            isCompact: self[.density] == "compact", isCalm: self[.motion] == "reduced")
    }
    var forcesASCII: Bool { self[.ascii] == "on" }
    /// - Parameter isRemote: The terminal is on another machine, whose own selection of text matters more there.
    func usesMouse(isRemote: Bool) -> Bool { self[.mouse] == "on" || self[.mouse] == "auto" && !isRemote }
    var isSlow: Bool { self[.slowLink] == "on" }
    /// Whether a slow link may be asked about.
    var mayProposeSlow: Bool { self[.slowLink] == "auto" }
    /// What reads text aloud; nil for nothing.
    var speech: String? { self[.speak] == "off" ? nil : self[.speak] }
    var ringsBell: Bool { self[.bell] == "on" }
}
