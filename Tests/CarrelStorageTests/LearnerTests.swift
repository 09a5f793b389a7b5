import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("The learner's row")
struct LearnerTests {
    @Test("An id is a random UUID of version 4")
    func uuid() {
        var generator = SplitMix64(seed: 1)
        let ids = (0..<100).map { _ in Learner.uuid(using: &generator) }
        #expect(Set(ids).count == 100)
        for id in ids {
            #expect(id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
            #expect(id.dropFirst(14).first == "4" && "89ab".contains(id.dropFirst(19).prefix(1)))
        }
    }
}
