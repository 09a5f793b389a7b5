import CarrelCore

// A simulation after its answer, in words: each goal with why it matters, and a way to all of them.

extension SpokenQuestion {
    func goals(_ answer: StandingAnswer?) -> [String] {
        guard case .simulation(let world) = item.question.payload else { return [] }
        let reached = Set(SimulationPad(item, response: answer?.response)?.grade.reached ?? [])
        var lines = ["Goals:"]
        for goal in world.goals {
            lines.append("- \(reached.contains(goal.id) ? "reached" : "not reached"): \(goal.title ?? goal.id)")
            if let why = goal.why { lines += indented(text(why, columns: columns - 3)) }
        }
        lines += ["", "A way to it:"]
        lines += world.solution.map { world.devices.count > 1 ? "\($0.device): \($0.command)" : $0.command }
        return lines + [""]
    }
}
