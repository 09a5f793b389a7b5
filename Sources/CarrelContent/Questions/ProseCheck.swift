import CarrelCore

/// Checks what an author writes about options: they are shuffled, so text names them as `{{id}}` and never by letter.
struct ProseCheck {
    /// What `{{id}}` may name; empty for kinds without labels.
    let labels: Set<String>
    let faults: FaultCollector

    func check(_ question: Question, at site: Site) {
        check(question.stem, at: site["question"])
        check(question.explanation, at: site["explanation"])
        if question.kind == .free { check(question.answer, at: site["answer"]) }
        if let tldr = question.tldr { check(tldr, at: site["tldr"]) }
        if let eli5 = question.eli5 { check(eli5, at: site["eli5"]) }
        check(whys: question.options.map(\.why), at: site["options"])
        switch question.payload {
        case .none, .choice: break
        case .ordering(let items, let distractors):
            check(whys: items.map(\.why), at: site["items"])
            check(whys: distractors.map(\.why), at: site["distractors"])
        case .matching(let pairs, let distractors):
            check(whys: pairs.map(\.why), at: site["pairs"])
            check(whys: distractors.map(\.why), at: site["distractors"])
        case .hotspot(let regions): check(whys: regions.map(\.why), at: site["regions"])
        case .simulation(let world): check(whys: world.goals.map(\.why), at: site["world"]["goals"])
        }
    }

    private func check(whys: [String?], at site: @autoclosure () -> Site) {
        for (index, why) in whys.enumerated() {
            if let why { check(why, at: site()[index]["why"]) }
        }
    }

    private func check(_ text: String, at site: @autoclosure () -> Site) {
        guard let prose = Prose(text) else { return }
        for reference in prose.references where !labels.contains(reference) {
            let allowed =
                labels.isEmpty
                ? "this question has no options to name"
                : NearestName.to(reference, among: labels).map { "did you mean {{\($0)}}?" }
                    ?? "use \(labels.sorted().joined(separator: ", "))"
            faults.error(
                "{{\(reference)}} names no option; \(allowed) (literal braces go in backticks)", at: site())
        }
        guard !labels.isEmpty, let phrase = prose.letteredOption else { return }
        faults.error(
            "\(phrase.quotedExcerpt) names an option by its label, but options are shuffled; write {{id}} (literal text "
                + "goes in backticks)", at: site())
    }
}
