/// Compares a typed answer with the author's keywords.
///
/// A keyword is matched where one of its alternatives stands in the answer, in any form of its words, misspelt a little,
/// as an acronym or spelled out (`KeywordPhrase`), and the answer does not deny it (`Negation`). An answer that only
/// ever denies it contradicts the author, unless the model answer denies it too.
public struct TypedAnswerGrader {
    private let stem: (String) -> String

    /// - Parameter stem: the stem of an English word in lower case; forms of one word have the same stem.
    public init(stem: @escaping (String) -> String) { self.stem = stem }

    /// Grades `answer`.
    ///
    /// Linear in the length of the answer for given keywords.
    ///
    /// - Parameters:
    ///   - answer: what the learner typed.
    ///   - keywords: as the author writes them (`AnswerKeyword`); one without a letter or digit is left out.
    ///   - reference: the model answer.
    public func grade(answer: String, keywords: [String], reference: String) -> TypedAnswerGrade {
        var stemming = TextStemming(stem: stem)
        let answer = stemming.text(answer)
        let reference = stemming.text(reference)
        let keywords = keywords.compactMap(AnswerKeyword.init(parsing:)).map { keyword in
            (keyword, keyword.alternatives.map { KeywordPhrase($0, stemming: &stemming) })
        }
        let vocabulary = Set(keywords.lazy.flatMap(\.1).flatMap(\.stems))

        var ticks: [TypedAnswerGrade.KeywordTick] = []
        var isKeyword = [Bool](repeating: false, count: answer.words.count)
        for (keyword, phrases) in keywords {
            func occurrences(in text: StemmedText) -> [KeywordPhrase.Occurrence] {
                phrases.flatMap { $0.occurrences(in: text, vocabulary: vocabulary) }
            }
            let found = occurrences(in: answer)
            let isDenied = !found.isEmpty && found.allSatisfy { Negation.negates($0, in: answer) }
            let isContradicted =
                isDenied && !occurrences(in: reference).contains { Negation.negates($0, in: reference) }
            let isMatched = !found.isEmpty && !isContradicted
            if isMatched {
                for position in found.lazy.flatMap(\.positions) { isKeyword[position] = true }
            }
            ticks.append(
                TypedAnswerGrade.KeywordTick(
                    text: keyword.text, isRequired: keyword.isRequired, isMatched: isMatched,
                    isContradicted: isContradicted))
        }

        let isOnlyKeywords = zip(answer.words, isKeyword).allSatisfy { word, isKeyword in
            isKeyword || ["and", "or"].contains(word.text)
        }
        return TypedAnswerGrade(
            keywords: ticks, isBareList: isOnlyKeywords && ticks.count(where: \.isMatched) >= 3,
            isEmpty: answer.words.isEmpty)
    }
}
