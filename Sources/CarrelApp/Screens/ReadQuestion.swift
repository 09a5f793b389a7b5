import CarrelCore
import CarrelTerminal

/// A whole answered question, to be read full screen.
struct ReadQuestion: Equatable, Sendable {
    var item: StudyItem
    /// Option ids in the order they are shown.
    var order: [String]
    var struck: Set<String> = []
    var answer: StandingAnswer
    var typed: TypedAnswerGrade?

    func lines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        var page = QuestionPage(item: item, order: order, columns: columns, glyphs: glyphs)
        page.pad = AnswerPad(item.question, order: order, struck: struck)
        page.answer = answer
        page.typed = typed
        var lines = page.lines.map(\.text)
        for (depth, content) in QuestionDepth.allCases.compactMap({ depth in text(depth).map { (depth, $0) } }) {
            lines += .gap + [StyledLine(depth.title, style: .heading)]
            lines += content.lines(columns: columns + 4, glyphs: glyphs)
        }
        return lines
    }

    /// The same for somebody who hears it.
    var heard: [String] {
        let question = SpokenQuestion.onScreen(item, order: order)
        var lines = question.asked + question.answered(answer, typed: typed)
        for (depth, content) in QuestionDepth.allCases.compactMap({ depth in text(depth).map { (depth, $0) } }) {
            lines += [depth.title] + content.heard
        }
        return lines
    }

    /// What a depth has to read by itself; nil where the question has no such thing, or it has to be looked up.
    func text(_ depth: QuestionDepth) -> ReaderContent? {
        func markdown(_ source: String?) -> ReaderContent? {
            source.map { .markdown(OptionLabels.resolve($0) { item.question.label(of: $0, order: order) }) }
        }
        return switch depth {
        case .short: markdown(item.question.tldr)
        case .simple: markdown(item.question.eli5)
        case .diagram: item.question.diagram.map { .diagram($0) }
        case .sources: item.question.sources.isEmpty ? nil : .sources(item.question.sources)
        case .related, .history, .whole: nil
        }
    }
}
