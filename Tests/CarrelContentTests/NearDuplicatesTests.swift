import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Nearly the same questions")
struct NearDuplicatesTests {
    @Test("Nine words in ten make two questions the same, eight do not")
    func threshold() {
        let base = Set((1...19).map { "w\($0)" })
        #expect(NearDuplicates.pairs([base, base.union(["x"])]).map(\.earlier) == [0])
        #expect(NearDuplicates.pairs([base, base.union(["x", "y", "z"])]).isEmpty)
        #expect(NearDuplicates.pairs([[], []]).isEmpty)
    }

    @Test("No pair is missed that comparing all with all finds")
    func complete() {
        var random = SplitMix64(state: 3)
        for _ in 0..<60 {
            var sets: [Set<String>] = []
            for _ in 0..<30 {
                if let base = sets.randomElement(using: &random), Bool.random(using: &random) {
                    var near = base
                    if let word = base.randomElement(using: &random) { near.remove(word) }
                    if Bool.random(using: &random) { near.insert("w\(Int.random(in: 0..<60, using: &random))") }
                    sets.append(near)
                } else {
                    let count = Int.random(in: 5...25, using: &random)
                    sets.append(Set((0..<count).map { _ in "w\(Int.random(in: 0..<60, using: &random))" }))
                }
            }
            let naive = sets.indices.filter { index in
                sets[..<index].contains { other in
                    !other.isEmpty && 10 * other.intersection(sets[index]).count >= 9 * other.union(sets[index]).count
                }
            }
            #expect(NearDuplicates.pairs(sets).map(\.index) == naive)
        }
    }

    @Test("The exhibit is part of what is asked")
    func exhibit() {
        var question = Question(
            id: "q", kind: .hotspot, stem: "Which line is wrong?", answer: "", explanation: "", difficulty: .beginner,
            channel: "c", subChannel: "s")
        question.exhibit = "Port 22 OPEN"
        #expect(NearDuplicates.words(of: question) == ["which", "line", "is", "wrong", "port", "22", "open"])
    }
}
