/// One command of a `sed` script, and the lines it is meant for.
struct SedCommand {
    enum Address {
        case line(Int)
        case last
        case pattern(SearchPattern)
        /// `1~2`: every second line from the first on.
        case step(first: Int, every: Int)
        /// `3,+2`: so many lines more; the end of a range alone.
        case more(Int)
    }

    enum Action {
        case delete, print, number
        /// `q` prints the line before, `Q` does not.
        case quit(isSilent: Bool)
        case substitute(Substitution)
        /// `y`.
        case translate([Character: Character])
        /// `a`, `i` and `c`, with lines of text.
        case append([String])
        case insert([String])
        case change([String])
        /// A brace, and how many commands stand up to its end.
        case block(Int)
    }

    struct Substitution {
        enum Piece {
            case text(String)
            /// `&`, and `\1` to `\9`.
            case match
            case group(Int)
        }

        var pattern: SearchPattern
        var new: [Piece]
        /// The match that is replaced first, counted from 1.
        var first = 1
        var isAll = false, isPrinted = false
    }

    var from: Address?
    var to: Address?
    var isNegated = false
    var action: Action

    /// Where a range that has begun ends: a line's number, or none where a pattern decides.
    enum Span {
        case outside, inside
        case until(Int)

        var isOutside: Bool { if case .outside = self { true } else { false } }
    }

    /// Where it stands before the first line.
    var span: Span { if case .line(0)? = from { .inside } else { .outside } }

    init(from: Address?, to: Address?, isNegated: Bool, action: Action) {
        (self.from, self.to, self.isNegated, self.action) = (from, to, isNegated, action)
    }

    /// Whether the line is one of those that the command is for.
    ///
    /// - Parameter number: Of the line, from 1 on.
    func isMeant(
        _ line: String, _ number: Int, of count: Int, _ span: inout Span, _ budget: StepBudget
    ) -> Bool {
        selects(line, number, of: count, &span, budget) != isNegated
    }

    private func selects(
        _ line: String, _ number: Int, of count: Int, _ span: inout Span, _ budget: StepBudget
    ) -> Bool {
        func fits(_ address: Address) -> Bool {
            switch address {
            case .line(let wanted): wanted == number
            case .last: number == count
            case .pattern(let pattern): pattern.firstMatch(in: line, budget) != nil
            case .step(let first, let every):
                every > 0 ? number >= first && (number - first) % every == 0 : number == first
            case .more: false
            }
        }
        guard let from else { return true }
        guard let to else { return fits(from) }
        switch span {
        case .inside:
            if fits(to) { span = .outside }
            return true
        case .until(let end):
            if number >= end { span = .outside }
            return number <= end
        case .outside:
            guard fits(from) else { return false }
            // An end that is not behind the beginning leaves the one line.
            switch to {
            case .line(let end): if end > number { span = .until(end) }
            case .more(let more): if more > 0 { span = .until(more > count ? count : number + more) }
            case .last: if number < count { span = .inside }
            case .pattern, .step: span = .inside
            }
            return true
        }
    }
}

extension SedCommand.Substitution {
    /// The line with what matches replaced; nil where nothing does.
    func applied(to line: String, _ budget: StepBudget) -> String? {
        let characters = Array(line), searched = pattern.characters(of: line)
        let hasGroups = new.contains { if case .group = $0 { true } else { false } }
        var result = "", place = 0, behind = 0, count = 0, isChanged = false
        while place <= characters.count, let range = pattern.firstMatch(in: searched, from: place, budget) {
            // Nothing, right behind a match, is no further match.
            let isMatch = !range.isEmpty || count == 0 || range.lowerBound > behind
            if isMatch { count += 1 }
            result += String(characters[place..<range.lowerBound])
            let old = String(characters[range])
            if isMatch, count >= first {
                let parts = hasGroups ? pattern.parts(of: range, in: searched, budget) : []
                for piece in new {
                    switch piece {
                    case .text(let text): result += text
                    case .match: result += old
                    case .group(let number): if let part = parts[number] { result += String(characters[part]) }
                    }
                }
                isChanged = true
                guard budget.take(bytes: old.utf8.count), result.utf8.count <= StepBudget.longestText else {
                    budget.spend()
                    return ""
                }
            } else {
                result += old
            }
            (place, behind) = (range.upperBound, range.upperBound)
            if isChanged, !isAll { break }
            if range.isEmpty {
                if place < characters.count { result.append(characters[place]) }
                place += 1
            }
        }
        guard isChanged else { return nil }
        return place <= characters.count ? result + String(characters[place...]) : result
    }
}
