/// A part of a question that a learner can correct for themselves.
public enum QuestionField: Hashable, Sendable {
    case stem, answer, explanation, tldr, eli5
    case option(id: String, OptionPart)

    public enum OptionPart: String, CaseIterable, Sendable {
        case text, isCorrect
        case why = "explanation"
    }

    /// As journal and `errata.field` have it: `question`, `explanation`, `option/<id>/text`.
    public var name: String {
        switch self {
        case .stem: "question"
        case .answer: "answer"
        case .explanation: "explanation"
        case .tldr: "tldr"
        case .eli5: "eli5"
        case .option(let id, let part): "option/\(id)/\(part.rawValue)"
        }
    }

    /// Nil for a name this version does not know.
    public init?(name: String) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("question", 1): self = .stem
        case ("answer", 1): self = .answer
        case ("explanation", 1): self = .explanation
        case ("tldr", 1): self = .tldr
        case ("eli5", 1): self = .eli5
        case ("option", 3):
            guard let part = OptionPart(rawValue: String(parts[2])), !parts[1].isEmpty else { return nil }
            self = .option(id: String(parts[1]), part)
        default: return nil
        }
    }

    /// Whether it says which options are right.
    public var isKey: Bool { if case .option(_, .isCorrect) = self { true } else { false } }
}

extension Question {
    /// The text of a field; `true` or `false` where it says whether an option is right. Nil where there is none.
    public subscript(field: QuestionField) -> String? {
        get {
            switch field {
            case .stem: stem
            case .answer: answer
            case .explanation: explanation
            case .tldr: tldr
            case .eli5: eli5
            case .option(let id, let part):
                options.first { $0.id == id }.flatMap { option in
                    switch part {
                    case .text: option.text
                    case .isCorrect: "\(option.isCorrect)"
                    case .why: option.why
                    }
                }
            }
        }
        set {
            switch field {
            case .stem: stem = newValue ?? ""
            case .answer: answer = newValue ?? ""
            case .explanation: explanation = newValue ?? ""
            case .tldr: tldr = newValue
            case .eli5: eli5 = newValue
            case .option(let id, let part):
                guard let index = options.firstIndex(where: { $0.id == id }) else { return }
                switch part {
                case .text: options[index].text = newValue ?? ""
                case .isCorrect: options[index].isCorrect = newValue == "true" || newValue == "1"
                case .why: options[index].why = newValue
                }
            }
        }
    }

    /// Whether the question has a place for the field: an option may have left it.
    public func has(_ field: QuestionField) -> Bool {
        guard case .option(let id, _) = field else { return true }
        return options.contains { $0.id == id }
    }

    /// Whether as many options are right as its kind asks for: one of a `single`; of a `multiple` at least one, and
    /// not all. Other kinds have no such key.
    public var hasSoundKey: Bool {
        let right = options.count(where: \.isCorrect)
        return switch kind {
        case .single: right == 1
        case .multiple: right >= 1 && right < options.count
        case .free, .ordering, .matching, .hotspot, .simulation: true
        }
    }
}
