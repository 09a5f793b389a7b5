import CarrelCore

// A simulation in an exam: each line is run on the device and is on disk before its output is shown.

extension PlainExam {
    private static let consoleHelp = [
        ":device NAME: go to another device", ":reset: begin this item anew",
        "and with a colon before it, each of these:",
    ]

    /// - Returns: Where it leads; nil to ask on.
    mutating func type(_ typed: String) throws -> Outcome? {
        switch typed {
        case ":?":
            dialogue.say(Self.consoleHelp)
            return try take("?")
        case ":answer", ":n", ":":
            let position = position
            if let response = console?.response, standing?.confidence == nil,
                let outcome = try weigh(.none, response: response)
            {
                return outcome
            }
            // The time of a part may have ended while the question was open.
            return position == self.position ? try take("") : nil
        case ":reset":
            guard console?.response != nil else {
                dialogue.say("Nothing was entered yet.")
                return nil
            }
            console?.reset()
            dialogue.say(keepConsole() ? "Begun anew; :u takes that back." : "Not begun anew.")
        case _ where typed.hasPrefix(":device"):
            let name = String(typed.dropFirst(":device".count).drop { $0 == " " })
            if let fault = console?.go(to: name) { dialogue.say(fault) }
        case _ where typed.hasPrefix(":"): return try take(String(typed.dropFirst()))
        case "?" where console?.answersQuestionMark == false: return try type(":?")
        default:
            guard var trial = console else { return nil }
            let lines = trial.run(typed)
            guard !trial.asksHelp(typed) else {
                dialogue.say(lines)
                return nil
            }
            let before = console
            console = trial
            guard keepConsole() else {
                console = before
                return nil
            }
            dialogue.say(lines)
        }
        return nil
    }

    /// - Returns: Whether what was entered is on disk.
    private mutating func keepConsole() -> Bool {
        give(.none, response: console?.response, confidence: nil)
    }
}
