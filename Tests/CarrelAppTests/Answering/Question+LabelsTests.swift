import CarrelCore
import Testing

@testable import CarrelApp

@Suite("What an id in a question's text is called")
struct QuestionLabelsTests {
    @Test("An option is called by the letter of its place on screen, whatever its place in the pack")
    func options() {
        let ids = Samples.single.options.map(\.id)
        #expect(Samples.single.label(of: ids[0], order: ids) == "a")
        #expect(Samples.single.label(of: ids[0], order: ids.reversed()) == "c")
        #expect(Samples.single.label(of: "none", order: ids) == nil)
    }

    @Test("Of a matching question a left side is a letter, a right side that belongs to no pair a digit")
    func sides() {
        let order = ["telnet", "ssh", "smtp", "dns"]
        #expect(Samples.matching.label(of: "smtp", order: order) == "b")
        #expect(Samples.matching.label(of: "telnet", order: order) == "1")
        #expect(Samples.matching.label(of: "none", order: order) == nil)
    }
}
