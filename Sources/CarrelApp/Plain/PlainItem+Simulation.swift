import CarrelCore

// A simulation line by line: what is typed is run on the device, and what begins with a colon is meant for Carrel.

extension PlainItem {
    private static let simulationHelp =
        [
            ":answer: answer with what the devices are now", ":device NAME: go to another device",
            ":reset: begin anew", ":0: don't know, see the answer",
        ] + commands.map { ":\($0.letter): \($0.words)" }

    /// - Returns: Nil once it is answered.
    mutating func simulate(_ item: StudyItem) throws -> Outcome? {
        guard var console = PlainConsole(item, response: session.place.drafts[questionId]) else { return .missing }
        dialogue.say(PlainConsole.opening)
        dialogue.say(console.devices)
        var isResetAsked = false
        while let typed = dialogue.ask(console.prompt) {
            if typed != ":reset" { isResetAsked = false }
            switch typed {
            case ":?": dialogue.say(Self.simulationHelp)
            case "?" where !console.answersQuestionMark: dialogue.say(Self.simulationHelp)
            case ":answer":
                guard let response = console.response else {
                    dialogue.say("Nothing was entered yet; :0 if you don't know.")
                    continue
                }
                guard let confidence = weigh() else { return .leave }
                guard !confidence.isTakenBack else { continue }
                let grade = console.simulation.grade.answerGrade()
                if give(.none, response: response, grade: grade, confidence: confidence.value) { return nil }
            case ":0": if give(.none, grade: .wrong) { return nil }
            case ":reset":
                guard console.response != nil, isResetAsked else {
                    isResetAsked = console.response != nil
                    dialogue.say(
                        isResetAsked ? "All you entered goes: the same again does it." : "Nothing was entered yet.")
                    continue
                }
                console.reset()
                keep(console)
                dialogue.say("Begun anew.")
            case _ where typed.hasPrefix(":device"):
                let name = String(typed.dropFirst(":device".count).drop { $0 == " " })
                if let fault = console.go(to: name) { dialogue.say(fault) }
            case _ where typed.hasPrefix(":"):
                if let outcome = try command(String(typed.dropFirst()), help: ":?") { return outcome }
            case _ where console.asksHelp(typed): dialogue.say(console.run(typed))
            default:
                dialogue.say(console.run(typed))
                keep(console)
            }
        }
        return .leave
    }

    /// What was entered comes back with the session.
    private mutating func keep(_ console: PlainConsole) {
        session.place.drafts[questionId] = console.response
        _ = desk.keep(.keepPlace(PlacedSession(session: session.id, place: session.place)))
    }
}
