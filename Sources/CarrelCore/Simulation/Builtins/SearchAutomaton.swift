/// The states of a regular expression (Thompson's construction), and the way through them.
struct SearchAutomaton: Sendable {
    enum State: Sendable {
        /// Takes a character that the node fits, and goes on to the next state.
        case take(SearchPattern.Node, next: Int)
        /// Goes on without a character, where the node holds here.
        case check(SearchPattern.Node, next: Int)
        /// Goes on in two ways, rather in the first.
        case split(Int, Int)
        /// Passes the beginning of a group, at an even slot, or its end behind it.
        case mark(Int, next: Int)
        case accept
    }

    /// States an expression may have; GNU's tools know such a limit as well.
    static let mostStates = 4_000

    private(set) var states: [State] = [.accept]
    private(set) var start = 0
    /// Nodes that were made into states: a repetition of nothing makes none.
    private var made = 0

    init(_ node: SearchPattern.Node) throws(SearchPattern.Fault) { start = try add(node, before: 0) }

    private mutating func add(_ state: State) -> Int {
        states.append(state)
        return states.count - 1
    }

    /// The state that begins the node; behind the node comes `next`.
    private mutating func add(_ node: SearchPattern.Node, before next: Int) throws(SearchPattern.Fault) -> Int {
        made += 1
        guard made < Self.mostStates, states.count < Self.mostStates else { throw SearchPattern.Fault.tooBig }
        switch node {
        case .any, .one, .among: return add(.take(node, next: next))
        case .start, .end, .word: return add(.check(node, next: next))
        case .group(let number, let inner):
            let end = add(.mark(2 * number + 1, next: next))
            return add(.mark(2 * number, next: try add(inner, before: end)))
        case .sequence(let parts):
            var next = next
            for part in parts.reversed() { next = try add(part, before: next) }
            return next
        case .either(let options):
            var first: Int?
            for option in options.reversed() {
                let begin = try add(option, before: next)
                first = first.map { add(.split(begin, $0)) } ?? begin
            }
            return first ?? next
        case .times(let inner, let least, let most):
            var next = next
            if let most {
                let end = next
                for _ in 0..<max(0, most - least) { next = add(.split(try add(inner, before: next), end)) }
            } else {
                let loop = add(.split(next, next))
                states[loop] = .split(try add(inner, before: loop), next)
                next = loop
            }
            for _ in 0..<least { next = try add(inner, before: next) }
            return next
        }
    }

    /// The leftmost match from `start` on, and of those the longest; nil where there is none, and when the budget is
    /// spent on the way.
    func firstMatch(in text: [Character], from start: Int, _ budget: StepBudget) -> Range<Int>? {
        guard start <= text.count, budget.take(1 + states.count / 16) else { return nil }
        var current = Places(count: states.count), next = Places(count: states.count), best: Range<Int>?
        for place in start...text.count {
            if best == nil { enter(self.start, from: place, at: place, text, &current) }
            guard !current.order.isEmpty || best == nil else { break }
            guard budget.take(1 + current.order.count / 8) else { return nil }
            next.clear()
            // From the left on, every state is entered once.
            current.sort()
            for state in current.order {
                let origin = current.origins[state]
                if let best, origin > best.lowerBound { continue }
                switch states[state] {
                case .accept:
                    if best.map({ origin < $0.lowerBound || place > $0.upperBound }) ?? true { best = origin..<place }
                case .take(let node, let following):
                    guard place < text.count, Self.fits(node, text[place]) else { continue }
                    enter(following, from: origin, at: place + 1, text, &next)
                case .check, .split, .mark: break
                }
            }
            swap(&current, &next)
        }
        return best
    }

    /// The states the automaton is in, each with the leftmost place it was begun at.
    private struct Places {
        private(set) var order: [Int] = []
        private(set) var origins: [Int]

        init(count: Int) { origins = [Int](repeating: .max, count: count) }

        mutating func sort() { order.sort { origins[$0] < origins[$1] } }

        mutating func clear() {
            for state in order { origins[state] = .max }
            order.removeAll(keepingCapacity: true)
        }

        /// False when it is in the state already, from there or from further left.
        mutating func insert(_ state: Int, from origin: Int) -> Bool {
            guard origin < origins[state] else { return false }
            if origins[state] == .max { order.append(state) }
            origins[state] = origin
            return true
        }
    }

    private func enter(_ state: Int, from origin: Int, at place: Int, _ text: [Character], _ places: inout Places) {
        var waiting = [state]
        while let state = waiting.popLast() {
            guard places.insert(state, from: origin) else { continue }
            switch states[state] {
            case .split(let one, let other): waiting += [other, one]
            case .mark(_, let next): waiting.append(next)
            case .check(let node, let next): if Self.holds(node, at: place, text) { waiting.append(next) }
            case .take, .accept: break
            }
        }
    }

    static func fits(_ node: SearchPattern.Node, _ character: Character) -> Bool {
        switch node {
        case .any: true
        case .one(let wanted): character == wanted
        case .among(let set, let ranges, let isNegated):
            (set.contains(character) || ranges.contains { $0.contains(character) }) != isNegated
        default: false
        }
    }

    static func holds(_ node: SearchPattern.Node, at place: Int, _ text: [Character]) -> Bool {
        func isWord(_ place: Int) -> Bool {
            text.indices.contains(place) && (text[place].isLetter || text[place].isNumber || text[place] == "_")
        }
        switch node {
        case .start: return place == 0
        case .end: return place == text.count
        case .word(let edge):
            let before = isWord(place - 1), behind = isWord(place)
            return switch edge {
            case .any: before != behind
            case .none: before == behind
            case .begin: !before && behind
            case .end: before && !behind
            case .notBefore: !before
            case .notBehind: !behind
            }
        default: return false
        }
    }
}
