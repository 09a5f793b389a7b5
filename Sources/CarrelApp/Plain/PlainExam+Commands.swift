import CarrelCore
import CarrelStorage

// What can be typed while an exam is sat.

extension PlainExam {
    private var commands: [(typed: String, words: String)] {
        let isFree = rules.navigation == .free
        return [
            ("n or Enter", "the next item"), isFree ? ("p", "the item before") : nil,
            isFree ? ("g 12", "go to item 12") : nil, ("r", "repeat the item"), ("c", "take the answer away"),
            ("m", "flag the item, or take that off"), ("o", "what is answered, flagged and not seen"),
            session.timeLimit == nil ? nil : ("t", "the time left"), ("u", "take the last thing back"),
            ("f", "finish: hand the exam in"),
            ("q", run.time.runsAlone ? "leave; the clock runs on" : "leave; the clock stands still"),
        ].compactMap { $0 }
    }

    /// - Returns: Where it leads; nil to ask on.
    mutating func take(_ typed: String) throws -> Outcome? {
        switch typed {
        case "", "n": try onward()
        case "p": try move(.previous)
        case "?": dialogue.say(commands.map { "\($0.typed): \($0.words)" })
        case "r": try show(isAgain: true)
        case "c": return try answer(.none)
        case "m": flag()
        case "o": dialogue.say(overview)
        case "t": dialogue.say(run.timeLeft(at: desk.clock()).map { "\(ExamTime.words($0))." } ?? "No limit.")
        case "u": try undo()
        case "f": return try finish()
        case "q": return leave()
        default:
            if let number = Self.target(typed) {
                try move(.go(number - 1))
                return nil
            }
            switch line?.read(typed) {
            case .success(let selection): return try answer(selection)
            case .failure(let fault): dialogue.say(fault.message)
            case nil: dialogue.say("\(typed): not understood; ? says what can be typed.")
            }
        }
        return nil
    }

    /// `g 12`
    static func target(_ typed: String) -> Int? {
        let words = typed.split(separator: " ")
        return words.count == 2 && words[0] == "g" ? Int(words[1]) : nil
    }

    private var overview: [String] {
        ExamOverviewWords(session: session, seen: run.place.exam?.seen ?? [], sitting: run.sitting).lines
    }

    /// On to the next item; where there is no way back, the second time.
    private mutating func onward() throws {
        guard !run.sitting.isLast else {
            dialogue.say(["That was the last item."] + overview + ["f finishes."])
            return
        }
        if run.sitting.leavesForGood, warnedAt != position {
            let isSection = rules.navigation == .free
            let isOpen = line != nil && !session.isAnswered(questionId)
            if isSection || isOpen {
                warnedAt = position
                let words = isSection ? "This ends the part" : "Not answered"
                dialogue.say("\(words), and there is no way back: Enter again goes on.")
                return
            }
        }
        try move(.next)
    }

    mutating func move(_ event: ExamSitting.Event) throws {
        do {
            try run.apply(event, at: desk.clock())
        } catch {
            dialogue.say("Not possible: \(error.words).")
            return
        }
        leftBefore = run.timeLeft(at: desk.clock())
        try show()
    }

    private mutating func flag() {
        let isFlagged = session.marks.flagged.contains(questionId)
        guard desk.keep(record(.itemMarked(ItemMarked(isMarked: !isFlagged)))) else { return }
        if isFlagged { session.marks.flagged.remove(questionId) } else { session.marks.flagged.insert(questionId) }
        dialogue.say(isFlagged ? "Flag taken off." : "Flagged.")
    }

    private mutating func undo() throws {
        guard let undone = try desk.undo(in: session.id) else { return }
        session = undone.session
        guard let index = session.items.firstIndex(where: { $0.questionId == undone.thing.question }) else { return }
        if index == position || !run.sitting.allows(.go(index)) {
            try show(isAgain: true)
        } else {
            try move(.go(index))
        }
    }

    /// Asks before it is handed in.
    private mutating func finish() throws -> Outcome? {
        dialogue.say(overview)
        guard let typed = dialogue.ask("y hands the exam in, Enter goes back to it:") else { return leave() }
        return switch try followClock() {
        case .inTime: typed == "y" ? handIn() : nil
        case .newPart: nil
        case .over(let outcome): outcome
        }
    }
}
