/// What was typed on a device so far.
enum History {
    /// Lines that network gear keeps.
    private static let keptByGear = 20

    /// Numbered, as shells list it, `history 5` the last five; where another command stands for it, as network gear
    /// does.
    static func history(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let typed = invocation.entered.filter { entry in
            entry.device == scope.device && !entry.command.allSatisfy { $0 == " " || $0 == "\t" }
        }.map(\.command)
        guard invocation.name == "history" else {
            return CommandOutput(text: typed.suffix(keptByGear).map { "  \($0)\n" }.joined())
        }
        var first = 0
        if let argument = invocation.arguments.first?.text {
            guard let count = Int(argument), count >= 0 else {
                throw Complaint("bash: history: \(argument): numeric argument required")
            }
            first = max(0, typed.count - count)
        }
        let lines = typed.indices.dropFirst(first).map { index in
            let number = String(index + 1)
            return String(repeating: " ", count: max(0, 5 - number.count)) + number + "  " + typed[index] + "\n"
        }
        return CommandOutput(text: lines.joined())
    }
}
