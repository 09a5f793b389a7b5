import CarrelTerminal

// Keys of the kinds that are answered by arranging: what moves on the answer pad, and the tables of a question in
// practice. In an exam the same keys move.

extension KeyTable where Facts == QuestionFacts, Action == QuestionAction {
    static let letters = OptionLabels.letters + OptionLabels.letters.map { Character($0.uppercased()) }
    static let digits = Array("123456789")

    /// What lifts, carries and ranks.
    static let orderingMoves: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.char(" ")], .choose, "lift", help: "lift the item; the arrows carry it", isHinted: true) {
            !$0.isHolding
        },
        Binding([.char(" ")], .choose, "drop", help: "drop it here", isHinted: true) {
            $0.isHolding && !$0.isWaiting
        },
        Binding([.char(" "), .enter], .choose, "drop", help: "drop it here", isHinted: true) { $0.isWaiting },
        Binding([.up, .char("k")], .up, "up", help: "the item above, or carry it up"),
        Binding([.down, .char("j")], .down, "down", help: "the item below, or carry it down"),
        Binding(
            (letters + digits).map { Key.char($0) }, shown: "a-i 1-9", .label, "rank",
            help: "a letter goes to its item, a digit sends it to that rank"),
        Binding(
            [.char("-")], .exclude, "leave out", help: "it does not belong, or does after all", isHinted: true
        ) { $0.canExclude },
    ]

    /// What picks and pairs.
    static let matchingMoves: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.char(" ")], .choose, "pick", help: "pick it; the arrows go to its number", isHinted: true) {
            !$0.isHolding
        },
        Binding([.char(" ")], .choose, "pair", help: "pair them", isHinted: true) { $0.isHolding },
        Binding([.up, .char("k")], .up, "up", help: "the one above"),
        Binding([.down, .char("j")], .down, "down", help: "the one below"),
        Binding(
            (letters + digits).map { Key.char($0) }, shown: "a-i 1-9", .label, "pair",
            help: "a letter picks the left side, a digit pairs it and goes on"),
        Binding([.backspace], .unpair, "unpair", help: "take the pair apart", isHinted: true),
    ]

    /// What goes from region to region, and looks at the exhibit.
    static let hotspotMoves: [Binding<QuestionFacts, QuestionAction>] =
        [
            Binding([.char(" ")], .choose, "choose", help: "choose the region, or take it back", isHinted: true),
            Binding(
                (letters + digits).map { Key.char($0) }, shown: "a-i 1-9", .label, "choose",
                help: "choose the region of that label"),
            Binding([.tab], .onPart, "region", help: "the region after this one", isHinted: true),
            Binding([.up, .char("k")], .up, "up", help: "the nearest region above"),
            Binding([.down, .char("j")], .down, "down", help: "the nearest region below"),
            Binding([.left], .left, "left", help: "the nearest region on the left"),
            Binding([.right], .right, "right", help: "the nearest region on the right"),
        ] + sideways

    /// On a wide exhibit, after the answer too.
    static let sideways: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.char("<")], .leftward, "scroll left", help: "scroll the exhibit to the left") { $0.isExhibitCut },
        Binding([.char(">")], .rightward, "scroll right", help: "scroll the exhibit to the right") {
            $0.isExhibitCut
        },
    ]

    /// Answering in practice.
    private static let answering: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.enter], .answer, "answer", help: "answer with what is there", isHinted: true),
        Binding([.char("0")], .dontKnow, "don't know", help: "don't know: see the answer", isHinted: true),
    ]

    /// Enter has its meaning where nothing waits to be put down.
    static func whileNothingWaits(
        _ bindings: [Binding<QuestionFacts, QuestionAction>]
    ) -> [Binding<QuestionFacts, QuestionAction>] {
        bindings.map { binding in
            guard binding.keys.contains(.enter) else { return binding }
            var bound = binding
            bound.isPossible = { binding.isPossible($0) && !$0.isWaiting }
            return bound
        }
    }

    /// Esc puts back what is lifted before it leaves.
    ///
    /// - Parameter leaving: What leaves where nothing is lifted.
    static func puttingBack(
        before leaving: [Binding<QuestionFacts, QuestionAction>]
    ) -> [Binding<QuestionFacts, QuestionAction>] {
        let others = leaving.filter { $0.action != .back }, ways = leaving.filter { $0.action == .back }
        return others
            + [
                Binding([.escape], .putBack, "cancel", help: "put it back as it was", isHinted: true) { $0.isHolding }
            ]
            + ways.map { way in
                Binding(way.keys, way.action, way.label, help: way.help, isHinted: true) { !$0.isHolding }
            }
            + ways.map { way in
                Binding(way.keys.filter { $0 != .escape }, way.action, way.label, help: way.help) { $0.isHolding }
            }
    }

    static let ordering = KeyTable(
        .ordering, "Keys while you put in order", cases: QuestionFacts.cases,
        bindings: orderingMoves + whileNothingWaits(answering) + scrolling + item + puttingBack(before: leaving))

    static let matching = KeyTable(
        .matching, "Keys while you pair", cases: QuestionFacts.cases,
        bindings: matchingMoves + answering + scrolling + item + puttingBack(before: leaving))

    static let hotspot = KeyTable(
        .hotspot, "Keys on an exhibit", cases: QuestionFacts.cases,
        bindings: hotspotMoves + answering + scrolling + itemByLetters + leaving)
}
