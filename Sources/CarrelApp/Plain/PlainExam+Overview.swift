import CarrelCore
import CarrelStorage

// How far an exam is, item by item and by domain.

extension PlainExam {
    func overview() throws -> [String] {
        ExamOverviewWords(
            session: session, seen: run.place.exam?.seen ?? [], sitting: run.sitting, titles: try titles()
        ).lines
    }

    private func titles() throws -> ItemTitles {
        guard case .itemTitles(let titles) = try desk.fetch(.itemTitles(session.items.map(\.questionId))) else {
            return ItemTitles()
        }
        return titles
    }

    /// Nothing is told of an item before it is reached where there is no way back.
    private var reached: ClosedRange<Int> {
        0...(rules.navigation == .forwardOnly ? position : session.items.count - 1)
    }

    /// `Threats: 2 of 5 answered; not answered 3, 7, 12.`, for each domain of which something may be told.
    func domains() throws -> [String] {
        let ids = session.items.map(\.questionId)
        let titles = try titles()
        var names: [String] = [], items: [String: [Int]] = [:]
        for index in reached {
            guard let name = titles.domains[ids[index]] else { continue }
            if items[name] == nil { names.append(name) }
            items[name, default: []].append(index)
        }
        return names.map { name in
            let own = items[name] ?? []
            let open = own.filter { !session.isAnswered(ids[$0]) }
            let rest = open.isEmpty ? "" : "; not answered \(ExamOverviewWords.numbers(open))"
            return "\(name): \(own.count - open.count) of \(own.count) answered\(rest)."
        }
    }

    /// Each item with what stands of it.
    ///
    /// - Parameter kind: `open`, `flagged` or `unseen` for those alone; empty for all.
    func sayItems(_ kind: String) throws {
        let ids = session.items.map(\.questionId)
        let titles = try titles(), given = session.givenParts
        let seen = run.place.exam?.seen ?? []
        let shown = reached.filter { index in
            switch kind {
            case "open": !session.isAnswered(ids[index]) || titles.isIncomplete(ids[index], given: given[ids[index]])
            case "flagged": session.marks.flagged.contains(ids[index])
            case "unseen": !seen.contains(index)
            default: true
            }
        }
        for index in shown {
            let id = ids[index]
            let states = [
                titles.isIncomplete(id, given: given[id])
                    ? "incomplete"
                    : session.isAnswered(id) ? "answered" : seen.contains(index) ? "not answered" : "not seen",
                session.marks.flagged.contains(id) ? "flagged" : nil, index == position ? "you are here" : nil,
            ]
            let stem = Self.beginning(of: titles.stems[id].map(PlainStem.line) ?? id)
            dialogue.say("\(states.compactMap { $0 }.joined(separator: ", ")): \(stem)", after: "\(index + 1). ")
        }
        if shown.isEmpty { dialogue.say("None.") }
        if kind.isEmpty, reached.count < ids.count {
            dialogue.say("\(RelativeTime.count(ids.count - reached.count, "item")) to come.")
        }
    }

    /// The first words: enough to know a question again.
    private static func beginning(of stem: String) -> String {
        let words = stem.split(separator: " ")
        return words.prefix(10).joined(separator: " ") + (words.count > 10 ? " ..." : "")
    }
}
