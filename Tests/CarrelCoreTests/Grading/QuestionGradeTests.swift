import CarrelCore
import Testing

@Suite("Grading every kind")
struct QuestionGradeTests {
    private func question(_ kind: QuestionKind, _ payload: QuestionPayload) -> Question {
        var question = Question(
            id: "q", kind: kind, stem: "", answer: "", explanation: "", difficulty: .beginner, channel: "c",
            subChannel: "s")
        question.payload = payload
        return question
    }

    private func labels(_ ids: some Sequence<String>) -> [Label] { ids.map { Label(id: $0, text: $0) } }

    private func ids(_ text: String) -> [String] { text.map { String($0) } }

    /// What is placed of a, b, c, d and the distractors x, y, and how many of three steps it earns.
    private static let orderings: [(placed: String, steps: Int)] = [
        ("abcd", 3), ("abdc", 2), ("dabc", 2), ("dcba", 0), ("bacd", 2), ("badc", 1), ("abc", 2), ("a", 0), ("", 0),
        ("abcdx", 2), ("abxcyd", 1), ("xyabcd", 1), ("xab", 0), ("aabcd", 2),
    ]

    @Test(
        "What stands in order is found whatever stands between it",
        arguments: [
            ("abcd", 4), ("dcba", 1), ("bacd", 3), ("xaybz", 2), ("", 0), ("cdab", 2), ("aabb", 2), ("dabc", 3),
        ])
    func inOrder(placed: String, count: Int) {
        let found = OrderingGrade.inOrder(ids(placed), as: ids("abcd"))
        #expect(found.count == count)
        #expect(found == found.sorted() && Set(found).count == count && Set(found).isSubset(of: ids(placed)))
    }

    @Test("An ordering earns what stands in order, less what does not belong", arguments: orderings)
    func ordering(placed: String, steps: Int) {
        let isRight = steps == 3
        let question = question(.ordering, .ordering(items: labels(ids("abcd")), distractors: labels(ids("xy"))))
        let grade = AnswerGrade(isCorrect: isRight, score: Double(steps) / 3)
        #expect(question.grade(.ordered(ids(placed)), allowsPartialCredit: true) == grade)
        #expect(question.grade(.ordered(ids(placed)), allowsPartialCredit: false) == (isRight ? .right : .wrong))
    }

    /// What is paired of a, b, c and the distractor x, and how many of three pairs are right.
    private static let pairings: [(paired: [String: String], right: Int)] = [
        (["a": "a", "b": "b", "c": "c"], 3), (["a": "a", "b": "c", "c": "b"], 1), (["a": "a"], 1),
        (["a": "x", "b": "b", "c": "c"], 2), ([:], 0), (["a": "b"], 0),
        (["a": "a", "b": "b", "c": "c", "gone": "x"], 3),
    ]

    @Test("Each pair of a matching earns its share, and wrong ones cost nothing", arguments: pairings)
    func matching(paired: [String: String], right: Int) {
        let score = Double(right) / 3
        let pairs = ids("abc").map { MatchingPair(id: $0, left: $0, right: $0) }
        let question = question(.matching, .matching(pairs: pairs, distractors: labels(["x"])))
        let grade = AnswerGrade(isCorrect: score == 1, score: score)
        #expect(question.grade(.paired(paired), allowsPartialCredit: true) == grade)
        #expect(question.grade(.paired(paired), allowsPartialCredit: false) == (score == 1 ? .right : .wrong))
    }

    private static let regions: [(chosen: String, score: Double)] = [
        ("ab", 1.0), ("a", 0.5), ("ac", 0.0), ("abc", 0.5), ("abcd", 0.0), ("", 0.0), ("cd", 0.0),
    ]

    @Test("Regions are graded as choices are", arguments: regions)
    func hotspot(chosen: String, score: Double) {
        let regions = ids("abcd").map {
            Region(id: $0, label: $0, line: 1, from: 1, to: 1, isCorrect: $0 < "c")
        }
        let question = question(.hotspot, .hotspot(regions: regions))
        let grade = AnswerGrade(isCorrect: score == 1, score: score)
        #expect(question.grade(.chosen(Set(ids(chosen))), allowsPartialCredit: true) == grade)
    }

    @Test("A single choice has no parts; free answers and simulations are graded elsewhere, nothing at all is wrong")
    func others() {
        var single = question(.single, .none)
        single.options = ids("ab").map { AnswerOption(id: $0, text: $0, isCorrect: $0 == "a") }
        #expect(single.grade(.chosen(["a"]), allowsPartialCredit: true) == .right)
        #expect(single.grade(.chosen(["a", "b"]), allowsPartialCredit: true) == .wrong)
        #expect(single.grade(.none, allowsPartialCredit: true) == .wrong)
        #expect(single.grade(.ordered(["a"]), allowsPartialCredit: true) == .wrong)
        #expect(question(.free, .none).grade(.none, allowsPartialCredit: true) == nil)
        #expect(question(.simulation, .none).grade(.chosen(["a"]), allowsPartialCredit: true) == nil)
    }

    /// A question of each arranged kind, of a random size.
    private func generated(_ kind: QuestionKind, _ generator: inout SplitMix64) -> Question {
        let count = Int.random(in: 2...9, using: &generator)
        let parts = (0..<count).map { "p\($0)" }
        let strange = (0..<Int.random(in: 0...3, using: &generator)).map { "x\($0)" }
        switch kind {
        case .ordering: return question(kind, .ordering(items: labels(parts), distractors: labels(strange)))
        case .matching:
            let pairs = parts.map { MatchingPair(id: $0, left: $0, right: $0) }
            return question(kind, .matching(pairs: pairs, distractors: labels(strange)))
        default:
            let right = Int.random(in: 1..<count, using: &generator)
            let regions = parts.enumerated().map { index, id in
                Region(id: id, label: id, line: count - index, from: 1, to: 1, isCorrect: index < right)
            }
            return question(kind, .hotspot(regions: regions))
        }
    }

    private func perfect(_ question: Question) -> AnswerGiven.Selection {
        switch question.payload {
        case .ordering(let items, _): .ordered(items.map(\.id))
        case .matching(let pairs, _): .paired(Dictionary(uniqueKeysWithValues: pairs.map { ($0.id, $0.id) }))
        case .hotspot(let regions): .chosen(Set(regions.filter(\.isCorrect).map(\.id)))
        default: .none
        }
    }

    private func random(_ question: Question, _ generator: inout SplitMix64) -> AnswerGiven.Selection {
        let all = question.partIds.shuffled(using: &generator)
        let some = Array(all.prefix(Int.random(in: 0...all.count, using: &generator)))
        switch question.payload {
        case .ordering: return .ordered(some)
        case .matching(let pairs, _):
            return .paired(Dictionary(zip(pairs.map(\.id), some)) { first, _ in first })
        default: return .chosen(Set(some))
        }
    }

    @Test(
        "Perfect is exactly 1 and nothing else is, never under nothing, however the question is shown",
        arguments: [QuestionKind.ordering, .matching, .hotspot], 0..<60 as Range<UInt64>)
    func invariants(kind: QuestionKind, seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let question = generated(kind, &generator)
        let perfect = perfect(question)
        #expect(question.grade(perfect, allowsPartialCredit: true) == .right)
        #expect(question.grade(perfect, allowsPartialCredit: false) == .right)
        for _ in 0..<10 {
            let selection = random(question, &generator)
            let grade = question.grade(selection, allowsPartialCredit: true) ?? .wrong
            #expect((0...1).contains(grade.score))
            #expect(grade.isCorrect == (selection == perfect) && (grade.score == 1) == grade.isCorrect)
            let strict = question.grade(selection, allowsPartialCredit: false)
            #expect(strict == (selection == perfect ? .right : .wrong))
        }
        // What the author writes in another order is the same question, but for an ordering.
        var other = question
        switch question.payload {
        case .matching(let pairs, let distractors):
            other.payload = .matching(
                pairs: pairs.shuffled(using: &generator), distractors: distractors.shuffled(using: &generator))
        case .hotspot(let regions): other.payload = .hotspot(regions: regions.shuffled(using: &generator))
        default: break
        }
        let selection = random(question, &generator)
        #expect(
            other.grade(selection, allowsPartialCredit: true) == question.grade(selection, allowsPartialCredit: true))
    }

    @Test(
        "An ordering never begins in the right order, and each draw shows every part",
        arguments: 0..<60 as Range<UInt64>)
    func draws(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for kind in [QuestionKind.ordering, .matching, .hotspot] {
            let question = generated(kind, &generator)
            let order = Draw.order(of: question, using: &generator)
            #expect(order.sorted() == question.partIds.sorted())
            #expect(question.optionOrder(drawn: order) == order)
            #expect(question.grade(.ordered(order), allowsPartialCredit: false) == .wrong)
            guard case .ordering(let items, _) = question.payload else { continue }
            #expect(order.filter { !$0.hasPrefix("x") } != items.map(\.id))
            // Drawn of an older text, too.
            let stale = question.optionOrder(drawn: items.map(\.id))
            #expect(stale.filter { !$0.hasPrefix("x") } != items.map(\.id))
        }
    }

    @Test("Regions come in reading order, whatever their author's")
    func reading() {
        let regions = [("c", 2, 4), ("b", 2, 1), ("a", 1, 9)].map { id, line, from in
            Region(id: id, label: id, line: line, from: from, to: from, isCorrect: id == "a")
        }
        let question = question(.hotspot, .hotspot(regions: regions))
        #expect(question.partIds == ["a", "b", "c"])
        #expect(question.optionOrder(drawn: ["c"]) == ["a", "b", "c"])
    }

    @Test("Fixed options keep their place in every choice", arguments: [QuestionKind.single, .multiple])
    func fixed(kind: QuestionKind) {
        var question = question(kind, .none)
        question.options = ids("abcdef").map {
            AnswerOption(id: $0, text: $0, isCorrect: $0 == "a", isFixed: "cf".contains($0))
        }
        var generator = SplitMix64(seed: 3)
        for _ in 0..<40 {
            let order = Draw.order(of: question, using: &generator)
            #expect(order[2] == "c" && order[5] == "f")
        }
    }
}
