import CarrelCore

// The pad of the item on screen, made of what stands and kept while that stands.

extension ExamScreen {
    /// A pad is kept as it is, the pointer, the device and what is typed with it, until one of these is another.
    struct Arranged: Equatable, Sendable {
        var question: Question
        var struck: Set<String>
    }

    /// Puts the pad as the standing answer has it.
    mutating func arrange() {
        guard let item, item.question.id == questionId, let session else { return }
        let wanted = Arranged(question: item.question, struck: session.marks.struck[questionId] ?? [])
        if arranged == wanted, showsStanding { return }
        order = item.question.optionOrder(drawn: session.items[position].options)
        let before = arranged == nil ? nil : simulation
        simulation = SimulationPad(item, response: standing?.response)
        if let before { simulation?.keepView(of: before) }
        fitSimulation()
        padWords = nil
        pad = AnswerPad(
            item.question, order: order, struck: wanted.struck, selection: standing?.selection ?? .none)
        arranged = wanted
        fitPad()
    }

    /// Whether the pad is as the standing answer has it, or ahead of it where a write was refused.
    private var showsStanding: Bool {
        unsaved == questionId
            || pad?.selection ?? AnswerGiven.Selection.none == standing?.selection ?? AnswerGiven.Selection.none
                && simulation?.response == standing?.response
    }

    /// The pad already shows what was struck out or restored.
    mutating func noticeStruck() {
        let struck = session?.marks.struck[questionId] ?? []
        arranged?.struck = struck
    }

    mutating func fitSimulation() {
        let rows = promptRows - 1
        simulation?.fit(rows: rows)
    }

    /// An exhibit has as many columns as the screen leaves it.
    mutating func fitPad() {
        let columns = exhibitColumns
        pad?.fit(columns: columns)
    }
}
