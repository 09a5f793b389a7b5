import Testing

@testable import CarrelApp

@Suite("How far something long has come")
struct ProgressLineTests {
    /// What a line shows that is told `steps` of 200, each so many milliseconds after the one before.
    private func shown(_ steps: [(after: Int, done: Int)], isShown: Bool = true, of total: Int = 200) -> [String?] {
        var (time, lines): (Int, [String?]) = (5_000, [])
        let line = ProgressLine("folding", isShown: isShown, now: { time }, put: { lines.append($0) })
        for step in steps {
            time += step.after
            line.show(step.done, of: total)
        }
        line.end()
        line.end()
        return lines
    }

    @Test("What is done within a moment shows nothing, and takes nothing away")
    func brief() { #expect(shown([(0, 0), (100, 50), (199, 200)]) == []) }

    @Test("After a moment there is a bar as long as its share, once for each percent, and at the end none")
    func long() {
        let lines = shown([(0, 0), (ProgressLine.moment, 50), (1, 51), (1, 52), (1, 200)])
        #expect(
            lines == [
                "folding [#######.......................] 25 %", "folding [#######.......................] 26 %",
                "folding [##############################] 100 %", nil,
            ])
    }

    @Test("Where there is no terminal, and where nothing is to be done, nothing is shown")
    func nowhere() {
        #expect(shown([(0, 0), (1_000, 100)], isShown: false) == [])
        #expect(shown([(0, 0), (1_000, 0)], of: 0) == [])
    }

    @Test("More than all is all, and less than nothing is nothing")
    func odd() {
        let lines = shown([(0, 0), (1_000, 300), (1, -7)])
        #expect(lines.map { $0?.hasSuffix(" 100 %") } == [true, false, nil])
        #expect(lines[1]?.hasSuffix("] 0 %") == true)
    }
}
