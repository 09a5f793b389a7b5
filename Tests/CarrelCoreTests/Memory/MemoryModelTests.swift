import CarrelCore
import Testing

@Suite("Memory models")
struct MemoryModelTests {
    @Test("The published defaults can be scheduled by")
    func usable() { #expect(MemoryModel().isUsable) }

    @Test(
        "A model that would break the formulas is recognised",
        arguments: [
            MemoryModel(weights: []), MemoryModel(weights: Array(repeating: .nan, count: 21)),
            MemoryModel(weights: MemoryModel.defaultWeights + [1]), MemoryModel(retention: 0),
            MemoryModel(retention: 1), MemoryModel(learningSteps: [0]), MemoryModel(relearningSteps: [-60]),
            MemoryModel(maximumInterval: 0), MemoryModel(learningSteps: [Int.max]),
        ])
    func unusable(model: MemoryModel) { #expect(!model.isUsable) }

    @Test("With no steps at all, a new question goes straight to review")
    func noSteps() {
        let scheduler = Scheduler(MemoryModel(learningSteps: [], relearningSteps: []))
        let state = scheduler.reviewed(.new, .again, at: Timestamp(milliseconds: 0))
        #expect(state.phase == .review && state.step == nil)
        #expect(state.due == Timestamp(milliseconds: 86_400_000))
    }
}
