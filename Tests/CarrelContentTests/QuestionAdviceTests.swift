import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Advice on questions")
struct QuestionAdviceTests {
    private static let explanation = String(repeating: "Because. ", count: 20)

    private func advice(_ text: String, recorded: Set<String> = []) -> [String] {
        let reading = PackFixture.reading(text)
        #expect(!reading.faults.hasErrors)
        for placed in reading.questions { QuestionAdvice(placed, reading.faults, recorded).advise() }
        return reading.faults.faults.map { "\($0.line):\($0.column): \($0.key): \($0.message)" }
            .filter { !$0.hasPrefix("11:") }
    }

    @Test("A free question wants keywords and an explanation")
    func free() {
        #expect(
            advice(PackFixture.channel(PackFixture.free("a"))) == [
                "7:5: questions[0].keywords: a free question needs at least 3 keywords; it has 0",
                "7:74: questions[0].question: has 16 characters; a stem needs at least 30",
                "7:119: questions[0].explanation: has 2 characters; an explanation needs at least 100",
            ])
        let long = String(repeating: "x", count: 2_001)
        #expect(
            advice(PackFixture.channel(PackFixture.free("a", stem: long))).count { $0.contains("at most 2,000") } == 1)
    }

    @Test("A source that is never opened is told; a book is none")
    func sources() {
        let extra = "keywords: [a, b, c], sources: [\"https://a.example\", \"file:///etc/passwd\", \"Stevens, vol. 1\"]"
        #expect(
            advice(PackFixture.channel(PackFixture.free("a", extra: extra))).filter { $0.contains("sources") } == [
                "7:175: questions[0].sources[1]: \"file:///etc/passwd\" is not opened; only http and https addresses are"
            ])
    }

    @Test("An option that gives itself away is named, a few letters more are not enough")
    func giveAway() {
        func options(_ correct: String, _ wrong: String) -> String {
            PackFixture.question(
                "single", "    options: [{text: \(correct), correct: true, why: w}, {text: \(wrong), why: w}]",
                explanation: Self.explanation)
        }
        #expect(
            advice(options("a fairly long right answer", "a short one")) == [
                "13:22: questions[0].options[0].text: gives itself away: 26 characters, the longest wrong option has 11"
            ])
        #expect(advice(options("SYN-ACK", "ACK")) == [])
        #expect(advice(options("a fairly long right answer", "a wrong one just as long")) == [])
    }

    @Test("Options that sum up others are named")
    func sumsUp() {
        let text = PackFixture.question(
            "multiple",
            """
                options:
                  - {text: Of the above, correct: true, why: w}
                  - {text: All of the above., correct: true, why: w}
                  - {text: "Indeed, none of the above", why: w}
                choose: 1
            """, explanation: Self.explanation)
        #expect(
            advice(text) == [
                "15:16: questions[0].options[1].text: \"All of the above.\"" + Self.ordered,
                "16:16: questions[0].options[2].text: \"Indeed, none of the above\"" + Self.ordered,
                "17:13: questions[0].choose: asks for 1 options; the number of correct ones is 2",
            ])
    }

    private static let ordered =
        " depends on the order of options, which is shuffled; put last, with fixed: true, it can mean all of them"

    @Test("One that stays behind all others may sum them up, if it does not mean two of them")
    func sumsUpAll() {
        func options(_ text: String, fixed: Bool = true, last: Bool = true) -> [String] {
            let summing = "      - {text: \(text), fixed: \(fixed), why: w}"
            let other = "      - {text: An option, why: w}"
            let lines = ["    options:", "      - {text: Another, correct: true, why: w}"]
            return advice(
                PackFixture.question(
                    "single", (lines + (last ? [other, summing] : [summing, other])).joined(separator: "\n"),
                    explanation: Self.explanation))
        }
        #expect(options("All of the above") == [])
        #expect(options("Both of the above").count == 1)
        #expect(options("All of the above", fixed: false).count == 1)
        #expect(options("All of the above", last: false).count == 1)
    }

    @Test("What can be chosen wrongly says why")
    func whys() {
        let explanation = Self.explanation
        #expect(
            advice(
                PackFixture.question(
                    "ordering", "    items: [{text: a}, {text: b}]\n    distractors: [{text: c}]",
                    explanation: explanation)) == ["14:19: questions[0].distractors[0]: says not why"])
        #expect(
            advice(
                PackFixture.question(
                    "matching", "    pairs: [{left: a, right: b}, {left: c, right: d, why: w}]",
                    explanation: explanation))
                == ["13:13: questions[0].pairs[0]: says not why"])
    }

    @Test("An edited option without a written id is named, once its question was loaded")
    func edited() {
        let text = PackFixture.question(
            "single", "    options: [{text: a, correct: true, why: w}, {id: b, text: b, why: w}]",
            explanation: Self.explanation)
        #expect(advice(text) == [])
        #expect(advice(text, recorded: [DerivedID.of("a"), "b"]) == [])
        #expect(
            advice(text, recorded: [DerivedID.of("before"), "b"]) == [
                "13:15: questions[0].options[0]: was edited or added since it was loaded, and has no written id: answers to "
                    + "it are no longer known; write ids with lint --fix"
            ])
    }
}
