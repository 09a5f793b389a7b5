/// `NAME=value` before a command, or for itself.
struct Assignment {
    var name: String
    var value: String

    /// Nil where the word is none.
    init?(_ word: LineWord) {
        let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isName(parts[0]) else { return nil }
        (name, value) = (String(parts[0]), String(parts[1]))
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.first, first == "_" || first.isASCII && first.isLetter else { return false }
        return text.allSatisfy { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}

extension SimulationScope {
    /// A variable of the shell: one of the environment, or one that no program is given.
    func variable(_ name: String) -> String? { value(of: "env.\(name)") ?? value(of: "variable.\(name)") }

    /// What is in the environment already is changed there.
    mutating func assign(_ assignment: Assignment) {
        let isExported = value(of: "env.\(assignment.name)") != nil
        set((isExported ? "env." : "variable.") + assignment.name, assignment.value)
    }
}
