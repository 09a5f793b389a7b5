import CarrelTerminal

extension KeyTable where Facts == QuestionFacts, Action == QuestionAction {
    /// The item cannot be asked here: one can only move on.
    static let missing = KeyTable(
        .missing, "Keys on an item that is not here", cases: QuestionFacts.cases,
        bindings: [
            Binding([.enter], .onward, "next", help: "the next question", isHinted: true) { !$0.isLast },
            Binding([.enter], .onward, "finish", help: "finish and see the summary", isHinted: true) { $0.isLast },
            Binding([.char("n"), .right], .next, "next", help: "the question after") { $0.hasNext },
            Binding([.char("p"), .left], .previous, "previous", help: "the question before") { $0.hasPrevious },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.escape, .char("q")], .back, "back", help: "leave the session", isHinted: true),
        ])
}
