import CarrelCore
import CarrelStorage

// One question outside of a session: read, bookmarked, noted, or asked on its own.

extension PlainDesk {
    func question(_ id: String) throws -> PlainOutcome {
        while true {
            guard case .item(let found?) = try fetch(.item(id)) else {
                dialogue.say("\(id): in no pack here.")
                return .back
            }
            let page = SpokenQuestion(item: found, order: found.question.previewOrder, columns: dialogue.columns)
            dialogue.say([""] + page.asked)
            dialogue.say("")
            if found.isSeen { dialogue.say(page.answered(nil)) } else { dialogue.say("Not answered yet.") }
            if let outcome = try ask(about: found, page) { return outcome }
        }
    }

    /// - Returns: Nil to show it again.
    private func ask(about found: StudyItem, _ page: SpokenQuestion) throws -> PlainOutcome? {
        let reading = PlainReading(desk: self, page: page, isOpen: found.isSeen)
        let id = found.question.id
        while let typed = dialogue.ask("p practises it, ? for more, Enter goes back, q leaves:") {
            switch typed {
            case "": return .back
            case "q": return .leave
            case "?":
                let bookmark = found.isBookmarked ? "take the bookmark off" : "bookmark it"
                dialogue.say(
                    reading.help + [
                        "*: \(bookmark)", ";: write a note", "!: report, correct, suspend, bury",
                        "u: take the last thing back", "Enter: go back", "q: leave; everything is saved",
                    ])
                continue
            case "*": _ = toggleBookmark(found)
            case ";": if try write(Writing(question: id, purpose: .note)) == .leave { return .leave }
            case "!":
                let menu = QuestionMenu(question: id, place: .list, order: page.order)
                if try thisQuestion(menu) == .leave { return .leave }
            case "u": _ = try undoOrSay()
            case "p":
                let topic = StudyTopic.question(id, title: PlainStem.line(found.question.stem))
                let request = StudyRequest(topic: topic, choices: StudyChoices(count: 1, what: .all))
                if try attempt({ try start(request) }) == .leave { return .leave }
            default:
                guard let depth = reading.depth(typed) else {
                    dialogue.say("\(typed): not one of these.")
                    continue
                }
                if try reading.say(depth) == .leave { return .leave }
                continue
            }
            return nil
        }
        return .leave
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
