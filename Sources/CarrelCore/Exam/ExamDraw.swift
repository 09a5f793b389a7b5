/// The draw of an exam: how many items of each domain, which ones, and which of them count.
public enum ExamDraw {
    /// How many items an exam takes from each domain, in the order of the domains.
    public struct Blueprint: Equatable, Sendable {
        public var scored: [Int]
        public var unscored: [Int]

        public var count: Int { scored.reduce(0, +) + unscored.reduce(0, +) }

        /// Shares the scored and the unscored part out by the weights, each by largest remainder.
        ///
        /// A bank that holds fewer questions than the exam asks for makes a shorter exam, with its unscored part in
        /// proportion; a domain that holds too few leaves its items to the others.
        /// - Parameters:
        ///   - weights: Of the domains.
        ///   - available: Questions of each domain.
        public init(_ rules: ExamRules, weights: [Int], available: [Int]) {
            let shown = min(rules.questions, available.reduce(0, +))
            let aside = rules.questions == 0 ? 0 : rules.unscored * shown / rules.questions
            let weights = weights.map(Double.init)
            let scored = LargestRemainder.shares(of: shown - aside, weights: weights, limits: available)
            let rest = zip(available, scored).map { $0 - $1 }
            self.scored = scored
            unscored = LargestRemainder.shares(of: aside, weights: weights, limits: rest)
        }
    }

    /// One drawn question.
    public struct Pick: Equatable, Sendable {
        public var questionId: String
        public var isScored: Bool
    }

    /// Draws an exam in the order it is asked in.
    ///
    /// - Parameter domains: The questions of each domain, the ones to be taken first at the start; no id in two.
    /// - Returns: Every domain as the blueprint says, shuffled; which of a domain's items count is drawn too.
    public static func picks(
        _ blueprint: Blueprint, from domains: [[String]], using generator: inout some RandomNumberGenerator
    ) -> [Pick] {
        var picks: [Pick] = []
        for (index, questions) in domains.enumerated() {
            let scored = blueprint.scored[index]
            let taken = questions.prefix(scored + blueprint.unscored[index]).shuffled(using: &generator)
            picks += taken.enumerated().map { Pick(questionId: $1, isScored: $0 < scored) }
        }
        return picks.shuffled(using: &generator)
    }
}

extension ExamRules {
    /// The rules of an exam of fewer items: time and sections in proportion, everything else as it is.
    public func shortened(to count: Int) -> ExamRules {
        guard count < questions, questions > 0 else { return self }
        var rules = self
        rules.questions = count
        rules.unscored = unscored * count / questions
        rules.minutes = max(1, (minutes * count + questions - 1) / questions)
        let parts = LargestRemainder.shares(of: count, weights: sections.map { Double($0.questions) })
        rules.sections = zip(sections, parts).compactMap { section, part in
            guard part > 0 else { return nil }
            var section = section
            section.minutes = max(1, (section.minutes * part + section.questions - 1) / max(1, section.questions))
            section.questions = part
            return section
        }
        return rules
    }
}
