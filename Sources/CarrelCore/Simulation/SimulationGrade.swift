/// How much of what was asked the final state holds.
public struct SimulationGrade: Equatable, Sendable {
    public var points: Int
    public var possible: Int
    /// The ids of the goals reached, in the world's order.
    public var reached: [String]

    /// 0…1; all points are exactly 1.
    public var score: Double { possible == 0 ? 0 : points == possible ? 1 : Double(points) / Double(possible) }
    public var isPerfect: Bool { possible > 0 && points == possible }

    /// - Parameter allowsPartialCredit: Whether some of the goals earn some of the points; else all or nothing.
    public func answerGrade(allowsPartialCredit: Bool = true) -> AnswerGrade {
        AnswerGrade(isCorrect: isPerfect, score: isPerfect ? 1 : allowsPartialCredit ? score : 0)
    }
}

extension Simulation {
    /// The ids of the goals the state holds now.
    public var goalsReached: [String] { reached.map(\.id) }

    public var grade: SimulationGrade {
        let reached = reached
        return SimulationGrade(
            points: reached.reduce(0) { $0 + max(0, $1.points) },
            possible: world.goals.reduce(0) { $0 + max(0, $1.points) }, reached: reached.map(\.id))
    }

    /// A goal that takes more than the budget of a line to decide is not reached, nor are those behind it.
    private var reached: [World.Goal] {
        let budget = StepBudget()
        return world.goals.filter { isReached($0, budget) && !budget.isSpent }
    }

    private func isReached(_ goal: World.Goal, _ budget: StepBudget) -> Bool {
        guard !goal.when.isEmpty else { return false }
        var scope = SimulationScope(state: state, device: firstDevice, budget: budget)
        return goal.when.allSatisfy { text in
            guard let condition = try? Condition(text) else { return false }
            return condition.holds(in: &scope)
        }
    }
}
