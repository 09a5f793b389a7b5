import CarrelCore

/// The verdict on what was put in order or paired, for somebody who hears it: the right answer follows in words, so that
/// the letters and numbers in which one is typed need not be said.
enum HeardVerdict {
    /// `Partly right. 2 of 5 stood right: Routing, Switching.`; nil for other kinds, and where all of it is right.
    static func words(_ question: Question, _ answer: StandingAnswer) -> String? {
        guard let grade = answer.grade, !grade.isCorrect else { return nil }
        let stood: [String], all: Int
        switch (question.payload, answer.selection) {
        case (.ordering(let items, _), .ordered(let own)):
            all = items.count
            stood = items.enumerated().filter { own.firstIndex(of: $1.id) == $0 }.map { PlainStem.line($1.text) }
        case (.matching(let pairs, _), .paired(let own)):
            all = pairs.count
            stood = pairs.filter { own[$0.id] == $0.id }.map {
                "\(PlainStem.line($0.left)) with \(PlainStem.line($0.right))"
            }
        case (.ordering, _), (.matching, _): return "Not known."
        default: return nil
        }
        let names = stood.isEmpty ? "" : ": \(stood.joined(separator: ", "))"
        return "\(grade.isPartial ? "Partly right" : "Wrong"). \(stood.count) of \(all) stood right\(names)."
    }
}
