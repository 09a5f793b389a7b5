import CarrelCore
import Testing

@Suite("Grading a typed answer")
struct TypedAnswerGraderTests {
    private let grader = TypedAnswerGrader(stem: strippingEndings)

    private func grade(_ answer: String, _ keywords: [String], reference: String = "") -> TypedAnswerGrade {
        grader.grade(answer: answer, keywords: keywords, reference: reference)
    }

    @Test("Each keyword gets a tick under its first alternative")
    func ticks() {
        let grade = grade("A packet filter opens ports", ["!firewall|packet filter", "port", "log"])
        #expect(
            grade.keywords == [
                .init(text: "firewall", isRequired: true, isMatched: true),
                .init(text: "port", isRequired: false, isMatched: true),
                .init(text: "log", isRequired: false, isMatched: false),
            ])
        #expect(grade.verdict == .partial)
    }

    @Test("Denying a point contradicts the author, unless the model answer denies it too or the answer also says it")
    func contradiction() {
        #expect(grade("It does not encrypt", ["encrypt"], reference: "It encrypts").contradicts)
        #expect(!grade("It does not encrypt", ["encrypt"], reference: "It never encrypts").contradicts)
        let both = grade("HTTP does not encrypt. HTTPS encrypts.", ["encrypt"], reference: "HTTPS encrypts")
        #expect(!both.contradicts)
        #expect(both.coverage == (1, 1))
    }

    @Test("Three keywords and nothing else are a bare list, whatever joins them")
    func bareList() {
        #expect(grade("rules, ports and a log", ["rule", "port", "log"]).isBareList == false)
        #expect(grade("rules, ports and logs", ["rule", "port", "log"]).isBareList)
        #expect(grade("access control list port log", ["ACL", "port", "log"]).isBareList)
        #expect(grade("rule port", ["rule", "port"]).isBareList == false)
        #expect(grade("rule rule port", ["rule", "port", "log"]).isBareList == false)
    }

    @Test("A word of one keyword is no slip of another")
    func vocabulary() {
        #expect(grade("a compliment", ["complement"]).coverage == (1, 1))
        #expect(grade("a compliment", ["complement", "compliment"]).coverage == (1, 2))
    }

    @Test("Thinking instead of typing suggests no rating", arguments: ["", " \n\t", "…", "?!"])
    func thought(answer: String) {
        let grade = grade(answer, ["rule"])
        #expect(grade.isEmpty)
        #expect(grade.verdict == .likelyWrong)
        #expect(grade.suggestedRating == nil)
    }

    @Test("Keywords that no answer could contain count for nothing")
    func unusable() {
        #expect(grade("rules", ["===", "", "rule"]).coverage == (1, 1))
        #expect(grade("rules", ["==="]).suggestedRating == nil)
    }

    @Test("The model answer typed back never contradicts itself, however often it says no", arguments: 0..<200)
    func ownReference(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let words = [
            "not", "rule", "ports", "never", "ACL", "is", "802.1x", "logged,", "the", "open", "C++", "without",
        ]
        let reference = (0..<20).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
        let keywords = ["rule", "port open", "ACL|access control list", "!802.1X", "not logged", "C++"]
        let grade = grade(reference, keywords, reference: reference)
        #expect(!grade.contradicts)
        #expect(grade.keywords.count == keywords.count)
    }

    @Test("Hostile texts are graded like any other", arguments: 0..<9)
    func hostile(row: Int) {
        let texts = [
            String(repeating: "a", count: 10_000), String(repeating: "port ", count: 2_000),
            String(repeating: "not ", count: 2_500), String(repeating: "+#.'", count: 2_500),
            "e" + String(repeating: "\u{301}", count: 10_000), String(repeating: "1.", count: 5_000),
            String(repeating: "a c l ", count: 1_700), String(repeating: "\u{0}|!", count: 3_000),
            String(repeating: "👨‍👩‍👧‍👦é", count: 1_000),
        ]
        let keywords = ["port", "ACL", "not port", "a|b", "!a a a a", texts[row], "!|", "end to end"]
        let grade = grade(texts[row], keywords, reference: texts[row])
        #expect(grade.coverage.matched <= grade.coverage.total)
        #expect(!grade.contradicts)
    }
}
