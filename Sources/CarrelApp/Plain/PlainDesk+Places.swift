import CarrelCore
import CarrelStorage
import CarrelTerminal

// Where the rows of pages lead: every place that the full screen has, line by line.

extension PlainDesk {
    func open(_ destination: Destination) throws -> PlainOutcome {
        switch destination {
        case .home: return try home()
        case .channels: return try list(.channels)
        case .subChannels(let channel, let title): return try list(.subChannels(of: channel, title: title))
        case .certifications: return try list(.certifications)
        case .certification(let id, let title): return try page(CertificationPage(id: id, title: title))
        case .paths: return try page(PathsPage())
        case .path(let id, let title): return try page(PathPage(id: id, title: title))
        case .tags: return try pages(TagsContent())
        case .history: return try pages(HistoryContent())
        case .questions(let listing): return try questions(listing)
        case .search: return try search()
        case .bookmarks: return try bookmarks()
        case .setUp(let topic): return try setUp(topic)
        case .session(let id): return try study(id)
        case .sessionItem(let session, let question): return try review(session, from: question)
        case .summary(let session): return try summary(session)
        case .examPage(let id, _): return try exam(id)
        case .exam(let session): return try sit(session)
        case .examResult(let session): return try examResult(session)
        case .review(let session, let questions): return try review(session, among: questions)
        case .settings: return try settings()
        case .related(let question, _): return try related(question)
        case .confirm(let confirmation): return try confirm(confirmation)
        case .writing(let writing): return try write(writing)
        case .questionMenu(let menu): return try thisQuestion(menu)
        case .corrections(let menu): return try corrections(menu)
        case .keyCorrection(let menu): return try correctKey(menu)
        case .reports(let question): return try pages(ReportsContent(question: question))
        case .faults(let lines): return say(title: "Faults in packs", .paragraphs(lines))
        case .text(let crumbs, let paragraphs): return say(title: crumbs.last ?? "", .paragraphs(paragraphs))
        case .reader(let crumbs, let content): return say(title: crumbs.last ?? "", content)
        case .help(let topic): return say(title: "Help", .help(topic))
        // They are looked at; `carrel themes` names them, and the settings have the one in force.
        case .themes: return try settings()
        }
    }

    /// Does what a row asks for where it opens nothing.
    func carryOut(_ effects: [Effect]) throws -> PlainOutcome {
        for effect in effects {
            let outcome: PlainOutcome
            switch effect {
            case .push(let destination), .replace(let destination): outcome = try open(destination)
            case .perform(.start(let request)): outcome = try start(request)
            case .perform(.sit(let request)): outcome = try begin(request.certification)
            case .perform(.record(let events, _)):
                if keep(.record(events)) { dialogue.say(KeptWords(of: events, at: clock()).sentence) }
                outcome = .back
            default: outcome = .back
            }
            guard outcome != .leave else { return .leave }
        }
        return .back
    }

    private func say(title: String, _ content: ReaderContent) -> PlainOutcome {
        dialogue.say("")
        dialogue.say("\(title):", after: "")
        switch content {
        case .paragraphs(let paragraphs): for paragraph in paragraphs { dialogue.say(paragraph, after: "") }
        case .markdown(let source):
            dialogue.say(Markdown.lines(source, columns: dialogue.columns, isHeard: true).map(\.text))
        default:
            let glyphs = Glyphs.ascii
            dialogue.say(content.lines(columns: dialogue.columns, glyphs: glyphs).map(\.text))
        }
        return .stay
    }

    /// Asks as a dialog does: its buttons have numbers, and Enter is the first, which changes nothing.
    private func confirm(_ confirmation: Confirmation) throws -> PlainOutcome {
        dialogue.say("\(confirmation.title). \(confirmation.message)", after: "")
        let buttons = confirmation.buttons
        let names = buttons.enumerated().map { "\($0 + 1) \($1.label)" }.joined(separator: ", ")
        while let typed = dialogue.ask("\(names); Enter is 1:") {
            guard let number = typed.isEmpty ? 1 : Int(typed), let button = buttons[number: number] else {
                dialogue.say("\(Dialogue.quoted(typed)): not one of these.")
                continue
            }
            return try carryOut(button.effects)
        }
        return .leave
    }

    /// Ends a session under way; an exam, whose answers would never be graded, asks first.
    func end(_ session: SessionRow) throws -> PlainOutcome {
        try carryOut(SessionEnd.effects(for: session, at: clock()))
    }

    func undoOrSay() throws -> PlainOutcome {
        try undo()
        return .back
    }
}
