/// A regular expression as `grep` takes it, matched by an automaton that is in all of its states at once: the time is
/// the length of the line times the number of states, whatever the expression.
struct SearchPattern: Sendable {
    indirect enum Node: Sendable {
        case any
        case one(Character)
        case among(Set<Character>, ranges: [ClosedRange<Character>], isNegated: Bool)
        case start, end
        case word(WordEdge)
        case sequence([Node])
        case either([Node])
        case times(Node, Int, Int?)
        /// What stands in parentheses; the first is 1.
        case group(Int, Node)
    }

    /// What stands on the two sides of a place.
    enum WordEdge: Sendable {
        /// A word on one side alone, whichever; on both or on none.
        case any, none
        /// A word begins here, or ends.
        case begin, end
        /// No word before the place, or none behind it, whatever the other side is.
        case notBefore, notBehind
    }

    /// Why an expression is none, in the words of the C library.
    enum Fault: String, Error {
        /// It has more states than are worth it.
        case tooBig = "Regular expression too big"
        case interval = "Invalid content of \\{\\}"
        case brace = "Unmatched \\{"
        case parenthesis = "Unmatched ( or \\("
        case bracket = "Unmatched [, [^, [:, [., or [="
        case range = "Invalid range end"
        case className = "Invalid character class name"
        case backslash = "Trailing backslash"
        case backReference = "Invalid back reference"
        case beyond = "back-references are beyond this simulation"
    }

    enum Grammar: Sendable { case basic, extended, literal }

    /// What a match has to reach.
    enum Extent: Sendable { case anything, words, line }

    /// Pairs of parentheses.
    let groups: Int
    private let automaton: SearchAutomaton
    private let ignoresCase: Bool

    /// - Parameters:
    ///   - isExtended: Whether `+?|(){}` mean something as they are, and not behind a backslash.
    init(_ source: String, isExtended: Bool, ignoresCase: Bool = false) throws(Fault) {
        try self.init([source], isExtended ? .extended : .basic, ignoresCase: ignoresCase)
    }

    /// What some line of `sources` matches.
    init(_ sources: [String], _ grammar: Grammar, ignoresCase: Bool = false, extent: Extent = .anything)
        throws(Fault)
    {
        var options: [Node] = [], groups = 0
        for source in sources {
            if grammar == .literal {
                options.append(.sequence(source.map { .one(ignoresCase ? $0.folded : $0) }))
            } else {
                var reader = SearchPatternReader(
                    source, isExtended: grammar == .extended, ignoresCase: ignoresCase)
                options.append(try reader.whole())
                groups += reader.groups
            }
        }
        let node = options.count == 1 ? options[0] : Node.either(options)
        switch extent {
        case .anything: automaton = try SearchAutomaton(node)
        case .words: automaton = try SearchAutomaton(.sequence([.word(.notBefore), node, .word(.notBehind)]))
        case .line: automaton = try SearchAutomaton(.sequence([.start, node, .end]))
        }
        self.groups = groups
        self.ignoresCase = ignoresCase
    }

    /// The line as it is searched.
    func characters(of line: String) -> [Character] { ignoresCase ? line.map(\.folded) : Array(line) }

    /// Where it first stands in the line, as long as it goes; nil where it does not.
    func firstMatch(in line: String, _ budget: StepBudget = StepBudget()) -> Range<Int>? {
        firstMatch(in: characters(of: line), from: 0, budget)
    }

    func firstMatch(in characters: [Character], from start: Int, _ budget: StepBudget) -> Range<Int>? {
        automaton.firstMatch(in: characters, from: start, budget)
    }

    /// What the whole of a match and each of its groups stand for; nil where a group took no part.
    func parts(of match: Range<Int>, in characters: [Character], _ budget: StepBudget) -> [Range<Int>?] {
        automaton.parts(of: match, in: characters, groups: groups, budget)
    }
}

extension Character {
    /// In lower case, where that is one character as well.
    var folded: Character {
        let lower = lowercased()
        return lower.count == 1 ? lower.first ?? self : self
    }
}
