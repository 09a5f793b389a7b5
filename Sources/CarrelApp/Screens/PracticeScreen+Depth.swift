import CarrelCore

// What opens more about a question once it is answered.

extension PracticeScreen {
    private var read: ReadQuestion? {
        guard let item, let standing, phase == .answered || phase == .grading else { return nil }
        return ReadQuestion(
            item: item, order: order, struck: session?.marks.struck[questionId] ?? [], answer: standing, typed: typed)
    }

    /// What there is of this question; nothing before it is answered.
    var depths: Set<QuestionDepth> {
        guard let read else { return [] }
        return Set(
            QuestionDepth.allCases.filter { depth in
                switch depth {
                case .related: read.item.hasRelated
                case .history, .whole: true
                default: read.text(depth) != nil
                }
            })
    }

    func open(_ depth: QuestionDepth) -> [Effect] {
        guard let read else { return [] }
        switch depth {
        case .related: return [.push(.related(question: questionId, crumbs: crumbs + [depth.title]))]
        case .history: return [.perform(.fetch(.answers(to: questionId)))]
        case .whole: return [.push(.reader(crumbs: crumbs + [depth.title], .question(read)))]
        default: return read.text(depth).map { [.push(.reader(crumbs: crumbs + [depth.title], $0))] } ?? []
        }
    }

    /// The history that was asked for.
    func show(_ answers: PastAnswers, at now: Moment) -> [Effect] {
        [.push(.reader(crumbs: crumbs + [QuestionDepth.history.title], .answers(answers, at: now, order: order)))]
    }
}
