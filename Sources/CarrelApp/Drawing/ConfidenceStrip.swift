import CarrelTerminal

/// One line that asks how sure the learner is, before anything is given away.
enum ConfidenceStrip {
    static func draw(on canvas: inout Canvas, y: Int, facts: QuestionFacts, glyphs: Glyphs) {
        var x = canvas.draw("How sure?", x: 2, y: y, style: .heading) + 2
        canvas.anchor = Position(x: 2, y: y)
        func key(_ action: QuestionAction) -> String {
            KeyTable.confidence.key(of: action, in: facts)?.label(ascii: glyphs.isASCII) ?? ""
        }
        for choice in [QuestionAction.guess, .unsure, .sure] {
            x = canvas.draw("\(key(choice)) \(choice.name)", x: x, y: y) + 2
        }
    }
}
