import CarrelCore
import CarrelTerminal

/// A question as lines of plain text: numbered options, states in words, nothing that needs colour or a glyph.
struct SpokenQuestion {
    let item: StudyItem
    /// Option ids in the order they are numbered.
    let order: [String]
    var columns = 80
    /// Options are named by the letters that are their keys on a screen, not by numbers to type.
    var isOnScreen = false

    /// What a screen shows, in words: a line is as long as its text, whoever reads it breaks it anew.
    static func onScreen(_ item: StudyItem, order: [String]) -> Self {
        SpokenQuestion(item: item, order: order, columns: 1_000, isOnScreen: true)
    }

    /// The stem, and the options with their numbers.
    var asked: [String] {
        var lines = stem
        if item.question.kind == .multiple {
            lines.append("(choose \(item.question.choose.map { "\($0)" } ?? "all that apply"))")
        }
        if !options.isEmpty { lines.append("") }
        for (index, option) in options.enumerated() { lines += numbered(index, option.text) + mine(option, .text) }
        return lines + arranged
    }

    /// What is asked, without what can be chosen.
    private var stem: [String] {
        let hasExhibit = item.question.kind != .hotspot && item.question.exhibit != nil
        return text(item.question.stem) + mine(.stem) + (hasExhibit ? [""] + exhibit : [])
    }

    /// What is asked of somebody who hears the options with why each is right or wrong.
    var askedForReview: [String] { item.question.kind.isChoice ? stem : asked }

    /// The verdict, the right answer, why each option is right or wrong, and the explanation.
    ///
    /// - Parameter answer: Nil for an answer that is shown without one having been given.
    func answered(_ answer: StandingAnswer?, typed: TypedAnswerGrade? = nil) -> [String] {
        var lines: [String] = []
        if let answer, answer.grade != nil { lines += verdict(answer) + [""] }
        if item.question.kind == .free {
            if let response = answer?.response, !response.isEmpty {
                lines += ["Your answer:"] + TextLayout.wrap(response, columns: columns).map(\.text) + [""]
            }
            if let typed, !typed.keywords.isEmpty {
                lines.append("Key points:")
                lines += typed.keywords.map {
                    "- \($0.text): \($0.isMatched ? "in your answer" : "missing")\($0.isRequired ? " (needed)" : "")"
                }
                lines.append("")
            }
            lines += ["Model answer:"] + text(item.question.answer) + mine(.answer) + [""]
        }
        for (index, option) in options.enumerated() {
            let isChosen = answer?.selected.contains(option.id) == true
            let state = [option.isCorrect ? "right" : "wrong", isChosen ? "your choice" : nil].compactMap { $0 }
            lines += numbered(index, "\(state.joined(separator: ", ")): \(option.text)") + mine(option, .isCorrect)
            if let why = option.why { lines += indented(text(why, columns: columns - 3)) }
        }
        lines += solved(answer)
        lines += goals(answer)
        if !order.isEmpty { lines.append("") }
        lines += ["Explanation:"] + text(item.question.explanation) + mine(.explanation)
        if let note = item.note { lines += ["", "My note:"] + TextLayout.wrap(note, columns: columns).map(\.text) }
        return lines
    }

    /// Right, wrong or partly right, with the numbers of what would have been right.
    private func verdict(_ answer: StandingAnswer) -> [String] {
        guard let grade = answer.grade else { return [] }
        if grade.isCorrect { return ["Right."] }
        let isKnown = !answer.selection.isEmpty || answer.response != nil
        let points = item.question.kind == .simulation ? ": \(grade.pointsInWords)" : ""
        let word = grade.isPartial ? "Partly right\(points)." : isKnown ? "Wrong." : "Not known."
        if let rightAnswer { return ["\(word) Right is \(rightAnswer)."] }
        let right = options.indices.filter { options[$0].isCorrect }.map(label)
        guard !right.isEmpty else { return [word] }
        return ["\(word) Right \(right.count == 1 ? "is" : "are") \(right.joined(separator: ", "))."]
    }

    private var options: [AnswerOption] {
        let all = item.question.options + item.retiredOptions
        return order.compactMap { id in all.first { $0.id == id } }
    }

    private func numbered(_ index: Int, _ markdown: String) -> [String] { labelled(label(index), markdown) }

    /// Of an option or region, counted from 0.
    func label(_ index: Int) -> String { isOnScreen ? OptionLabels.label(at: index) : "\(index + 1)" }

    func labelled(_ label: String, _ markdown: String) -> [String] {
        labelled(label, lines: text(markdown, columns: columns - 3))
    }

    /// What is no Markdown.
    func labelled(_ label: String, literal: String) -> [String] {
        labelled(label, lines: TextLayout.wrap(literal, columns: columns - 3).map(\.text))
    }

    private func labelled(_ label: String, lines: [String]) -> [String] {
        [Columns.pad("\(label).", to: 3) + (lines.first ?? "")] + indented(Array(lines.dropFirst()))
    }

    func indented(_ lines: [String]) -> [String] { lines.map { $0.isEmpty ? "" : "   " + $0 } }

    func text(_ markdown: String, columns: Int? = nil) -> [String] {
        let numbered = OptionLabels.resolve(markdown) { id in
            item.question.kind.isChoice || item.question.kind == .hotspot
                ? order.firstIndex(of: id).map(label) : item.question.label(of: id, order: order)
        }
        return Markdown.lines(numbered, columns: columns ?? self.columns, isHeard: true).map(\.text)
    }

    private func mine(_ field: QuestionField) -> [String] {
        item.correction(of: field).map { ["(\(Correction.state(of: [$0]) ?? ""))"] } ?? []
    }

    private func mine(_ option: AnswerOption, _ part: QuestionField.OptionPart) -> [String] {
        mine(.option(id: option.id, part)).map { "   " + $0 }
    }
}
