import CarrelCore

/// What a question's author should look at, though it can be loaded.
struct QuestionAdvice {
    private let question: Question
    private let site: Site
    private let faults: FaultCollector
    private let recordedOptions: Set<String>

    init(_ placed: ParsedPack.Placed, _ faults: FaultCollector, _ recordedOptions: Set<String>) {
        question = placed.question
        site = placed.site
        self.faults = faults
        self.recordedOptions = recordedOptions
    }

    func advise() {
        adviseOnText()
        adviseOnOptions()
        adviseOnKeywords()
        adviseOnSources()
        for part in labels {
            if part.isExplained == false { faults.warning("says not why", at: part.site) }
            if !recordedOptions.isEmpty, !part.hasWrittenID, !recordedOptions.contains(part.id) {
                faults.warning(
                    "was edited or added since it was loaded, and has no written id: answers to it are no longer known; "
                        + "write ids with lint --fix", at: part.site)
            }
        }
    }

    private func adviseOnText() {
        if question.explanation.count < 100 {
            faults.warning(
                "has \(question.explanation.count) characters; an explanation needs at least 100",
                at: site["explanation"])
        }
        let length = question.stem.count
        if length < 30 { faults.warning("has \(length) characters; a stem needs at least 30", at: site["question"]) }
        if length > 2_000 { faults.warning("has \(length) characters; at most 2,000 are read", at: site["question"]) }
    }

    private func adviseOnKeywords() {
        guard question.kind == .free, question.keywords.count < 3 else { return }
        faults.warning(
            "a free question needs at least 3 keywords; it has \(question.keywords.count)", at: site["keywords"])
    }

    /// A book has no address, and any other address is not opened.
    private func adviseOnSources() {
        for (index, source) in question.sources.enumerated() {
            let scheme = source.lowercased().split(separator: ":", maxSplits: 1).first ?? ""
            guard source.holds("://"), !["http", "https"].contains(scheme) else { continue }
            faults.warning(
                "\(source.quotedExcerpt) is not opened; only http and https addresses are", at: site["sources"][index])
        }
    }

    private func adviseOnOptions() {
        let options = question.options, place = site["options"]
        for (index, option) in options.enumerated() where Self.sumsUp(option.text) {
            // Behind all others it means them all, in whatever order they stand.
            let isLast = option.isFixed && index == options.count - 1
            guard !isLast || option.text.lowercased().holds("both") else { continue }
            faults.warning(
                "\(option.text.quotedExcerpt) depends on the order of options, which is shuffled; put last, with "
                    + "fixed: true, it can mean all of them",
                at: place[index]["text"])
        }
        let longestWrong = options.filter { !$0.isCorrect }.map(\.text.count).max() ?? 0
        for (index, option) in options.enumerated() where option.isCorrect {
            guard Self.givesAway(option.text.count, longestWrong) else { continue }
            faults.warning(
                "gives itself away: \(option.text.count) characters, the longest wrong option has \(longestWrong)",
                at: place[index]["text"])
        }
        let correct = options.count { $0.isCorrect }
        if let choose = question.choose, choose < correct {
            faults.warning("asks for \(choose) options; the number of correct ones is \(correct)", at: site["choose"])
        }
    }

    /// 1.4 times the longest wrong one; a few letters more tell nobody anything.
    private static func givesAway(_ correct: Int, _ longestWrong: Int) -> Bool {
        correct * 10 >= longestWrong * 14 && correct - longestWrong >= 10
    }

    private static func sumsUp(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
        return ["all of the above", "none of the above", "both of the above", "all the above"].contains { phrase in
            words == phrase || words.hasPrefix(phrase + " ") || words.hasSuffix(" " + phrase)
        }
    }

    /// Something that bears a label.
    private struct Part {
        var id: String
        var site: Site
        /// Nil where no reason is asked for.
        var isExplained: Bool?

        var hasWrittenID: Bool { site.node["id"] != nil }
    }

    private var labels: [Part] {
        func parts<Value: Identifiable<String>>(_ key: String, _ values: [Value], _ why: (Value) -> String??) -> [Part]
        {
            values.enumerated().map { index, value in
                Part(id: value.id, site: site[key][index], isExplained: why(value).map { $0 != nil })
            }
        }
        switch question.payload {
        case .none, .choice: return parts("options", question.options) { .some($0.why) }
        case .ordering(let items, let distractors):
            return parts("items", items) { _ in .none } + parts("distractors", distractors) { .some($0.why) }
        case .matching(let pairs, let distractors):
            return parts("pairs", pairs) { .some($0.why) } + parts("distractors", distractors) { .some($0.why) }
        case .hotspot(let regions): return parts("regions", regions) { .some($0.why) }
        case .simulation(let world):
            return world.goals.enumerated().map { index, goal in
                Part(id: goal.id, site: site["world"]["goals"][index], isExplained: goal.why != nil)
            }
        }
    }
}
