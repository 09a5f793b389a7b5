import CarrelCore
import CarrelTerminal

// A simulation in practice: its prompt takes the place of the answer's field.

extension PracticeScreen {
    mutating func perform(_ action: SimulationAction) -> [Effect] {
        guard let outcome = simulation?.perform(action) else { return [] }
        confirmedCount = nil
        phase = simulation?.isAtPrompt == true ? .writing : .commanding
        fitSimulation()
        return entered(outcome)
    }

    /// What was entered is kept before it is shown as run.
    mutating func entered(_ outcome: SimulationPad.Outcome) -> [Effect] {
        guard outcome == .entered else { return [] }
        let question = questionId
        session?.place.drafts[question] = simulation?.response
        return [keepPlace()]
    }

    /// Asked for twice: everything that was entered goes.
    mutating func reset() -> [Effect] {
        guard simulation?.isUntouched == false else { return [] }
        guard isResetAsked else {
            isResetAsked = true
            return [.say("\(keys.word(of: .reset)) again begins anew: what you entered goes"), .barrier]
        }
        isResetAsked = false
        return perform(.reset)
    }

    mutating func fitSimulation() {
        let rows = promptRows - 1
        simulation?.fit(rows: rows)
    }

    /// Rows of the prompt with the rule above it.
    var promptRows: Int { simulation?.rows(of: rows - 4, question: lineCount) ?? 0 }
}

extension SimulationPad {
    /// Nil where the item is no simulation, or its shell is not here.
    init?(_ item: StudyItem, response: String?) {
        guard case .simulation(let world) = item.question.payload, let shell = item.shell else { return nil }
        self.init(world, shell: shell, response: response)
    }

    /// Rows of a prompt with nothing above it, where the question has use for the others.
    private static let fewestRows = 6

    /// Of so many rows for the question and the prompt together, those of the prompt, its rule with them: what the
    /// question leaves, and as many as stand on the device's screen until it has three fifths.
    func rows(of rows: Int, question: Int) -> Int {
        max(rows - question, min(rows * 3 / 5, max(Self.fewestRows, linesOnScreen + 3)))
    }

    /// Draws the prompt under a rule, in the last `rows` of the area and all of its columns: what real gear prints is
    /// as wide as a terminal.
    func draw(on canvas: inout Canvas, in area: Area, rows: Int) {
        let y = area.bottom - rows
        canvas.rule(y: y, style: .border)
        if devices.count > 1, isFlat(rows: rows - 1) {
            drawDevices(on: &canvas, in: Area(x: area.x, y: y, columns: area.columns, rows: 1))
        }
        var pad = self
        pad.draw(on: &canvas, in: Area(x: 0, y: y + 1, columns: area.columns, rows: rows - 1))
    }
}
