import CarrelCore
import CarrelTerminal

// A simulation after its answer: which goals the devices reached, what was entered, and a way that reaches all.

extension QuestionPage {
    func simulation(_ answer: StandingAnswer) -> [Line] {
        guard case .simulation(let world) = item.question.payload else { return [] }
        let pad = SimulationPad(item, response: answer.response)
        let reached = Set(pad?.grade.reached ?? [])
        var lines: [Line] = []
        for goal in world.goals {
            let isReached = reached.contains(goal.id)
            var head = StyledLine(isReached ? glyphs.right : glyphs.wrong, style: isReached ? .right : .wrong)
            head.append(" ")
            lines += goalLines(goal, head: head, state: isReached ? "" : " (not reached)")
        }
        lines = section("Goals", lines)
        let entered = pad?.simulation.entered ?? []
        if !entered.isEmpty { lines += section("What you entered", commands(entered, of: world)) }
        return lines + section("A way to it", commands(world.solution, of: world))
    }

    private func goalLines(_ goal: World.Goal, head: StyledLine, state: String) -> [Line] {
        let points = goal.points == 1 ? "" : " (\(goal.points) points)"
        let title = Markdown.lines(
            (goal.title ?? goal.id) + points + state, columns: columns - 2, ascii: glyphs.isASCII)
        let why = goal.why.map { Markdown.lines(resolved($0), columns: columns - 4, ascii: glyphs.isASCII) } ?? []
        return title.enumerated().map { row, part in
            var line = row == 0 ? head : StyledLine("  ")
            line.spans += part.spans
            return Line(text: line)
        }
            + why.map { part in
                var line = StyledLine("    ")
                line.spans += part.spans
                return Line(text: line)
            }
    }

    private func commands(_ entries: [SimulationEntry], of world: World) -> [Line] {
        let texts = entries.map { world.devices.count > 1 ? "\($0.device): \($0.command)" : $0.command }
        return TextLayout.wrapVerbatim(texts.joined(separator: "\n"), columns: columns).map { line in
            Line(text: StyledLine(line.text, style: .code))
        }
    }
}
