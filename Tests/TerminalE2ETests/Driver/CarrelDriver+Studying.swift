// What a learner does with a question.

extension CarrelDriver {
    /// The question on screen: its options once they are there.
    func options() throws -> [ScreenText.Option] {
        try window.waits(for: "options") { !$0.screen.options.isEmpty }.screen.options
    }

    /// Chooses the option at `place`, counted from 1 as its label is.
    @discardableResult
    func chooses(_ place: Int) throws -> CarrelDriver {
        let option = try window.waits(for: "option \(place)") { $0.screen.option(place) != nil }.screen.option(place)
        // The key of what is chosen already would take the choice back.
        guard let option, option.box != .chosen else { return self }
        try presses(String(option.label))
        try window.waits(for: "option \(place) chosen") { $0.screen.option(place)?.box == .chosen }
        return self
    }

    /// Strikes the option at `place` out.
    func strikesOut(_ place: Int) throws {
        try pointsAt(place)
        try presses("x")
        try window.waits(for: "option \(place) struck out") { $0.screen.option(place)?.box == .struckOut }
    }

    private func pointsAt(_ place: Int) throws {
        while true {
            let pointed = (try options().firstIndex { $0.mark == "▸" } ?? 0) + 1
            if pointed == place { return }
            let wanted = pointed + (pointed < place ? 1 : -1)
            try presses(pointed < place ? "j" : "k")
            try window.waits(for: "the pointer at option \(wanted)") { $0.screen.option(wanted)?.mark == "▸" }
        }
    }

    /// Chooses the option at `place` and answers.
    @discardableResult
    func answers(_ place: Int) throws -> ScreenText {
        try chooses(place)
        return try submits()
    }

    /// Answers with every option that says it is right.
    @discardableResult
    func answersRight() throws -> ScreenText {
        for (index, option) in try options().enumerated() where option.text.hasPrefix("True") { try chooses(index + 1) }
        return try submits()
    }

    /// Answers a question of one right option with the first that says it is wrong.
    @discardableResult
    func answersWrong() throws -> ScreenText {
        let place = try options().firstIndex { $0.text.hasPrefix("False") } ?? 0
        return try answers(place + 1)
    }

    /// Enter on what is chosen; the verdict is the screen that follows.
    @discardableResult
    func submits() throws -> ScreenText {
        try presses("Enter")
        return try window.waits(for: "the verdict") { look in
            look.screen.contains("Explanation") || look.screen.contains("✓ Right") || look.screen.contains("✗ Wrong")
                || look.screen.contains("◐ Partly right")
        }.screen
    }

    /// Enter after the answer: the next question, or the summary.
    func continues() throws {
        let header = try screen().header
        try presses("Enter")
        try window.waits(for: "the next question") { $0.screen.header != header }
    }

    /// The field of a free question, ready to be written in.
    func seesField() throws { try sees("Your answer") }

    /// Enter in the field: the model answer, and the grades to choose from.
    @discardableResult
    func reveals() throws -> ScreenText {
        try presses("Enter")
        return try sees("Model answer", "1 again")
    }
}
