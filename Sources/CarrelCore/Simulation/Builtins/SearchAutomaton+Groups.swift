extension SearchAutomaton {
    /// A way through the states, and where it passed the marks of groups.
    private struct Thread {
        var state: Int
        var slots: [Int]
    }

    /// What the groups of a match that was found stand for: of all ways through it the one that repeats as often as it
    /// can and takes the first option it can, as Pike's machine finds it in time that grows with the match alone.
    ///
    /// - Returns: The match, and each group; nil for one that took no part. All are nil once the budget is spent.
    func parts(of match: Range<Int>, in text: [Character], groups: Int, _ budget: StepBudget) -> [Range<Int>?] {
        let beginning = Thread(state: start, slots: [Int](repeating: -1, count: 2 * groups + 2))
        var current: [Thread] = [], ways = [beginning]
        for place in match.lowerBound...match.upperBound {
            guard budget.take(1 + ways.count * (groups + 1) / 4) else { break }
            current = threads(from: ways, at: place, text)
            guard place < match.upperBound else { break }
            ways = current.compactMap { thread in
                guard case .take(let node, let next) = states[thread.state], Self.fits(node, text[place]) else {
                    return nil
                }
                return Thread(state: next, slots: thread.slots)
            }
        }
        let end = current.first { if case .accept = states[$0.state] { true } else { false } }
        return [match]
            + (0..<groups).map { group in
                guard let slots = end?.slots, case let (from, to) = (slots[2 * group + 2], slots[2 * group + 3]),
                    from >= 0, to >= from
                else { return nil }
                return from..<to
            }
    }

    /// The states that take a character or accept, the preferred ones first; each is entered once.
    private func threads(from ways: [Thread], at place: Int, _ text: [Character]) -> [Thread] {
        var entered: Set<Int> = [], threads: [Thread] = [], waiting = Array(ways.reversed())
        while var thread = waiting.popLast() {
            guard entered.insert(thread.state).inserted else { continue }
            switch states[thread.state] {
            case .take, .accept: threads.append(thread)
            case .check(let node, let next):
                guard Self.holds(node, at: place, text) else { continue }
                thread.state = next
                waiting.append(thread)
            case .split(let one, let other):
                waiting.append(Thread(state: other, slots: thread.slots))
                thread.state = one
                waiting.append(thread)
            case .mark(let slot, let next):
                thread.slots[slot] = place
                thread.state = next
                waiting.append(thread)
            }
        }
        return threads
    }
}
