import CarrelTerminal

/// What keys do where a simulation is answered. At its prompt every printable key is text.
enum SimulationAction: Hashable, Sendable {
    case run, complete, previousLine, nextLine, pageUp, pageDown, dropLine, clearScreen, endMode, leaveMode
    case toCommands, toPrompt
    /// From 0.
    case device(Int)
    case askReset, reset
    /// What may stand next, on network gear.
    case listHelp
}

extension SimulationAction {
    /// At the prompt; nil for keys that are text or edit it.
    static func atPrompt(_ key: Key, helpsOnQuestionMark: Bool) -> SimulationAction? {
        switch key {
        case .enter: .run
        case .tab: .complete
        case .up, .control("p"): .previousLine
        case .down, .control("n"): .nextLine
        case .pageUp: .pageUp
        case .pageDown: .pageDown
        case .control("c"): .dropLine
        case .control("l"): .clearScreen
        case .control("z"): .endMode
        case .control("d"): .leaveMode
        case .escape: .toCommands
        case .char("?") where helpsOnQuestionMark: .listHelp
        default: nil
        }
    }

    /// Beside the prompt.
    static func besidePrompt(_ key: Key, devices: Int) -> SimulationAction? {
        switch key {
        case .tab: .toPrompt
        case .pageUp, .control("u"): .pageUp
        case .pageDown, .control("d"): .pageDown
        case .char("r"): .askReset
        case .char(let character):
            character.wholeNumberValue.flatMap { (1...devices).contains($0) ? .device($0 - 1) : nil }
        default: nil
        }
    }
}
