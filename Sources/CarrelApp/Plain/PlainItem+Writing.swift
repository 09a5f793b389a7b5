import CarrelCore
import CarrelStorage

// A free answer: written line by line, then graded by the learner beside the model answer.

extension PlainItem {
    mutating func write(_ item: StudyItem) throws -> Outcome? {
        if let draft = session.place.drafts[questionId] { dialogue.say(["Begun earlier:", draft]) }
        while true {
            dialogue.say("Your answer; \(PlainDesk.ending). 0 if you don't know, ? for more.")
            let (text, isEnd) = desk.lines { $0 == "0" || Self.words(for: $0) != nil }
            if isEnd {
                // Nothing typed is ever lost.
                if !text.isEmpty { session.place.drafts[questionId] = withDraft(text) }
                _ = desk.keep(.keepPlace(PlacedSession(session: session.id, place: session.place)))
                return .leave
            }
            if text == "0" {
                if give(.none, response: session.place.drafts[questionId], grade: .wrong) { return nil }
            } else if let outcome = try command(text, isText: true) {
                return outcome
            } else if Self.words(for: text) == nil {
                guard let confidence = weigh() else { return .leave }
                guard give(.none, response: withDraft(text), confidence: confidence.value) else { continue }
                try suggest(item)
                return nil
            }
        }
    }

    private func withDraft(_ text: String) -> String {
        [session.place.drafts[questionId], text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
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
            let place = Int(text).map { $0 - 1 } ?? -1
            let chosen = scale.ratings.indices.contains(place) ? scale.ratings[place] : text.isEmpty ? suggested : nil
            guard let rating = chosen else {
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
