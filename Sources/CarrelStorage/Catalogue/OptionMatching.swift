import CarrelCore

extension Question {
    /// The same question with options under the ids they are stored by: an option whose id is new but whose text is
    /// that of a stored one is that one, so that sessions under way and old answers still mean it.
    ///
    /// References to a renamed option (`{{id}}`) are renamed with it.
    func keepingOptionIds(of stored: StoredQuestion) -> Question {
        let known = stored.question.options + stored.retiredOptions
        let knownIds = Set(known.map(\.id))
        let incoming = Set(options.map(\.id))
        var free: [String: String] = [:]
        for option in known where !incoming.contains(option.id) && free[option.text] == nil {
            free[option.text] = option.id
        }
        var names: [String: String] = [:]
        for option in options where !knownIds.contains(option.id) {
            if let id = free.removeValue(forKey: option.text) { names[option.id] = id }
        }
        return names.isEmpty ? self : renamingOptions(names)
    }

    private func renamingOptions(_ names: [String: String]) -> Question {
        func renamed(_ text: String) -> String { text.replacingReferences(names) }
        var question = self
        question.stem = renamed(stem)
        question.answer = renamed(answer)
        question.explanation = renamed(explanation)
        question.tldr = tldr.map(renamed)
        question.eli5 = eli5.map(renamed)
        question.options = options.map {
            AnswerOption(
                id: names[$0.id] ?? $0.id, text: renamed($0.text), isCorrect: $0.isCorrect, why: $0.why.map(renamed),
                isFixed: $0.isFixed)
        }
        return question
    }
}

extension String {
    /// `{{old}}` becomes `{{new}}` for each pair; all at once, so that two names can be exchanged.
    func replacingReferences(_ names: [String: String]) -> String {
        var out = ""
        var rest = self[...]
        while let open = rest.firstOccurrence(of: "{{") {
            out += rest[..<open.upperBound]
            rest = rest[open.upperBound...]
            guard let close = rest.firstOccurrence(of: "}}") else { break }
            let name = String(rest[..<close.lowerBound])
            out += names[name] ?? name
            rest = rest[close.lowerBound...]
        }
        return out + rest
    }
}
