import CarrelCore
import CarrelStorage
import CarrelTerminal

// The overview within an exam.

extension ExamScreen {
    mutating func openOverview() -> [Effect] {
        guard let session else { return [] }
        confirmed = nil
        var overview = ExamOverview(session, position: position, seen: run?.exam.seen ?? []) { item in
            item == position || sitting?.allows(.go(item)) == true
        }
        overview.parts = sitting?.sections ?? []
        overview.hidesAhead = rules.navigation == .forwardOnly
        overview.take(titles)
        overview.resize(columns: columns, rows: rows)
        self.overview = overview
        return [.perform(.fetch(.itemTitles(session.items.map(\.questionId))))]
    }

    mutating func overviewPress(_ key: Key) -> [Effect] {
        guard var overview else { return [] }
        let outcome = overview.press(key)
        self.overview = overview
        return carryOut(outcome)
    }

    mutating func point(_ index: Int) -> [Effect] {
        guard var overview else { return [] }
        let outcome = overview.point(index)
        self.overview = overview
        return carryOut(outcome)
    }

    private mutating func carryOut(_ outcome: ExamOverview.Outcome) -> [Effect] {
        switch outcome {
        case .nothing: return []
        case .close: overview = nil
        case .go(let index):
            guard index != position else {
                overview = nil
                return []
            }
            if index > position, sitting?.leavesForGood == true, sitting?.allows(.go(index)) == true {
                // What has to be said about leaving for good is said at the item.
                self.overview = nil
                return onward()
            }
            if sitting?.allows(.go(index)) == true, phase == .open, let words = leftFirst() { return words }
            let effects = move(.go(index))
            if position == index { overview = nil }
            return effects
        case .flag(let question):
            let isFlagged = session?.marks.flagged.contains(question) == true
            return [
                .perform(
                    .record([
                        NewEvent(
                            .itemMarked(ItemMarked(isMarked: !isFlagged)), sessionId: sessionId, questionId: question)
                    ]))
            ]
        case .say(let words): return [.say(words), .barrier]
        case .finish:
            return savedFirst() ?? refusal ?? [keepPlace(), .push(.confirm(finishing))]
        case .help: return [.push(.help(overview?.help ?? KeyTable.overview.help(in: OverviewFacts())))]
        }
        return []
    }

    /// What has to be said, once each, before the item is left from here.
    private mutating func leftFirst() -> [Effect]? {
        if let refusal { return refusal }
        let again = "\(KeyTable.overview.word(of: .open)) again leaves it"
        if let pad, let fault = pad.amount.fault, confirmed != .amount(pad.amount.given), confirmed != .unread {
            confirmed = .amount(pad.amount.given)
            return [.say("item \(position + 1): \(fault); \(again)"), .barrier]
        }
        // Where the rest can be read nothing else of the overview is in the way.
        guard !isRead, confirmed != .unread else { return nil }
        confirmed = .unread
        return [.say("there is more of item \(position + 1) below; \(again)"), .barrier]
    }

    /// What is asked before an exam is handed in: what is unanswered, by number.
    var finishing: Confirmation {
        let items = session?.items ?? []
        let open = items.indices.filter { session?.isAnswered(items[$0].questionId) != true }
        let given = session?.givenParts ?? [:]
        let incomplete = items.indices.filter { index in
            titles.isIncomplete(items[index].questionId, given: given[items[index].questionId])
        }
        let flagged = items.indices.filter { session?.marks.flagged.contains(items[$0].questionId) == true }
        func list(_ indices: [Int]) -> String { ExamOverviewWords.numbers(indices, runs: 20) }
        var words = open.isEmpty ? ["Every item is answered."] : ["Not answered: \(list(open))."]
        if !incomplete.isEmpty { words.append("Not complete: \(list(incomplete)).") }
        if !flagged.isEmpty { words.append("Flagged: \(list(flagged)).") }
        words.append("Handed in, it cannot be changed.")
        return Confirmation(
            title: session?.title ?? "Exam", message: words.joined(separator: " "),
            buttons: [
                Confirmation.Button(label: "Go on with it", effects: [.pop]),
                Confirmation.Button(label: "Hand it in", effects: [.pop, .perform(.submit(sessionId))]),
            ])
    }
}
