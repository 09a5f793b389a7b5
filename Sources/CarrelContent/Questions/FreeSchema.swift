import CarrelCore

/// A question answered in the learner's own words.
enum FreeSchema {
    static func read(_ fields: inout Fields) -> QuestionBody? {
        let answer = fields.text("answer"), keywords = keywords(&fields)
        return answer.map { QuestionBody(answer: $0, keywords: keywords) }
    }

    /// `a|b` are alternatives, a leading `!` requires; neither may be empty.
    private static func keywords(_ fields: inout Fields) -> [String] {
        var seen = Distinct("keyword")
        return fields.list("keywords") { site, faults in
            guard let keyword = site.text(faults) else { return nil }
            seen.add(keyword, at: site, faults)
            let alternatives = (keyword.hasPrefix("!") ? keyword.dropFirst() : keyword[...])
                .split(separator: "|", omittingEmptySubsequences: false)
            if alternatives.contains(where: { String($0).isBlank }) {
                faults.error("\(keyword.quotedExcerpt) has an empty alternative; write a|b or !a|b", at: site)
            }
            return keyword
        }
    }
}
