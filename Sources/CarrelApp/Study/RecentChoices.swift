import CarrelCore

/// What was chosen in the list of commands last, kept among what the program remembers.
enum RecentChoices {
    private static let key = SettingChanged.rememberedPrefix + "commands"
    static let kept = 12

    /// The latest first; what this version does not know is left out.
    ///
    /// - Parameter settings: The learner's, by key.
    static func read(_ settings: [String: String]) -> [CommandPalette.Choice] {
        (settings[key] ?? "").split(separator: "\n").prefix(kept).compactMap { CommandPalette.Choice(text: String($0)) }
    }

    /// `choices` with `choice` as the latest.
    static func adding(_ choice: CommandPalette.Choice, to choices: [CommandPalette.Choice]) -> [CommandPalette.Choice]
    {
        Array(([choice] + choices.filter { $0 != choice }).prefix(kept))
    }

    static func change(to choices: [CommandPalette.Choice]) -> SettingChanged {
        SettingChanged(key: key, value: choices.map(\.text).joined(separator: "\n"))
    }
}

extension CommandPalette.Choice {
    /// As it is kept: what it is, and its name.
    fileprivate var text: String {
        switch self {
        case .command(let name): "command \(name)"
        case .desk(let action): "desk \(action.name)"
        case .place(let place): "place \(place.name)"
        }
    }

    /// Nil for what no version up to this one writes.
    fileprivate init?(text: String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "command": self = .command(parts[1])
        case "desk":
            guard let action = DeskAction(rawValue: parts[1]) else { return nil }
            self = .desk(action)
        case "place":
            guard let place = Place(rawValue: parts[1]) else { return nil }
            self = .place(place)
        default: return nil
        }
    }
}
