/// Every case of a context's facts: what is possible at a time is found out by asking all of them.
enum FactCases {
    /// `start` with each combination of `flags` set or not: 2 to the power of their number.
    static func all<Facts>(_ start: Facts, _ flags: [WritableKeyPath<Facts, Bool>]) -> [Facts] {
        flags.reduce([start]) { cases, flag in
            cases.flatMap { facts in
                [false, true].map { value in
                    var facts = facts
                    facts[keyPath: flag] = value
                    return facts
                }
            }
        }
    }
}

extension ListFacts {
    static func cases() -> [ListFacts] {
        FactCases.all(
            ListFacts(),
            [
                \.hasRows, \.canPractise, \.isOnQuestion, \.isOnSession, \.isRoot, \.canSearch, \.canFilter, \.canSort,
                \.isFiltered, \.hasField, \.canFind,
            ]
        ).filter { facts in
            // Home has no questions among its rows, and sessions stand where nothing is filtered.
            let isHome = !facts.isOnQuestion && !facts.canFilter && !facts.canSort && !facts.hasField
            if facts.isRoot || facts.isOnSession { return isHome }
            return !facts.canSearch && !(facts.hasField && facts.canFind)
        }
    }
}

extension QuestionFacts {
    static func cases() -> [QuestionFacts] {
        FactCases.all(
            QuestionFacts(),
            [
                \.hasNext, \.hasPrevious, \.isLast, \.isOver, \.fieldIsEmpty, \.hasSuggestion, \.hasTwoGrades,
                \.isHolding, \.hasPromptHelp, \.canExclude, \.isExhibitCut,
            ]
        ).flatMap { facts in
            guard facts.isHolding else { return [facts] }
            var waiting = facts
            waiting.isWaiting = true
            return [facts, waiting]
        }.flatMap { facts in
            [[], Set(QuestionDepth.allCases)].map { depths in
                var facts = facts
                facts.depths = depths
                return facts
            }
        }
    }
}

extension ReaderFacts {
    static func cases() -> [ReaderFacts] {
        FactCases.all(ReaderFacts(), [\.isHelp, \.hasMatches]).flatMap { facts in
            (facts.isHelp ? [0] : [0, 1, 2]).map { links in
                var facts = facts
                facts.links = links
                return facts
            }
        }
    }
}

extension SearchFacts {
    static func cases() -> [SearchFacts] { FactCases.all(SearchFacts(), [\.hasRows, \.hasHits, \.fieldIsEmpty]) }
}

extension FilterFacts {
    static func cases() -> [FilterFacts] { FactCases.all(FilterFacts(), [\.isOnField, \.hasSuggestion, \.isEmpty]) }
}

extension SettingsRowFacts {
    static func cases() -> [SettingsRowFacts] {
        FactCases.all(SettingsRowFacts(), [\.isText, \.isListed, \.isFiltered]).filter { !$0.isText || !$0.isListed }
    }
}

extension WritingFacts {
    static func cases() -> [WritingFacts] { FactCases.all(WritingFacts(), [\.hasSecondField, \.isRefused]) }
}

extension QuestionMenuFacts {
    static func cases() -> [QuestionMenuFacts] {
        FactCases.all(QuestionMenuFacts(), [\.isCorrected, \.isReported, \.isSuspended, \.isBuried, \.isFiltered])
    }
}

extension CorrectionsFacts {
    static func cases() -> [CorrectionsFacts] {
        FactCases.all(CorrectionsFacts(), [\.hasRows, \.isOnCorrection, \.isFiltered])
    }
}

extension KeyCorrectionFacts {
    static func cases() -> [KeyCorrectionFacts] { FactCases.all(KeyCorrectionFacts(), [\.isOnReason]) }
}
