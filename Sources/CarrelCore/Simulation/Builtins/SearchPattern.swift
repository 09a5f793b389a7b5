/// A regular expression as `grep` takes it, matched by an automaton that is in all of its states at once: the time is
/// the length of the line times the number of states, whatever the expression.
struct SearchPattern: Sendable {
    indirect enum Node: Sendable {
        case any
        case one(Character)
        case among(Set<Character>, ranges: [ClosedRange<Character>], isNegated: Bool)
        case start, end, wordEdge
        case sequence([Node])
        case either([Node])
        case times(Node, Int, Int?)
    }

    /// It has more states than are worth it.
    struct TooBig: Error {}

    private let automaton: SearchAutomaton
    private let ignoresCase: Bool

    /// - Parameter isExtended: Whether `+?|(){}` mean something as they are, and not behind a backslash.
    init(_ source: String, isExtended: Bool, ignoresCase: Bool = false) throws(TooBig) {
        var reader = SearchPatternReader(ignoresCase ? source.lowercased() : source, isExtended: isExtended)
        automaton = try SearchAutomaton(reader.either())
        self.ignoresCase = ignoresCase
    }

    /// A text that means itself.
    init(literal: String, ignoresCase: Bool = false) throws(TooBig) {
        automaton = try SearchAutomaton(
            .sequence((ignoresCase ? literal.lowercased() : literal).map(SearchPattern.Node.one)))
        self.ignoresCase = ignoresCase
    }

    /// The line as it is searched.
    func characters(of line: String) -> [Character] { Array(ignoresCase ? line.lowercased() : line) }

    /// Where it first stands in the line, as long as it goes; nil where it does not.
    func firstMatch(in line: String, _ budget: StepBudget = StepBudget()) -> Range<Int>? {
        firstMatch(in: characters(of: line), from: 0, budget)
    }

    func firstMatch(in characters: [Character], from start: Int, _ budget: StepBudget) -> Range<Int>? {
        automaton.firstMatch(in: characters, from: start, budget)
    }
}
