import CarrelCore

/// A question answered by choosing among options: one of them (`single`) or several (`multiple`).
enum ChoiceSchema {
    static func read(_ fields: inout Fields, kind: QuestionKind) -> QuestionBody? {
        var labels = LabelReader()
        let errorsBefore = fields.faults.errorCount
        let options = fields.list("options", .required, atLeast: 2, atMost: LabelReader.mostLabels) {
            option($0, &labels, $1)
        }
        let correct = options.filter(\.isCorrect)
        // How many are correct is known only when every option could be read.
        if fields.faults.errorCount == errorsBefore { check(correct.count, of: options.count, kind, &fields) }
        let choose = kind == .multiple ? choose(&fields, correct: correct.count) : nil
        guard !options.isEmpty else { return nil }
        return QuestionBody(
            answer: correct.map(\.text).joined(separator: "; "), options: options,
            payload: kind == .multiple ? .choice(choose: choose) : .none, labels: labels.all)
    }

    private static func option(_ site: Site, _ labels: inout LabelReader, _ faults: FaultCollector) -> AnswerOption? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let text = fields.text("text"), id = labels.id(&fields, for: text)
        let isCorrect = fields.flag("correct"), isFixed = fields.flag("fixed"), why = fields.text("why", .optional)
        fields.finish("an option")
        labels.mark(text, at: site["text"], faults)
        guard let id, let text else { return nil }
        return AnswerOption(id: id, text: text, isCorrect: isCorrect, why: why, isFixed: isFixed)
    }

    private static func choose(_ fields: inout Fields, correct: Int) -> Int? {
        fields.value("choose", .optional) { site, faults in
            guard let count = site.integer(in: 1...LabelReader.mostLabels, faults) else { return nil }
            if count > correct {
                faults.error("asks for \(count) options; the number of correct ones is \(correct)", at: site)
            }
            return count
        }
    }

    private static func check(_ correct: Int, of count: Int, _ kind: QuestionKind, _ fields: inout Fields) {
        let site = fields.site["options"]
        if correct == 0 {
            fields.faults.error("no option is correct; mark one with correct: true", at: site)
        } else if correct == count {
            fields.faults.error("all \(count) options are correct; at least one must be wrong", at: site)
        } else if kind == .single, correct > 1 {
            fields.faults.error("\(correct) options are correct; a single question has one, or is multiple", at: site)
        }
    }
}
