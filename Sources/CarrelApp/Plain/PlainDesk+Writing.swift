import CarrelCore
import CarrelStorage

// What a learner writes about a question: notes, reports, corrections.

extension PlainDesk {
    /// Asks for a text, line by line, and keeps it.
    func write(_ writing: Writing) throws -> PlainOutcome {
        guard case .item(let item?) = try fetch(.item(writing.question)) else {
            dialogue.say("\(writing.question): in no pack here.")
            return .back
        }
        var written = WrittenText(text: "")
        if case .correction(let field) = writing.purpose { written.reason = item.correction(of: field)?.reason }
        if writing.purpose == .report {
            guard let answer = askType() else { return .leave }
            guard let type = answer else { return .back }
            written.type = type
        }
        switch askBeginning(with: writing.before(item), of: writing.purpose) {
        case nil: return .leave
        case .leave: return .back
        case .takeAway: break
        case .write(let beginning):
            dialogue.say("Write; \(Self.ending).")
            let (text, isEnd) = lines()
            guard !text.isEmpty else {
                dialogue.say("Nothing written.")
                return isEnd ? .leave : .back
            }
            written.text = [beginning, text].filter { !$0.isEmpty }.joined(separator: "\n")
            // What was written is not lost where the reason is never given.
            var isOver = isEnd
            if case .correction = writing.purpose, !isEnd {
                let reason = dialogue.ask("Why, if you like:")
                isOver = reason == nil
                if let reason, !reason.isEmpty { written.reason = reason }
            }
            keep(written, as: writing, on: item)
            return isOver ? .leave : .back
        }
        keep(written, as: writing, on: item)
        return .back
    }

    private func keep(_ written: WrittenText, as writing: Writing, on item: StudyItem) {
        let events = writing.events(of: written, on: item)
        guard !events.isEmpty else {
            dialogue.say(writing.unchangedWords.prefix(1).uppercased() + writing.unchangedWords.dropFirst() + ".")
            return
        }
        if keep(.record(events)) { dialogue.say(KeptWords(of: events, at: clock()).sentence) }
    }

    /// - Returns: Nil at the end of input; within it nil where nothing is to be reported.
    private func askType() -> FeedbackGiven.Kind?? {
        let kinds = FeedbackGiven.Kind.allCases
        let names = kinds.enumerated().map { "\($0 + 1) \($1.rawValue)" }.joined(separator: ", ")
        while let typed = dialogue.ask("What is it? \(names), Enter goes back:") {
            if typed.isEmpty { return .some(nil) }
            if let kind = Int(typed).flatMap({ kinds[number: $0] }) { return kind }
            dialogue.say("1 to \(kinds.count), or Enter.")
        }
        return nil
    }

    /// What becomes of a text that is there already.
    private enum Beginning {
        /// It is written on, after this.
        case write(after: String)
        case leave, takeAway
    }

    private func askBeginning(with before: String, of purpose: Writing.Purpose) -> Beginning? {
        guard !before.isEmpty else { return .write(after: "") }
        dialogue.say(["It says:", before])
        let empties =
            if case .correction = purpose { "d brings the author's words back" } else { "d takes it away" }
        while let typed = dialogue.ask("a adds to it, w writes it anew, \(empties), Enter leaves it:") {
            switch typed {
            case "": return .leave
            case "a": return .write(after: before)
            case "w": return .write(after: "")
            case "d": return .takeAway
            default: dialogue.say("\(typed): not one of these.")
            }
        }
        return nil
    }

    // MARK: Lines

    static let ending = "a line with only a full stop ends it"

    /// Lines up to one with only a full stop; empty ones stand between paragraphs.
    ///
    /// - Parameters:
    ///   - isWhole: Whether a first line stands for itself: nothing comes after it.
    ///   - taken: Told of what stands so far after each line.
    /// - Returns: What was typed, and whether input ended.
    func lines(
        endingWith isWhole: (String) -> Bool = { _ in false }, taken: (String) -> Void = { _ in }
    ) -> (text: String, isEnd: Bool) {
        var lines: [String] = []
        while let line = dialogue.read() {
            let words = String(Substring(line).trimmed)
            if lines.isEmpty, isWhole(words) { return (words, false) }
            if words == "." { return (lines.joined(separator: "\n").droppingLineEnds, false) }
            lines.append(line)
            taken(lines.joined(separator: "\n"))
        }
        if let rest = dialogue.unfinished() {
            lines.append(rest)
            taken(lines.joined(separator: "\n"))
        }
        return (lines.joined(separator: "\n").droppingLineEnds, true)
    }

    // MARK: Corrections

    /// What of a question can be corrected, and what is.
    func corrections(_ menu: QuestionMenu) throws -> PlainOutcome {
        try PlainMenu(desk: self).run { _ in
            guard case .item(let item?) = try fetch(.item(menu.question)) else { return nil }
            let fields = CorrectableField.all(of: item, in: menu, glyphs: .unicode)
            var entries = fields.map { field in
                let state = [Correction.state(of: field.corrections), Correction.reason(of: field.corrections)]
                    .compactMap { $0 }.joined(separator: ": ")
                return PlainEntry(
                    words: field.title + (field.value.isEmpty ? "" : ": \(field.value)")
                        + (state.isEmpty ? "" : " (\(state))"),
                    choose: { try correct(field, menu) })
            }
            if !menu.reveals(item) { entries.append(PlainEntry(words: CorrectableField.afterAnswer)) }
            let clear = PlainKey(letter: "x", form: "x 2", words: "take the correction of what is numbered 2 off") {
                typed in
                guard let field = Int(typed).flatMap({ fields[number: $0] }), !field.corrections.isEmpty else {
                    dialogue.say("x \(typed): nothing is corrected there.")
                    return .back
                }
                let cleared = NewEvent.clearing(field.corrections.map(\.field), of: menu.question)
                return try carryOut([.perform(.record(cleared))])
            }
            return PlainRows(title: "Correct it for myself", entries: entries, keys: [clear])
        }
    }

    private func correct(_ field: CorrectableField, _ menu: QuestionMenu) throws -> PlainOutcome {
        guard let first = field.fields.first else { return .back }
        return field.isKey
            ? try correctKey(menu) : try write(Writing(question: menu.question, purpose: .correction(first)))
    }

    /// Which options are right, as the learner has it.
    func correctKey(_ menu: QuestionMenu) throws -> PlainOutcome {
        guard case .item(let item?) = try fetch(.item(menu.question)) else { return .back }
        let before = CorrectedKey(of: item, in: menu)
        dialogue.say("")
        for (index, option) in before.options.enumerated() {
            let states = [
                before.right.contains(option.id) ? "right" : "wrong",
                item.authorsValue(of: .option(id: option.id, .isCorrect)) == "true" ? "the author's" : nil,
            ]
            dialogue.say(
                "\(states.compactMap { $0 }.joined(separator: ", ")): \(PlainStem.line(option.text, limit: .max))",
                after: "\(index + 1). ")
        }
        while let typed = dialogue.ask("Numbers of all that are right, Enter leaves it as it is:") {
            if typed.isEmpty { return .back }
            guard let wanted = PlainItem.numbers(typed, upTo: before.options.count) else {
                dialogue.say("\(typed): numbers from 1 to \(before.options.count), such as 1 3.")
                continue
            }
            var key = before
            key.choose(wanted)
            if let fault = key.fault {
                dialogue.say("Not taken: \(fault).")
                continue
            }
            guard let reason = dialogue.ask("Why, if you like:") else { return .leave }
            let events = key.events(reason: reason.isEmpty ? before.reason : reason)
            guard !events.isEmpty else {
                dialogue.say("Nothing changed.")
                return .back
            }
            return try carryOut([.perform(.record(events))])
        }
        return .leave
    }
}
