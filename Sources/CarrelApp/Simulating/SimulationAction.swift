import CarrelTerminal

/// What is done where a simulation is answered.
enum SimulationAction: Hashable, Sendable {
    case run, complete, dropLine, previousLine, nextLine, pageUp, pageDown, leaveMode, endModes, clear, toCommands,
        toPrompt, reset
    /// From 0.
    case device(Int)
    /// What may stand next, on network gear.
    case listHelp

    /// Nil for an action of the question's screen that is not the prompt's.
    init?(_ action: QuestionAction, key: Key) {
        switch action {
        case .run: self = .run
        case .complete: self = .complete
        case .dropLine: self = .dropLine
        case .olderLine: self = .previousLine
        case .newerLine: self = .nextLine
        case .scrollBack: self = .pageUp
        case .scrollOn: self = .pageDown
        case .leaveMode: self = .leaveMode
        case .endModes: self = .endModes
        case .clearPrompt: self = .clear
        case .listHelp: self = .listHelp
        case .leaveField: self = .toCommands
        case .enterField: self = .toPrompt
        case .device:
            guard case .char(let character) = key, let number = character.wholeNumberValue else { return nil }
            self = .device(number - 1)
        default: return nil
        }
    }
}
