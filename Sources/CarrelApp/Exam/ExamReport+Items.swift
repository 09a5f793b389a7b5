import CarrelCore

// Every item of a report in full: what was asked, what was answered and what is right.

extension ExamReport {
    /// An item in words.
    struct Item: Equatable {
        var number: Int
        /// `wrong`, `right (did not count)`.
        var state: String
        var domain: String?
        /// Markdown, as its author wrote it.
        var stem: String
        var exhibit: [String] = []
        /// Texts of what was chosen, or the lines that were run.
        var answered: [String] = []
        var right: [String] = []
        /// Lines are commands: they stand as they were typed.
        var isCommands = false
    }

    /// Empty where no pack holds any of the questions.
    var items: [Item] {
        facts.session.items.enumerated().compactMap { index, drawn in
            let id = drawn.questionId
            guard let question = facts.questions[id] else { return nil }
            let answer = facts.session.answers[id] ?? StandingAnswer()
            var item = Item(
                number: index + 1, state: state(of: id) + (drawn.isScored ? "" : " (did not count)"),
                domain: facts.domainOf[id], stem: question.stem)
            item.exhibit = question.exhibit == nil ? [] : question.exhibitLines
            item.right = question.rightWords
            if case .simulation = question.payload {
                item.isCommands = true
                item.answered = Self.commands(answer.response, question)
            } else if question.kind == .free {
                item.answered = answer.response.map { [$0] } ?? []
            } else {
                item.answered = question.words(for: answer.selection, options: question.options)
                let gone = answer.selection.ids.count + answer.selection.pairs.count - item.answered.count
                if gone > 0 {
                    item.answered.append("\(RelativeTime.count(gone, "option")) not in the question any more")
                }
            }
            return item
        }
    }

    private static func commands(_ response: String?, _ question: Question) -> [String] {
        question.inWords([SimulationEntry](response: response))
    }

    var itemsMarkdown: [String] {
        items.flatMap { item -> [String] in
            var lines = ["", "### \(item.number). \(Self.cell(item.title))", ""]
            // In a quote, which ends a code block that its author did not.
            lines += item.stem.reportLines.map { "> \($0)" }
            if !item.exhibit.isEmpty { lines += [">"] + Self.fenced(item.exhibit).map { "> \($0)" } }
            for (name, texts) in item.told {
                lines += ["", "**\(name)**", ""]
                if item.isCommands, !texts.isEmpty {
                    lines += Self.fenced(texts)
                } else {
                    lines += (texts.isEmpty ? ["nothing"] : texts).flatMap(Self.listed)
                }
            }
            return lines
        }
    }

    /// One entry of a list, what it has of further lines under it.
    private static func listed(_ text: String) -> [String] {
        text.reportLines.enumerated().map { $0.offset == 0 ? "- \($0.element)" : "  \($0.element)" }
    }

    /// In a fence that is longer than any in the lines.
    private static func fenced(_ lines: [String]) -> [String] {
        let ticks = lines.map { $0.prefix { $0 == " " }.count + $0.count { $0 == "`" } }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, ticks + 1))
        return [fence] + lines + [fence]
    }
}

extension ExamReport.Item {
    var title: String { [state, domain].compactMap { $0 }.joined(separator: ", ") }

    var told: [(name: String, texts: [String])] { [("Answered", answered), ("Right", right)] }
}

extension Question {
    /// What is right, by its texts; of a simulation the lines of one way to it.
    var rightWords: [String] {
        switch payload {
        case .ordering(let items, _): return words(for: .ordered(items.map(\.id)), options: [])
        case .matching(let pairs, _):
            return words(
                for: .paired(Dictionary(pairs.map { ($0.id, $0.id) }) { first, _ in first }), options: [])
        case .hotspot(let regions): return words(for: .chosen(Set(regions.filter(\.isCorrect).map(\.id))), options: [])
        case .simulation(let world):
            return inWords(world.solution.map { SimulationEntry(device: $0.device, command: $0.command) })
        default:
            return kind == .free ? [answer] : options.filter(\.isCorrect).map(\.text)
        }
    }

    /// Lines of a simulation, with their devices where there are several.
    func inWords(_ entries: [SimulationEntry]) -> [String] {
        guard case .simulation(let world) = payload else { return [] }
        return entries.map { world.devices.count > 1 ? "\($0.device): \($0.command)" : $0.command }
    }
}

extension String {
    var reportLines: [String] {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
