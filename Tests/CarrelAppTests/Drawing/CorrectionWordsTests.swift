import CarrelCore
import Testing

@testable import CarrelApp

@Suite("What is said of corrections")
struct CorrectionWordsTests {
    private func correction(_ reason: String?, isChanged: Bool = false, isApplied: Bool = true) -> Correction {
        Correction(
            field: .stem, value: "mine", reason: reason, authorsValue: "theirs", isChangedByAuthor: isChanged,
            isApplied: isApplied)
    }

    @Test("The worst of them is how they stand")
    func state() {
        let corrections = [
            correction(nil), correction(nil, isChanged: true), correction(nil, isChanged: true, isApplied: false),
        ]
        let states = (0...3).map { Correction.state(of: Array(corrections.prefix($0))) }
        #expect(states == [nil, "mine", "mine, author changed it", "mine, fits no more"])
    }

    @Test("Each reason is said once")
    func reason() {
        #expect(Correction.reason(of: [correction(nil)]) == nil)
        #expect(Correction.reason(of: ["RFC", nil, "RFC", "errata"].map { correction($0) }) == "RFC; errata")
    }
}
