import CarrelCore

/// Names the fields in which two versions of a question differ, as `questionHistory.changedFields` lists them.
enum QuestionChange {
    static func fields(from old: Question, to new: Question) -> [String] {
        comparisons.filter { !$0.isSame(old, new) }.map(\.name)
    }

    private static let comparisons: [(name: String, isSame: @Sendable (Question, Question) -> Bool)] = [
        ("kind", { $0.kind == $1.kind }),
        ("question", { $0.stem == $1.stem }),
        ("answer", { $0.answer == $1.answer }),
        ("explanation", { $0.explanation == $1.explanation }),
        ("difficulty", { $0.difficulty == $1.difficulty }),
        ("channel", { $0.channel == $1.channel }),
        ("subChannel", { $0.subChannel == $1.subChannel }),
        ("certificationId", { $0.certification == $1.certification }),
        ("domainId", { $0.domain == $1.domain }),
        ("tldr", { $0.tldr == $1.tldr }),
        ("eli5", { $0.eli5 == $1.eli5 }),
        ("diagram", { $0.diagram == $1.diagram }),
        ("exhibit", { $0.exhibit == $1.exhibit }),
        ("tags", { $0.tags == $1.tags }),
        ("companies", { $0.companies == $1.companies }),
        ("jobTitleRelevance", { $0.jobTitles == $1.jobTitles }),
        ("experienceLevelTags", { $0.levels == $1.levels }),
        ("voiceKeywords", { $0.keywords == $1.keywords }),
        ("sources", { $0.sources == $1.sources }),
        ("options", { $0.options == $1.options }),
        ("payload", { $0.payload == $1.payload }),
        ("related", { $0.related == $1.related }),
    ]
}
