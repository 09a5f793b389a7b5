import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The questions that belong with one, by what they are to it; each opens as a practice of its own.
struct RelatedScreen: Screen {
    let question: String
    let crumbs: [String]
    private var related: [RelatedQuestion]?
    private var list = ListView()

    init(question: String, crumbs: [String]) {
        self.question = question
        self.crumbs = crumbs
    }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared, .changedElsewhere: return [.perform(.fetch(.relatedQuestions(question)))]
        case .resized(_, let rows): list.resize(height: rows - 4, rows: self.rows(.unicode))
        case .done(.fetch(.relatedQuestions(question)), .success(.relatedQuestions(let found))):
            related = found
            list.settle(rows: rows(.unicode))
        case .done(.undo, .success(.undone(let thing))):
            return [.say(UndoneThing.words(thing)), .perform(.fetch(.relatedQuestions(question)))]
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .key(let key):
            guard let action = KeyTable.list.action(for: key, in: facts) else { return [] }
            return carryOut(action)
        default: break
        }
        return []
    }

    private mutating func carryOut(_ action: ListAction) -> [Effect] {
        if list.move(action, rows: rows(.unicode)) { return [] }
        switch action {
        case .open:
            guard let selected else { return [] }
            return [.perform(.start(StudyRequest(topic: .question(selected.id, title: "Related questions"))))]
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(KeyTable.list.help(in: facts)))]
        case .back: return [.pop]
        default: return []
        }
    }

    private var selected: RelatedQuestion? {
        let content = content(.unicode)
        return content.indices.contains(list.selection) ? content[list.selection].question : nil
    }

    private var facts: ListFacts { ListFacts(hasRows: selected != nil) }

    private func rows(_ glyphs: Glyphs) -> [ListRow] { content(glyphs).map(\.row) }

    private func content(_ glyphs: Glyphs) -> [(row: ListRow, question: RelatedQuestion?)] {
        guard let related else { return [] }
        let gap: [(row: ListRow, question: RelatedQuestion?)] = [ListRow].gap.map { ($0, nil) }
        guard !related.isEmpty else {
            return gap + [(.note("No question here belongs with it any more."), nil)]
        }
        var rows: [(row: ListRow, question: RelatedQuestion?)] = []
        var bond: Bond?
        for question in related {
            if question.bond != bond {
                if bond != nil { rows += gap }
                rows.append((.heading(question.bond.heading), nil))
                bond = question.bond
            }
            var row = ListRow(
                label: PlainStem.line(question.stem),
                details: ["strength " + Columns.padStart("\(question.strength)", to: 3)])
            (row.glyph, row.glyphStyle) = QuestionRowView.state(
                answers: question.answers, lastCorrect: question.lastCorrect, glyphs: glyphs)
            rows.append((row, question))
        }
        return rows
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let count = related.map { RelativeTime.count($0.count, "question") + "  " } ?? ""
        let frame = Frame(
            crumbs: crumbs, status: count + surroundings.saved.words, hints: KeyTable.list.hints(in: facts))
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(rows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}

extension Bond {
    /// Stands above the questions of that bond.
    fileprivate var heading: String {
        switch self {
        case .prerequisite: "Prerequisites"
        case .followUp: "Follow-ups"
        case .deeper: "Goes deeper"
        case .broader: "The wider picture"
        case .related: "Related"
        }
    }
}
