import CarrelCore
import CarrelJSON

// A simulation line by line: what is typed is run on the device, and what begins with a colon is meant for Carrel.

extension PlainItem {
    private static let simulationHelp = [
        ":answer  answer with what the devices are now", ":device NAME  go to another device",
        ":reset  begin anew", ":0  don't know: see the answer", ":r  the question again",
        ":s  skip, :p  back, :q  leave; what you entered is kept",
    ]

    /// - Returns: Nil once it is answered.
    mutating func simulate(_ item: StudyItem) throws -> Outcome? {
        guard case .simulation(let world) = item.question.payload, let shell = item.shell else { return .missing }
        var simulation = Simulation(world: world, shell: shell)
        let kept = session.place.drafts[questionId].flatMap { try? JSONText.decode([SimulationEntry].self, from: $0) }
        simulation.replay(kept ?? [])
        var device = simulation.firstDevice
        dialogue.say("Lines are run as on the device; nothing runs on this machine. :answer answers, :? says more.")
        while let typed = dialogue.ask(simulation.prompt(of: device)) {
            switch typed {
            case ":?": dialogue.say(Self.simulationHelp)
            case ":answer":
                guard !simulation.entered.isEmpty else {
                    dialogue.say("Nothing was entered yet; :0 if you don't know.")
                    continue
                }
                guard let confidence = weigh() else { return .leave }
                let response = try JSONText.encode(simulation.entered)
                let grade = simulation.grade.answerGrade()
                if give(.none, response: response, grade: grade, confidence: confidence.value) { return nil }
            case ":0": if give(.none, grade: .wrong) { return nil }
            case ":reset":
                simulation.reset()
                try keep(simulation)
            case _ where typed.hasPrefix(":device"):
                let name = String(typed.dropFirst(":device".count).drop { $0 == " " })
                if let found = world.devices.first(where: { $0.id.lowercased() == name.lowercased() }) {
                    device = found.id
                } else {
                    dialogue.say(
                        "\(name): no such device; there is \(world.devices.map(\.id).joined(separator: ", ")).")
                }
            case _ where typed.hasPrefix(":"):
                if let outcome = try command(String(typed.dropFirst())) { return outcome }
            default:
                dialogue.say(simulation.run(typed, on: device).lines)
                try keep(simulation)
            }
        }
        return .leave
    }

    /// What was entered comes back with the session.
    private mutating func keep(_ simulation: Simulation) throws {
        session.place.drafts[questionId] = simulation.entered.isEmpty ? nil : try JSONText.encode(simulation.entered)
        _ = desk.keep(.keepPlace(PlacedSession(session: session.id, place: session.place)))
    }
}
