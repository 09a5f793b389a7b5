import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The questions that belong with one, by what they are to it; each opens as a practice of its own.
struct RelatedScreen: ListScreen {
    let question: String
    let crumbs: [String]
    private var related: [RelatedQuestion]?
    var list = ListView()

    init(question: String, crumbs: [String]) {
        self.question = question
        self.crumbs = crumbs
    }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .resized(_, let rows): list.resize(height: rows - 4, rows: self.rows(.unicode))
        case .done(.fetch(.relatedQuestions(question)), .success(.relatedQuestions(let found))):
            related = found
            list.settle(rows: rows(.unicode))
        default: return followInList(event)
        }
        return []
    }

    func refetch() -> [Effect] { [.perform(.fetch(.relatedQuestions(question)))] }

    func carryOut(_ action: ListAction) -> [Effect] {
        guard action == .open, let selected else { return [] }
        return [.perform(.start(StudyRequest(topic: .question(selected.id, title: "Related questions"))))]
    }

    private var selected: RelatedQuestion? {
        let content = content(.unicode)
        return content.indices.contains(list.selection) ? content[list.selection].question : nil
    }

    var listFacts: ListFacts { ListFacts(hasRows: selected != nil) }

    var listed: [ListRow] { rows(.unicode) }

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
            // The stronger stand first; the number itself is the author's.
            var row = ListRow(label: PlainStem.line(question.stem))
            (row.glyph, row.glyphStyle) = QuestionRowView.state(
                answers: question.answers, lastCorrect: question.lastCorrect, glyphs: glyphs)
            rows.append((row, question))
        }
        return rows
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let count = related.map { RelativeTime.count($0.count, "question") + "  " } ?? ""
        let frame = Frame(
            crumbs: crumbs, status: count + surroundings.saved.words, hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(rows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}

extension Bond {
    /// Stands above the questions of that bond.
    var heading: String {
        switch self {
        case .prerequisite: "Prerequisites"
        case .followUp: "Follow-ups"
        case .deeper: "Goes deeper"
        case .broader: "The wider picture"
        case .related: "Related"
        }
    }
}
