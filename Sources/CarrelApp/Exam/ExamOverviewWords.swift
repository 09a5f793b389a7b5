import CarrelCore

/// How far an exam is, in lines: for plain mode, and before it is handed in.
struct ExamOverviewWords {
    let session: StudySession
    /// Items that were shown, counted from 0.
    let seen: Set<Int>
    let sitting: ExamSitting
    let titles: ItemTitles

    var lines: [String] {
        let items = session.items.indices
        let open = items.filter { !session.isAnswered(session.items[$0].questionId) }
        let flagged = items.filter { session.marks.flagged.contains(session.items[$0].questionId) }
        let unseen = items.filter { !seen.contains($0) }
        let given = session.givenParts
        let incomplete = items.filter { index in
            let id = session.items[index].questionId
            return titles.isIncomplete(id, given: given[id])
        }
        var lines = ["\(items.count - open.count) of \(items.count) answered."]
        for (words, indices) in [
            ("Not answered", open), ("Not complete", incomplete), ("Flagged", flagged), ("Not seen", unseen),
        ]
        where !indices.isEmpty { lines.append("\(words): \(Self.numbers(indices)).") }
        if sitting.sections.count > 1 {
            for (index, section) in sitting.sections.enumerated() {
                let here = index == sitting.section ? ", you are here" : ""
                lines.append("Part \(index + 1): items \(Self.numbers(Array(section)))\(here).")
            }
        }
        return lines
    }

    /// `3, 5, 8 to 45`: numbers from 1 of indices from 0, which ascend.
    ///
    /// - Parameter most: Runs that are named; of the rest it is said how many they are.
    static func numbers(_ indices: [Int], runs most: Int = .max) -> String {
        var runs: [ClosedRange<Int>] = []
        for index in indices {
            if let last = runs.last, last.upperBound == index - 1 {
                runs[runs.count - 1] = last.lowerBound...index
            } else {
                runs.append(index...index)
            }
        }
        let words = runs.prefix(most).map { run in
            switch run.count {
            case 1: "\(run.lowerBound + 1)"
            case 2: "\(run.lowerBound + 1), \(run.upperBound + 1)"
            default: "\(run.lowerBound + 1) to \(run.upperBound + 1)"
            }
        }
        let rest = runs.dropFirst(most).reduce(0) { $0 + $1.count }
        return words.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
