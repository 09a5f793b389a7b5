import CarrelCore
import Testing

@Suite("Sitting an exam")
struct ExamSittingTests {
    typealias Event = ExamSitting.Event
    typealias Refusal = ExamSitting.Refusal

    private static func rules(
        _ navigation: ExamRules.Navigation, sections: [(questions: Int, locks: Bool)] = []
    ) -> ExamRules {
        var rules = ExamRules(questions: 6, minutes: 10, pass: 50)
        rules.navigation = navigation
        rules.sections = sections.enumerated().map {
            ExamRules.Section(id: "s\($0)", questions: $1.questions, minutes: 5, locks: $1.locks)
        }
        return rules
    }

    private static let free = rules(.free)
    private static let forward = rules(.forwardOnly)
    private static let locked = rules(.free, sections: [(3, true), (3, false)])
    private static let open = rules(.free, sections: [(3, false), (3, false)])

    /// Rules, where one is, how far one was, what happens, and what stands against it.
    private static let table: [(ExamRules, Int, Int, Event, Refusal?)] = [
        (free, 2, 2, .next, nil), (free, 5, 5, .next, .noItem), (free, 0, 3, .previous, .noItem),
        (free, 2, 2, .previous, nil), (free, 2, 2, .go(5), nil), (free, 2, 2, .go(6), .noItem),
        (free, 2, 2, .go(-1), .noItem), (free, 2, 2, .change, nil), (free, 2, 2, .endSection, .noItem),
        (free, 2, 2, .submit, nil),
        (forward, 2, 2, .next, nil), (forward, 5, 5, .next, .noItem), (forward, 2, 2, .previous, .noWayBack),
        (forward, 2, 2, .go(1), .noWayBack), (forward, 2, 2, .go(2), nil), (forward, 2, 2, .go(3), nil),
        (forward, 2, 2, .go(4), .notReached), (forward, 2, 2, .change, nil), (forward, 2, 2, .submit, nil),
        (locked, 2, 2, .next, nil), (locked, 3, 3, .previous, .isLocked), (locked, 4, 4, .go(0), .isLocked),
        (locked, 1, 1, .go(4), .laterSection), (locked, 1, 2, .go(0), nil), (locked, 1, 1, .endSection, nil),
        (locked, 4, 4, .endSection, .noItem), (locked, 4, 4, .submit, nil),
        (open, 3, 3, .previous, nil), (open, 1, 1, .go(5), nil), (open, 5, 5, .go(0), nil),
        (open, 1, 1, .endSection, nil),
    ]

    @Test("Every event under every rule is taken or refused, with the reason", arguments: table.indices)
    func transitions(row: Int) throws {
        let (rules, position, furthest, event, refusal) = Self.table[row]
        var sitting = ExamSitting(rules: rules, count: 6, position: position, furthest: furthest)
        let before = sitting
        #expect(sitting.refusal(of: event) == refusal)
        if let refusal {
            #expect(throws: refusal) { try sitting.apply(event) }
            #expect(sitting == before)
        } else {
            try sitting.apply(event)
            switch event {
            case .next: #expect(sitting.position == position + 1)
            case .previous: #expect(sitting.position == position - 1)
            case .go(let index): #expect(sitting.position == index)
            case .endSection: #expect(sitting.position == 3)
            case .submit: #expect(sitting.isOver)
            case .change: #expect(sitting == before)
            }
        }
    }

    @Test(
        "Nothing happens to an exam that is over",
        arguments: [Event.next, .previous, .go(1), .change, .endSection, .submit])
    func over(event: Event) {
        for rules in [Self.free, Self.forward, Self.locked] {
            var sitting = ExamSitting(rules: rules, count: 6, position: 2, isOver: true)
            #expect(throws: Refusal.isOver) { try sitting.apply(event) }
        }
    }

    @Test("Coming back, what cannot be returned to is not")
    func comingBack() {
        #expect(ExamSitting(rules: Self.forward, count: 6, position: 1, furthest: 4).position == 4)
        #expect(ExamSitting(rules: Self.locked, count: 6, position: 1, furthest: 4).position == 3)
        #expect(ExamSitting(rules: Self.free, count: 6, position: 99).position == 5)
        #expect(ExamSitting(rules: Self.free, count: 0).count == 0)
    }

    @Test("What is left for good is told before it is left")
    func leaving() {
        #expect(ExamSitting(rules: Self.forward, count: 6, position: 2).leavesForGood)
        #expect(!ExamSitting(rules: Self.forward, count: 6, position: 5).leavesForGood)
        #expect(ExamSitting(rules: Self.locked, count: 6, position: 2).leavesForGood)
        #expect(!ExamSitting(rules: Self.locked, count: 6, position: 1).leavesForGood)
        #expect(!ExamSitting(rules: Self.open, count: 6, position: 2).leavesForGood)
    }

    @Test("However one moves, no rule is ever broken", arguments: 0..<200)
    func generated(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let rules = [Self.free, Self.forward, Self.locked, Self.open].randomElement(using: &generator) ?? Self.free
        var sitting = ExamSitting(rules: rules, count: 6)
        for _ in 0..<40 {
            let event =
                [Event.next, .previous, .go(Int.random(in: -1...6, using: &generator)), .change, .endSection]
                .randomElement(using: &generator) ?? .next
            let before = sitting
            do { try sitting.apply(event) } catch { #expect(sitting == before) }
            #expect((0..<6).contains(sitting.position))
            #expect(sitting.furthest >= sitting.position)
            if rules.navigation == .forwardOnly { #expect(sitting.position >= before.position) }
            if rules == Self.locked, before.furthest >= 3 { #expect(sitting.position >= 3) }
            let back = ExamSitting(
                rules: rules, count: 6, position: sitting.position, furthest: sitting.furthest)
            #expect(back == sitting)
        }
    }
}
