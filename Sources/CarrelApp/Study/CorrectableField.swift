import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Something of a question that a learner may have otherwise: one field, or the key as a whole.
struct CorrectableField: Equatable {
    var fields: [QuestionField]
    var title: String
    var value: String
    var corrections: [Correction]

    var isKey: Bool { fields.first?.isKey ?? false }

    /// Said below the list where the key and the explanation are not in it.
    static let afterAnswer = "The key and the explanation: after your answer."

    /// What may be seen here: before an answer only what stands on screen anyway.
    static func all(of item: StudyItem, in menu: QuestionMenu, glyphs: Glyphs) -> [CorrectableField] {
        let question = item.question
        let options = menu.options(of: question)
        let order = options.map(\.id)
        let isOpen = menu.reveals(item)
        func field(_ field: QuestionField) -> CorrectableField {
            CorrectableField(
                fields: [field], title: field.title(in: question, glyphs: glyphs),
                value: PlainStem.line(OptionLabels.resolve(question[field] ?? "", order: order)),
                corrections: item.correction(of: field).map { [$0] } ?? [])
        }
        var all = [field(.stem)]
        if isOpen, question.kind.isChoice { all.append(key(of: item, options: options, glyphs)) }
        for option in options {
            all.append(field(.option(id: option.id, .text)))
            if isOpen { all.append(field(.option(id: option.id, .why))) }
        }
        if isOpen {
            if !question.kind.isChoice { all.append(field(.answer)) }
            all += [.explanation, .tldr, .eli5].map(field)
        }
        // Where an option left, its correction is shown to be taken off.
        let shown = Set(all.flatMap(\.fields))
        let left = isOpen ? item.corrections.filter { !question.has($0.field) && !shown.contains($0.field) } : []
        return all
            + left.map {
                CorrectableField(fields: [$0.field], title: "Option that left", value: $0.value, corrections: [$0])
            }
    }

    private static func key(of item: StudyItem, options: [AnswerOption], _ glyphs: Glyphs) -> CorrectableField {
        let fields = item.question.options.map { QuestionField.option(id: $0.id, .isCorrect) }
        let right = options.filter(\.isCorrect).map { PlainStem.quoted($0.text, glyphs: glyphs) }
        return CorrectableField(
            fields: fields, title: QuestionField.option(id: "", .isCorrect).title(in: item.question, glyphs: glyphs),
            value: right.joined(separator: ", "), corrections: item.corrections.filter { fields.contains($0.field) })
    }
}
