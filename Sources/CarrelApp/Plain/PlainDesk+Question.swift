import CarrelCore
import CarrelStorage
import CarrelTerminal

// One question outside of a session: read, bookmarked, noted, or asked on its own.

extension PlainDesk {
    func question(_ id: String) throws -> PlainOutcome {
        guard let found = try item(id) else { return .back }
        try read(found)
        while let typed = dialogue.ask("p practises it, ? for more, Enter goes back, q leaves:") {
            if typed.isEmpty { return .back }
            if typed == "q" { return .leave }
            // What was done may have changed it.
            guard let now = try item(id) else { return .back }
            if try attempt({ try carryOut(typed, on: now) }) == .leave { return .leave }
        }
        return .leave
    }

    /// What is asked, how it stands with the learner, as beside a list, and what is told once it was answered.
    private func read(_ found: StudyItem) throws {
        let page = page(of: found)
        dialogue.say([""] + page.asked + [""])
        if case .preview(let facts?) = try fetch(.preview(found.question.id, row: nil)) {
            let preview = PreviewPage(facts: facts, columns: dialogue.columns, glyphs: .ascii, now: clock())
            for line in preview.words(crumb: ", ") {
                dialogue.say(TextLayout.wrap(line, columns: dialogue.columns).map(\.text))
            }
        }
        if found.isSeen { dialogue.say([""] + page.answered(nil)) }
    }

    private func item(_ id: String) throws -> StudyItem? {
        guard case .item(let found?) = try fetch(.item(id)) else {
            dialogue.say("\(id): in no pack here.")
            return nil
        }
        return found
    }

    private func page(of found: StudyItem) -> SpokenQuestion {
        SpokenQuestion(item: found, order: found.question.previewOrder, columns: dialogue.columns)
    }

    private func carryOut(_ typed: String, on found: StudyItem) throws -> PlainOutcome {
        let id = found.question.id, page = page(of: found)
        let reading = PlainReading(desk: self, page: page, isOpen: found.isSeen)
        switch typed {
        case "?":
            let bookmark = found.isBookmarked ? "take the bookmark off" : "bookmark it"
            dialogue.say(
                reading.help + [
                    "r: read it again", "*: \(bookmark)", ";: write a note", "!: report, correct, suspend, bury",
                    "u: take the last thing back", "Enter: go back", "q: leave; everything is saved",
                ])
        case "r": try read(found)
        case "*": _ = toggleBookmark(found)
        case ";": return try write(Writing(question: id, purpose: .note))
        case "!": return try thisQuestion(QuestionMenu(question: id, place: .list, order: page.order))
        case "u": try undo()
        case "p":
            let topic = StudyTopic.question(id, title: PlainStem.line(found.question.stem))
            return try start(StudyRequest(topic: topic, choices: StudyChoices(count: 1, what: .all)))
        default:
            guard let depth = reading.depth(typed) else {
                dialogue.say("\(Dialogue.quoted(typed)): not one of these; ? says what can be typed.", after: "")
                return .stay
            }
            return try reading.say(depth)
        }
        return .stay
    }

    /// - Returns: Whether the question is bookmarked now.
    func toggleBookmark(_ item: StudyItem) -> Bool {
        let isOn = !item.isBookmarked
        guard keep(.bookmark(question: item.question.id, isOn: isOn)) else { return item.isBookmarked }
        let note = item.note == nil ? "" : ", and the note with it; u takes that back"
        dialogue.say(isOn ? "Bookmarked." : "Bookmark taken off\(note).")
        return isOn
    }

    /// The questions that belong with one.
    func related(_ id: String) throws -> PlainOutcome {
        try PlainMenu(desk: self).run { _ in
            guard case .relatedQuestions(let related) = try fetch(.relatedQuestions(id)) else { return nil }
            var entries: [PlainEntry] = [], bond: Bond?
            for found in related {
                if found.bond != bond { entries.append(PlainEntry(words: "\(found.bond.heading):")) }
                bond = found.bond
                entries.append(
                    PlainEntry(words: PlainStem.line(found.stem), choose: { try question(found.id) }))
            }
            return PlainRows(
                title: "Related questions", entries: entries, empty: ["No question here belongs with it any more."])
        }
    }

    // MARK: The menu of one question

    /// What can be done with a question beside answering it.
    func thisQuestion(_ menu: QuestionMenu) throws -> PlainOutcome {
        try PlainMenu(desk: self).run { _ in
            guard case .item(let item?) = try fetch(.item(menu.question)) else { return nil }
            let rows = QuestionMenuRow.all(for: QuestionMenuFacts(item), reports: item.reports)
            return PlainRows(
                title: "This question",
                entries: rows.map { row in
                    PlainEntry(words: "\(row.label): \(row.help)", choose: { try carryOut(row.action, menu, item) })
                })
        }
    }

    private func carryOut(_ action: QuestionMenuAction, _ menu: QuestionMenu, _ item: StudyItem) throws -> PlainOutcome
    {
        switch action {
        case .report: try write(Writing(question: menu.question, purpose: .report))
        case .reports: try pages(ReportsContent(question: menu.question))
        case .correct: try corrections(menu)
        default: try carryOut([.perform(.record(menu.events(of: action, on: item, at: clock())))])
        }
    }
}
