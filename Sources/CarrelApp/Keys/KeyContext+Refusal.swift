import CarrelTerminal

extension KeyContext {
    /// Why nobody may bind `key` in this context; nil where they may.
    func refusal(of key: Key) -> String? {
        let name = KeySpelling.text(of: key)
        switch key {
        case .escape: return "esc always closes or goes back; it needs no name here"
        case .control(let letter) where "hmiqs\\[".contains(letter): return "\(name) is the terminal's own"
        case .control("c"): return "\(name) does the same everywhere"
        case .enter, .newline, .up, .down:
            return self == .writing || self == .field && key != .enter && key != .newline
                ? "\(name) belongs to the text" : nil
        case .char(let character):
            if isField { return "\(name) is text there" }
            return isReserved(character) ? "\(name) is kept for the labels of answers, or for no key at all" : nil
        default: return isField && key.isText ? "\(name) edits the text" : nil
        }
    }

    /// While a question is open its labels are no commands, and some keys do nothing on any question.
    private func isReserved(_ character: Character) -> Bool {
        guard isQuestion else { return false }
        let lower = Character(character.lowercased())
        switch self {
        case .question, .besideField, .ordering, .matching, .hotspot, .exam, .examOrdering, .examMatching,
            .examHotspot, .simulationCommands, .examSimulation:
            return ("a"..."i").contains(lower) || ("1"..."9").contains(character) || "gGhl/".contains(character)
        case .grading: return ("a"..."i").contains(character) || "gGhl/".contains(character)
        case .answered, .missing, .confidence, .examMissing:
            return ("a"..."i").contains(character) || ("1"..."9").contains(character) && self != .confidence
                || "gGhl/".contains(character)
        default: return false
        }
    }
}
