import CarrelCore
import CarrelStorage

// What can be typed while an exam is sat.

extension PlainExam {
    private var commands: [(typed: String, words: String)] {
        let isFree = rules.navigation == .free
        return [
            ("n or Enter", "the next item"), isFree ? ("p", "the item before") : nil,
            isFree ? ("g 12", "go to item 12") : nil, ("r", "repeat the item"), ("c", "take the answer away"),
            line?.isChoice == true ? TypedSelection.strikeHelp : nil,
            ("m", "flag the item, or take that off"), (";", "the scratch sheet"),
            ("v", "what is answered, flagged and not seen; and how far each domain is"),
            ("l", "the items with their beginnings; l open, l flagged, l unseen: only those"),
            ("*", "bookmark the question, or take that off"), ("!", "report a problem with the question"),
            session.timeLimit == nil ? nil : ("t", "the time left"), ("u", "take the last thing back"),
            ("F", "finish: hand it in"),
            ("q", run.time.runsAlone ? "leave; the clock runs on" : "leave; the clock stands still"),
        ].compactMap { $0 }
    }

    /// - Returns: Where it leads; nil to ask on.
    mutating func take(_ typed: String) throws -> Outcome? {
        // What was said about leaving for good is only meant for what is typed next.
        defer { if warnedOf != typed { warnedOf = nil } }
        switch typed {
        case "", "n": try onward(typed)
        case "p": try move(.previous)
        case "?": dialogue.say(commands.map { "\($0.typed): \($0.words)" })
        case "r": try show(isAgain: true)
        case "c":
            guard session.isAnswered(questionId) else {
                dialogue.say("There is no answer to take away.")
                return nil
            }
            guard console == nil else { return try type(":reset") }
            return try answer(.none)
        case "m": flag()
        case "v": dialogue.say(try overview() + domains())
        case "l", "l open", "l flagged", "l unseen": try sayItems(String(typed.dropFirst(2)))
        case "*": bookmark()
        case "!":
            let desk = desk, id = questionId
            if try desk.attempt({ try desk.write(Writing(question: id, purpose: .report)) }) == .leave {
                return leave()
            }
            run.noticeDone()
        case "t": dialogue.say(run.timeLeft(at: desk.clock()).map { "\(ExamTime.words($0))." } ?? "No limit.")
        case "u": try undo()
        case ";": return try writeScratch()
        case "F", "f": return try finish()
        case "q": return leave()
        default:
            if let strike = line?.strike(typed) {
                take(strike)
                return nil
            }
            if let index = Self.target(typed) {
                let isOnward = rules.navigation == .forwardOnly && index > position
                // What is refused anyway is not warned of.
                if !isOnward || !run.sitting.allows(.go(index)) || mayLeave(typed) { try move(.go(index)) }
                return nil
            }
            switch line?.read(typed, after: standing?.selection ?? .none) {
            case .success(let selection): return try answer(selection)
            case .failure(let fault): dialogue.say(fault.message)
            case nil:
                let help = console == nil ? "?" : ":?"
                dialogue.say("\(Dialogue.quoted(typed)): not understood; \(help) says what can be typed.", after: "")
            }
        }
        return nil
    }

    /// The item that `g 12` names, counted from 0.
    static func target(_ typed: String) -> Int? {
        let words = typed.split(separator: " ")
        guard words.count == 2, words[0] == "g", let number = Int(words[1]) else { return nil }
        return max(number, 0) - 1
    }

    /// On to the next item.
    private mutating func onward(_ typed: String) throws {
        guard !run.sitting.isLast else {
            dialogue.say(["That was the last item."] + (try overview()) + ["F finishes."])
            return
        }
        if mayLeave(typed) { try move(.next) }
    }

    /// Whether the item is left; where there is no way back to it, the second time the same is typed.
    private mutating func mayLeave(_ typed: String) -> Bool {
        guard run.sitting.leavesForGood, warnedOf != typed else { return true }
        let isSection = rules.navigation == .free
        let isOpen = (line != nil || console != nil) && !session.isAnswered(questionId)
        guard isSection || isOpen else { return true }
        warnedOf = typed
        let words = isSection ? "This ends the part" : "Not answered"
        dialogue.say("\(words), and there is no way back: the same again goes on.")
        return false
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

    private mutating func bookmark() {
        guard let item else { return }
        let isOn = desk.toggleBookmark(item)
        guard isOn != item.isBookmarked else { return }
        self.item?.isBookmarked = isOn
        run.noticeDone()
    }

    private mutating func flag() {
        let isFlagged = session.marks.flagged.contains(questionId)
        let mark = ItemMarked(isMarked: !isFlagged)
        guard desk.keep(record(.itemMarked(mark))) else { return }
        run.noticeDone()
        session.marks.take(mark, of: questionId)
        dialogue.say(isFlagged ? "Flag taken off." : "Flagged.")
    }

    private mutating func take(_ strike: Result<OptionStruck, TypedSelection.Fault>) {
        switch strike {
        case .failure(let fault): dialogue.say(fault.message)
        case .success(let strike):
            guard desk.keep(record(.optionStruck(strike))) else { return }
            run.noticeDone()
            session.marks.take(strike, of: questionId)
            strikeOut()
            dialogue.say(line?.words(of: strike) ?? "")
        }
    }

    /// The sheet of the exam.
    ///
    /// - Returns: Where it leads; nil to ask on.
    private mutating func writeScratch() throws -> Outcome? {
        let before = session.marks.notes[""] ?? ""
        let writing = Writing(
            question: questionId, purpose: .scratch(ScratchSheet(session: session.id, text: before)))
        let desk = desk
        let outcome = try desk.attempt { try desk.write(writing) }
        if case .session(let found?) = try desk.fetch(.session(session.id)), found.marks != session.marks {
            session.marks = found.marks
            run.noticeDone()
        }
        return outcome == .leave ? leave() : nil
    }

    private mutating func undo() throws {
        guard !run.refusesUndo else { return dialogue.say("Nothing was done on this item.") }
        guard let undone = try desk.undo(in: session.id) else { return }
        run.noticeUndone()
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
        dialogue.say(try overview())
        while let typed = dialogue.ask("y hands it in, Enter goes back to it:") {
            switch try followClock() {
            case .inTime where typed == "y": return handIn()
            case .inTime where typed.isEmpty: return nil
            case .inTime: dialogue.say("\(Dialogue.quoted(typed)): not one of these.")
            case .newPart: return nil
            case .over(let outcome): return outcome
            }
        }
        return leave()
    }
}
