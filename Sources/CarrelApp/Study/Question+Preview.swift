import CarrelCore
import CarrelStorage

// A question that is looked at outside of any session.

extension Question {
    /// Always the same for a question, and not the author's, who may put the right one first.
    var shuffledOnce: [String] {
        var generator = SplitMix64(seed: fnv1a64(id))
        return Draw.order(of: self, using: &generator)
    }

    /// Options as their author has them; what the author's order would give away is shuffled.
    var previewOrder: [String] { kind.isChoice ? partIds : shuffledOnce }
}
