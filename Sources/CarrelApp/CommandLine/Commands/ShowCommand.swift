import CarrelCore
import CarrelStorage

/// `carrel show QUESTION`: a question by its id, and what the learner did with it.
struct ShowCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape = """
        {id, kind, difficulty, channel, subChannel, stem, answer, explanation, tldr?, eli5?, exhibit?, diagram?, tags: [text], \
        sources: [text], options: [{id, text, isRight, why?}], note?, isBookmarked, isRetired, \
        corrections: [{field, value, reason?}], answers: [{at, right?, seconds, chosen: [text], response?}]}
        """

    struct Output: Encodable {
        struct Option: Encodable {
            var id, text: String
            var isRight: Bool
            var why: String?
        }
        struct Correction: Encodable {
            var field, value: String
            var reason: String?
        }
        struct Answer: Encodable {
            var at: String
            var right: Bool?
            var seconds: Int
            /// Texts.
            var chosen: [String]
            var response: String?
        }
        var id, kind, difficulty, channel, subChannel, stem, answer, explanation: String
        var tldr, eli5, exhibit, diagram: String?
        var tags, sources: [String]
        var options: [Option]
        var note: String?
        var isBookmarked, isRetired: Bool
        var corrections: [Correction]
        var answers: [Answer]
    }

    func run() throws -> Int32 {
        let id = invocation.operands[0]
        let store = try LearnerFile(places).lookAtLibrary()
        let performer = StorePerformer(store: store, clock: SystemClock.now, seed: 0)
        guard let item = try performer.item(id) else {
            let near = NearestName.to(id, among: try store.catalogueNames().questions.keys.sorted())
            let words = near.map { "; did you mean \($0)?" } ?? ""
            throw UsageError("\(id): no such question\(words)")
        }
        let answers = try performer.answers(to: id)
        let exam = try performer.runningExam(asking: id)
        LearnerFile.close(store)
        if let exam {
            let words = "\(exam.title) is under way and asks this: what is right is told when it is handed in"
            if invocation.has("--json") { throw UsageError("\(id): \(words)") }
            Console.say((page(item).asked + ["", words + "."]).joined(separator: "\n"))
            return 0
        }
        if invocation.has("--json") {
            try Console.json(Output(item, answers))
        } else {
            Console.say(lines(item, answers).joined(separator: "\n"))
        }
        return 0
    }

    private func page(_ item: StudyItem) -> SpokenQuestion {
        SpokenQuestion(item: item, order: item.question.previewOrder, columns: min(Console.columns ?? 80, 80))
    }

    private func lines(_ item: StudyItem, _ answers: [AnswerFacts]) -> [String] {
        let page = page(item)
        var lines = page.asked
        if item.isRetired { lines += ["", "No pack has this question any more."] }
        if invocation.has("--answer") || item.isSeen {
            lines += [""] + page.answered(nil)
        } else {
            lines += ["", "Not answered yet: carrel practice \(item.question.id) asks it, --answer gives it away."]
        }
        guard !answers.isEmpty else { return lines }
        let now = SystemClock.now()
        lines += ["", "Your answers:"]
        lines += answers.map { "- \($0.words(at: now))" }
        return lines
    }
}

extension ShowCommand.Output {
    init(_ item: StudyItem, _ answers: [AnswerFacts]) {
        let question = item.question
        self.init(
            id: question.id, kind: question.kind.rawValue, difficulty: question.difficulty.rawValue,
            channel: question.channel, subChannel: question.subChannel, stem: question.stem, answer: question.answer,
            explanation: question.explanation, tldr: question.tldr, eli5: question.eli5, exhibit: question.exhibit,
            diagram: question.diagram, tags: question.tags, sources: question.sources,
            options: question.parts.map { Option(id: $0.id, text: $0.text, isRight: $0.isCorrect, why: $0.why) },
            note: item.note, isBookmarked: item.isBookmarked, isRetired: item.isRetired,
            corrections: item.corrections.map {
                Correction(field: $0.field.name, value: $0.value, reason: $0.reason)
            },
            answers: answers.map {
                Answer(
                    at: $0.at.iso, right: $0.grade?.isCorrect, seconds: $0.elapsedMs / 1000, chosen: $0.chosen,
                    response: $0.response)
            })
    }
}
