// What a learner does with a question.

extension CarrelDriver {
    /// The question on screen: its options once they are there.
    func options() throws -> [ScreenText.Option] {
        try window.waits(for: "options") { !$0.screen.options.isEmpty }.screen.options
    }

    /// Chooses the option at `place`, counted from 1 as its label is.
    @discardableResult
    func chooses(_ place: Int) throws -> CarrelDriver {
        let options = try options()
        guard options.indices.contains(place - 1) else {
            throw Shell.Failure(description: "no option \(place) in\n" + (try screen().text))
        }
        // Its key would take the choice back.
        if options[place - 1].box == .chosen { return self }
        try presses(String(options[place - 1].label))
        try window.waits(for: "option \(place) chosen") { look in
            look.screen.options.indices.contains(place - 1) && look.screen.options[place - 1].box == .chosen
        }
        return self
    }

    /// Strikes the option at `place` out.
    func strikesOut(_ place: Int) throws {
        try pointsAt(place)
        try presses("x")
        try window.waits(for: "option \(place) struck out") { $0.screen.options[place - 1].box == .struckOut }
    }

    private func pointsAt(_ place: Int) throws {
        for _ in 0..<9 {
            let pointed = try options().firstIndex { $0.mark == "▸" } ?? 0
            if pointed == place - 1 { return }
            let wanted = pointed + (pointed < place - 1 ? 1 : -1)
            try presses(pointed < place - 1 ? "j" : "k")
            try window.waits(for: "the pointer at option \(wanted + 1)") { $0.screen.options[wanted].mark == "▸" }
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
        let places = try options().indices.filter { try options()[$0].text.hasPrefix("True") }
        for place in places { try chooses(place + 1) }
        return try submits()
    }

    /// Answers with the first option that says it is wrong.
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
