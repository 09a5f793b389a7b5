import CarrelCore
import Testing

@Suite("Keywords as authors write them")
struct AnswerKeywordTests {
    @Test(
        "Alternatives stand between bars, and a leading ! requires",
        arguments: [
            ("SYN", ["SYN"], false),
            ("!SYN-ACK|syn ack", ["SYN-ACK", "syn ack"], true),
            ("  ! firewall | packet filter ", ["firewall", "packet filter"], true),
            ("|a||b|", ["a", "b"], false),
            ("===|strict equality", ["strict equality"], false),
            ("!!a", ["a"], true),
            ("a!|b", ["a!", "b"], false),
        ])
    func parses(source: String, alternatives: [String], isRequired: Bool) throws {
        let keyword = try #require(AnswerKeyword(parsing: source))
        #expect(keyword.alternatives == alternatives)
        #expect(keyword.isRequired == isRequired)
        #expect(keyword.text == alternatives.first)
    }

    @Test("What no answer could contain is no keyword", arguments: ["", " ", "!", "|", "! | |", "===", "…|—"])
    func nothing(source: String) { #expect(AnswerKeyword(parsing: source) == nil) }
}
