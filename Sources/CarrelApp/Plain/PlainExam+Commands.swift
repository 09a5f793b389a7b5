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
            ("v", "what is answered, flagged and not seen"),
            ("l", "the items with their beginnings, by domain"),
            session.timeLimit == nil ? nil : ("t", "the time left"), ("u", "take the last thing back"),
            ("F", "finish: hand the exam in"),
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
        case "c":
            guard session.isAnswered(questionId) else {
                dialogue.say("There is no answer to take away.")
                return nil
            }
            return try answer(.none)
        case "m": flag()
        case "v": dialogue.say(overview)
        case "l": try sayItems()
        case "t": dialogue.say(run.timeLeft(at: desk.clock()).map { "\(ExamTime.words($0))." } ?? "No limit.")
        case "u": try undo()
        case ";": writeScratch()
        case "F", "f": return try finish()
        case "q": return leave()
        default:
            if let strike = line?.strike(typed) {
                take(strike)
                return nil
            }
            if let index = Self.target(typed) {
                let isOnward = rules.navigation == .forwardOnly && index > position
                if !isOnward || mayLeave() { try move(.go(index)) }
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

    /// The item that `g 12` names, counted from 0.
    static func target(_ typed: String) -> Int? {
        let words = typed.split(separator: " ")
        guard words.count == 2, words[0] == "g", let number = Int(words[1]) else { return nil }
        return max(number, 0) - 1
    }

    private var overview: [String] {
        ExamOverviewWords(session: session, seen: run.place.exam?.seen ?? [], sitting: run.sitting).lines
    }

    /// Each item with what stands of it; nothing is told of one before it is reached where there is no way back.
    private func sayItems() throws {
        let ids = session.items.map(\.questionId)
        guard case .itemTitles(let titles) = try desk.fetch(.itemTitles(ids)) else { return }
        let reached = rules.navigation == .forwardOnly ? 0...position : 0...max(0, ids.count - 1)
        let seen = run.place.exam?.seen ?? []
        var domains: [String] = []
        for id in ids[reached] {
            let domain = titles.domains[id] ?? ""
            if !domains.contains(domain) { domains.append(domain) }
        }
        for domain in domains {
            if !domain.isEmpty { dialogue.say("\(domain):", after: "") }
            for index in reached where (titles.domains[ids[index]] ?? "") == domain {
                let id = ids[index]
                let states = [
                    session.isAnswered(id) ? "answered" : seen.contains(index) ? "not answered" : "not seen",
                    session.marks.flagged.contains(id) ? "flagged" : nil, index == position ? "you are here" : nil,
                ]
                let stem = titles.stems[id].map(PlainStem.line) ?? id
                dialogue.say("\(states.compactMap { $0 }.joined(separator: ", ")): \(stem)", after: "\(index + 1). ")
            }
        }
        if reached.count < ids.count {
            dialogue.say("\(RelativeTime.count(ids.count - reached.count, "item")) to come.")
        }
    }

    /// On to the next item.
    private mutating func onward() throws {
        guard !run.sitting.isLast else {
            dialogue.say(["That was the last item."] + overview + ["F finishes."])
            return
        }
        if mayLeave() { try move(.next) }
    }

    /// Whether the item is left; where there is no way back to it, the second time.
    private mutating func mayLeave() -> Bool {
        guard run.sitting.leavesForGood, warnedAt != position else { return true }
        let isSection = rules.navigation == .free
        let isOpen = line != nil && !session.isAnswered(questionId)
        guard isSection || isOpen else { return true }
        warnedAt = position
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

    /// One line more on the sheet of the exam.
    private mutating func writeScratch() {
        let sheet = session.marks.notes[""] ?? ""
        dialogue.say(sheet.isEmpty ? ["The scratch sheet is empty."] : ["On the scratch sheet:", sheet])
        guard let line = dialogue.ask("One more line, or Enter for none:"), !line.isEmpty else { return }
        let text = sheet.isEmpty ? line : sheet + "\n" + line
        let event = NewEvent(.scratchNoted(ScratchNoted(text: text)), sessionId: session.id)
        guard desk.keep(.record([event], place: place)) else { return }
        run.noticeDone()
        session.marks.notes[""] = text
        dialogue.say("Saved.")
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
        dialogue.say(overview)
        guard let typed = dialogue.ask("y hands the exam in, Enter goes back to it:") else { return leave() }
        return switch try followClock() {
        case .inTime: typed == "y" ? handIn() : nil
        case .newPart: nil
        case .over(let outcome): outcome
        }
    }
}
