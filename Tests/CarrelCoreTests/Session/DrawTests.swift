import CarrelCore
import Testing

@Suite("Drawing")
struct DrawTests {
    private func options(fixed: Set<Int>) -> [AnswerOption] {
        (0..<6).map { AnswerOption(id: "o\($0)", text: "", isCorrect: false, isFixed: fixed.contains($0)) }
    }

    @Test(
        "Shuffling moves every loose option everywhere and leaves fixed ones in place",
        arguments: 0..<20 as Range<UInt64>)
    func shuffles(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let options = options(fixed: [1, 5])
        let shuffled = Draw.shuffled(options, using: &generator)
        #expect(shuffled[1] == "o1" && shuffled[5] == "o5")
        #expect(Set(shuffled) == Set(options.map(\.id)) && shuffled.count == 6)
        var again = SplitMix64(seed: seed)
        #expect(Draw.shuffled(options, using: &again) == shuffled)
    }

    @Test("Every place comes up for a loose option")
    func places() {
        var generator = SplitMix64(seed: 1)
        let seen = (0..<300).compactMap { _ in
            Draw.shuffled(options(fixed: [5]), using: &generator).firstIndex(of: "o0")
        }
        #expect(Set(seen) == [0, 1, 2, 3, 4])
    }

    @Test(
        "Neighbours differ in topic as far as the numbers allow",
        arguments: [
            ("aabb", true), ("aaabbc", true), ("aaab", false), ("a", true), ("", true), ("aaabbb", true),
        ])
    func interleaves(topics: String, canAlternate: Bool) {
        let items = topics.enumerated().map { "\($1)\($0)" }
        let mixed = Draw.interleaved(items) { String($0.prefix(1)) }
        #expect(mixed.sorted() == items.sorted())
        let repeats = zip(mixed, mixed.dropFirst()).count { $0.prefix(1) == $1.prefix(1) }
        #expect((repeats == 0) == canAlternate)
        for topic in Set(topics) {
            let own = mixed.filter { $0.hasPrefix(String(topic)) }
            #expect(own == items.filter { $0.hasPrefix(String(topic)) })
        }
    }
}
