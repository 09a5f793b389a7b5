/// A learner's own correction of one field, seen against what the author says now.
public struct Correction: Equatable, Sendable {
    public var field: QuestionField
    public var value: String
    public var reason: String?
    /// What the author says in its place; nil where the author says nothing, or has taken the option out.
    public var authorsValue: String?
    /// The author has changed the field since it was corrected.
    public var isChangedByAuthor: Bool
    /// Whether it is laid over the question. A key is not where what is left of it fits the options no more.
    public var isApplied: Bool

    public init(
        field: QuestionField, value: String, reason: String? = nil, authorsValue: String?,
        isChangedByAuthor: Bool = false, isApplied: Bool = true
    ) {
        self.field = field
        self.value = value
        self.reason = reason
        self.authorsValue = authorsValue
        self.isChangedByAuthor = isChangedByAuthor
        self.isApplied = isApplied
    }
}

extension ErrataSet {
    /// The hash by which a changed field is recognised later; nil stands for a field the author leaves out.
    public static func hash(of authorsValue: String?) -> String { String(fnv1a64(authorsValue ?? ""), radix: 16) }

    /// Corrects a field of which the author says `authorsValue`, or nothing.
    public init(_ field: QuestionField, to value: String, insteadOf authorsValue: String?, reason: String? = nil) {
        self.init(field: field.name, value: value, reason: reason, baseHash: Self.hash(of: authorsValue))
    }
}

extension Question {
    /// The question with the learner's corrections laid over it, and what became of each, in the order a page shows
    /// the fields.
    ///
    /// A correction without its place, e.g. of an option that left, changes nothing; nor does a corrected key that no
    /// longer fits the options (see `hasSoundKey`): then the author's stands.
    public func corrected(
        by errata: some Collection<ErrataSet>
    ) -> (question: Question, corrections: [Correction]) {
        var question = self
        var corrections: [Correction] = []
        for erratum in errata {
            guard let field = QuestionField(name: erratum.field) else { continue }
            let hash = ErrataSet.hash(of: self[field])
            corrections.append(
                Correction(
                    field: field, value: erratum.value, reason: erratum.reason, authorsValue: self[field],
                    isChangedByAuthor: erratum.baseHash.map { $0 != hash } ?? false, isApplied: has(field)))
            question[field] = erratum.value
        }
        if corrections.contains(where: \.field.isKey) {
            if question.hasSoundKey {
                question.askForAsManyAsAreRight(insteadOf: options.count(where: \.isCorrect))
            } else {
                for index in corrections.indices where corrections[index].field.isKey {
                    question[corrections[index].field] = corrections[index].authorsValue
                    corrections[index].isApplied = false
                }
            }
        }
        let places = Dictionary(
            question.correctableFields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        corrections.sort { (places[$0.field] ?? .max, $0.field.name) < (places[$1.field] ?? .max, $1.field.name) }
        return (question, corrections)
    }

    /// The number a `multiple` asks for follows its key.
    private mutating func askForAsManyAsAreRight(insteadOf before: Int) {
        guard case .choice(.some) = payload else { return }
        let right = options.count(where: \.isCorrect)
        if right != before { payload = .choice(choose: right) }
    }

    /// Every field a learner can correct, in the order a page shows them.
    public var correctableFields: [QuestionField] {
        let parts = options.flatMap { option in
            QuestionField.OptionPart.allCases.filter { kind.isChoice || $0 != .isCorrect }
                .map { QuestionField.option(id: option.id, $0) }
        }
        return [.stem] + parts + [.answer, .explanation, .tldr, .eli5]
    }
}
