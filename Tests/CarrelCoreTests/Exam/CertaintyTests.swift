import CarrelCore
import Testing

@Suite("Certainty")
struct CertaintyTests {
    @Test("Marks reward certainty that is right, and cost more where it is wrong")
    func marks() {
        var certainty = Certainty()
        certainty.add(.sure, isCorrect: true)
        certainty.add(.sure, isCorrect: false)
        certainty.add(.unsure, isCorrect: true)
        certainty.add(.unsure, isCorrect: false)
        certainty.add(.guess, isCorrect: true)
        certainty.add(.guess, isCorrect: false)
        #expect(certainty.marks == 3 - 6 + 2 - 2 + 1 + 0)
        #expect(certainty.answers == 6)
        #expect(certainty.mostMarks == 18)
        #expect(certainty.levels[.sure]?.answers == 2)
        #expect(certainty.levels[.sure]?.right == 1)
    }
}
