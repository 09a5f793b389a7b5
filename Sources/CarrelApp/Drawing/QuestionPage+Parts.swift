import CarrelCore
import CarrelTerminal

// What the parts of every answer pad have in common: a head, a text, and after the answer why.

extension QuestionPage {
    /// How much is asked for; nil where it goes without saying.
    var amountWords: String? {
        switch pad ?? AnswerPad(item.question, order: order) {
        case .choice(let pad): return pad.isSingle ? nil : words(pad.request, pad.amount)
        case .ordering(let pad):
            return pad.hasDistractors ? "(put in order; not all belong)" : "(put in order)"
        case .matching(let pad): return words("pair \(pad.lefts.count)", pad.amount)
        case .hotspot(let pad): return words(pad.request, pad.amount)
        case nil: return nil
        }
    }

    private func words(_ request: String, _ amount: PadAmount) -> String {
        guard amount.given > 0, answer == nil, amount.asked != nil, amount.asked != 1 else { return "(\(request))" }
        return "(\(request), \(amount.given) \(amount.word))"
    }

    /// The head of a part: the pointer or a verdict, then whatever names the part.
    func head(_ isPointed: Bool, verdict: Bool? = nil) -> StyledLine {
        if isPointed { return StyledLine(glyphs.pointer, style: .selection) }
        guard let verdict else { return StyledLine(" ") }
        return StyledLine(verdict ? glyphs.right : glyphs.wrong, style: verdict ? .right : .wrong)
    }

    /// A head and a text in as many lines as they need.
    func part(_ head: StyledLine, _ markdown: String, style: Style = .text, columns: Int) -> [StyledLine] {
        let indent = head.width
        let parts = Markdown.lines(
            resolved(markdown), columns: max(4, columns - indent), base: style, ascii: glyphs.isASCII)
        return parts.enumerated().map { row, part in
            StyledLine(spans: (row == 0 ? head : StyledLine(String(repeating: " ", count: indent))).spans + part.spans)
        }
    }

    /// Lines that belong to one part, or to none; the pointer stands on the first where it stands on the part.
    func lines(_ texts: [StyledLine], part: Int?) -> [Line] {
        let isPointed = isOpen && part != nil && part == pad?.pointer
        return texts.enumerated().map { row, text in
            Line(
                text: text, option: part, isFirstOfOption: row == 0, anchor: isPointed && row == 0 ? 0 : nil,
                isOutdented: true)
        }
    }

    /// Why it is as it is, under it; nothing before the answer.
    func why(_ text: String?, indent: Int) -> [StyledLine] {
        guard answer != nil, let text else { return [] }
        return part(StyledLine(String(repeating: " ", count: indent)), text, columns: columns)
    }
}
