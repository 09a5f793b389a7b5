import CarrelCore
import CarrelStorage

// A free answer: written line by line, then graded by the learner beside the model answer.

extension PlainItem {
    mutating func write(_ item: StudyItem) throws -> Outcome? {
        var begun = session.place.drafts[questionId] ?? ""
        if !begun.isEmpty { dialogue.say(["Begun earlier, and gone on with:", begun]) }
        while true {
            let anew = begun.isEmpty ? "" : " w writes it anew,"
            dialogue.say("Your answer; \(PlainDesk.ending). 0 if you don't know,\(anew) ? for more.", after: "")
            let (desk, before) = (desk, begun)
            // Each line is on disk before the next is typed.
            var isBlank = false
            let (text, isEnd) = desk.lines {
                isBlank = $0.isEmpty
                return isBlank || $0 == "0" || $0 == "w" && !before.isEmpty || Self.words(for: $0) != nil
            } taken: {
                keep(draft: Self.joined(before, $0))
            }
            if isEnd { return .leave }
            // A blank line before anything is written says nothing: commands are to be understood after it.
            if isBlank { continue }
            if text == "0" {
                if give(.none, response: begun.isEmpty ? nil : begun, grade: .wrong) { return nil }
            } else if text == "w", !begun.isEmpty {
                begun = ""
            } else if let outcome = try command(text, isText: true) {
                return outcome
            } else if Self.words(for: text) == nil {
                let whole = Self.joined(begun, text)
                let written = desk.clock()
                guard let confidence = weigh() else { return .leave }
                guard !confidence.isTakenBack else {
                    begun = whole
                    continue
                }
                guard give(.none, response: whole, confidence: confidence.value, at: written) else {
                    begun = whole
                    continue
                }
                try suggest(item)
                return nil
            }
        }
    }

    private static func joined(_ before: String, _ text: String) -> String {
        [before, text].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private mutating func keep(draft: String) {
        session.place.drafts[questionId] = draft
        _ = desk.keep(.keepPlace(PlacedSession(session: session.id, place: session.place)))
    }

    mutating func suggest(_ item: StudyItem) throws {
        guard let standing = session.answers[questionId] else { return }
        let command = Command.suggest(question: questionId, answer: standing.response ?? "")
        if case .suggestion(let grade) = try desk.performer.perform(command).get() { typed = grade }
    }

    mutating func gradeIt(_ item: StudyItem) throws -> Outcome? {
        dialogue.say([""] + page(item).answered(session.answers[questionId], typed: typed))
        let scale = session.settings.grades
        let suggested = typed.flatMap(\.suggestedRating).map { scale.nearest($0) }
        let names = scale.ratings.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
        let usual = suggested.map { ", Enter for \($0)" } ?? ""
        while let text = dialogue.ask("How well did you know it? \(names)\(usual):") {
            let typed = Int(text).flatMap { scale.ratings[number: $0] }
            guard let rating = typed ?? (text.isEmpty ? suggested : nil) else {
                if let outcome = try command(text) { return outcome }
                continue
            }
            let graded = AnswerGraded(rating)
            guard desk.keep(record(.answerGraded(graded))) else { continue }
            session.answers[questionId]?.grade = AnswerGrade(isCorrect: graded.isCorrect, score: graded.score)
            session.answers[questionId]?.rating = rating
            dialogue.say("Saved: \(rating).")
            return nil
        }
        return .leave
    }
}
