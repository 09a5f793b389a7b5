import CarrelCore
import Testing

@Suite("Largest remainder")
struct LargestRemainderTests {
    @Test(
        "Shares as an independent implementation has them",
        arguments: [
            ([20, 20, 20, 20, 20], 65, [13, 13, 13, 13, 13]), ([28, 22, 20, 18, 12], 65, [18, 14, 13, 12, 8]),
            ([1, 1, 1], 10, [4, 3, 3]), ([33.3, 33.3, 33.4], 50, [17, 16, 17]), ([5, 95], 7, [0, 7]),
            ([0, 50, 50], 9, [0, 5, 4]), ([17, 16, 15, 14, 13, 13, 12], 90, [15, 14, 13, 13, 12, 12, 11]),
        ] as [([Double], Int, [Int])])
    func shares(weights: [Double], total: Int, expected: [Int]) {
        #expect(LargestRemainder.shares(of: total, weights: weights) == expected)
    }

    @Test("What one cannot take goes to the others by their weights")
    func limits() {
        #expect(LargestRemainder.shares(of: 10, weights: [50, 30, 20], limits: [2, 9, 9]) == [2, 5, 3])
        #expect(LargestRemainder.shares(of: 10, weights: [1, 1], limits: [3, 4]) == [3, 4])
        #expect(LargestRemainder.shares(of: 5, weights: [], limits: []).isEmpty)
        #expect(LargestRemainder.shares(of: 5, weights: [0, 0]) == [0, 0])
    }

    @Test("Every share is within one of the exact one, and all of it is shared out", arguments: 0..<200)
    func generated(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let weights = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
            Double(Int.random(in: 1...100, using: &generator))
        }
        let total = Int.random(in: 0...200, using: &generator)
        let shares = LargestRemainder.shares(of: total, weights: weights)
        #expect(shares.reduce(0, +) == total)
        for (share, weight) in zip(shares, weights) {
            #expect(abs(Double(share) - Double(total) * weight / weights.reduce(0, +)) < 1)
        }
    }
}
