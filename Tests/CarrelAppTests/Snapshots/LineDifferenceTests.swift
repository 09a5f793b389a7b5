import Testing

@Suite("A difference between two texts")
struct LineDifferenceTests {
    @Test("It shows what went and what came, and two lines around it")
    func change() {
        let old = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj"
        let new = "a\nb\nc\nD\ne\nf\ng\nh\ni\nj\nk"
        #expect(
            LineDifference(from: old, to: new).text
                == "  b\n  c\n- d\n+ D\n  e\n  f\n  …\n  i\n  j\n+ k")
    }

    @Test("Equal texts have none, and characters that only look alike are one")
    func alike() {
        #expect(LineDifference(from: "a\nb", to: "a\nb").text.isEmpty)
        #expect(LineDifference(from: "\u{E9}", to: "e\u{301}").text == "- \u{E9}\n+ e\u{301}")
    }

    @Test("A long one is cut, and says by how much")
    func long() {
        let new = (0..<100).map { "line \($0)" }.joined(separator: "\n")
        let lines = LineDifference(from: "", to: new).text.split(separator: "\n")
        #expect(lines.count == 81)
        #expect(lines.last == "… and 21 lines more")
    }
}
