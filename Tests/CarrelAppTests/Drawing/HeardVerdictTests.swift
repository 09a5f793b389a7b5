import CarrelCore
import Testing

@testable import CarrelApp

@Suite("A verdict that is heard")
struct HeardVerdictTests {
    private let partly = AnswerGrade(isCorrect: false, score: 0.5)

    @Test("Of an order it names what stood at its place, and of how many")
    func ordering() {
        let answer = StandingAnswer(selection: .ordered(["syn", "ack", "synack"]), grade: partly)
        #expect(HeardVerdict.words(Samples.ordering, answer) == "Partly right. 1 of 3 stood right: SYN.")
        let none = StandingAnswer(selection: .ordered(["ack", "syn", "rst"]), grade: .wrong)
        #expect(HeardVerdict.words(Samples.ordering, none) == "Wrong. 0 of 3 stood right.")
    }

    @Test("Of pairs it names both sides")
    func matching() {
        let answer = StandingAnswer(
            selection: .paired(["ssh": "ssh", "smtp": "telnet", "dns": "dns"]), grade: partly)
        #expect(
            HeardVerdict.words(Samples.matching, answer)
                == "Partly right. 2 of 3 stood right: SSH with 22, DNS with 53.")
    }

    @Test("Nothing answered is not known; what is right, and other kinds, need no such words")
    func others() {
        #expect(HeardVerdict.words(Samples.ordering, StandingAnswer(grade: .wrong)) == "Not known.")
        let right = StandingAnswer(selection: .ordered(["syn", "synack", "ack"]), grade: .right)
        #expect(HeardVerdict.words(Samples.ordering, right) == nil)
        #expect(
            HeardVerdict.words(Samples.single, StandingAnswer(selection: .chosen(["passive"]), grade: .wrong)) == nil)
    }
}
