import Testing

@testable import CarrelCore

@Suite("Texts of any kind")
struct GeneratedTextTests {
    private static let numbers = [
        "0", "1", "3", "07", "1000", "-1", "9223372036854775807", "-9223372036854775808", "99999999999999999999",
    ]

    private static func text(_ signs: [String], _ random: inout SplitMix64) -> String {
        (0..<Int.random(in: 0...9, using: &random)).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] }
            .joined()
    }

    @Test("A range of ports is taken or not, whatever it says")
    func ranges() throws {
        let signs = numbers(and: [
            "g", "gi", "G", "Gig", "vlan", "/", "-", " - ", ",", " , ", " ", ".", ":", "²", "é", "+",
        ])
        let type = Shell.CaptureType(names: ["GigabitEthernet", "Vlan"], isRange: true)
        let matcher = try CaptureMatcher("ports", types: ["ports": type])
        var random = SplitMix64(seed: 1), taken = 0
        for _ in 0..<3_000 {
            let words = LineWord.words(of: "g" + Self.text(signs, &random))
            if let capture = matcher.accept(words, at: 0) {
                taken += 1
                #expect(capture.value.split(separator: "\n").count <= 1_000 && capture.count == words.count)
            }
        }
        #expect(taken > 50)
    }

    @Test("A regular expression is one or is none, whatever it says")
    func expressions() {
        let signs = numbers(and: [
            "a", "b", ".", "*", "+", "?", "|", "(", ")", "{", "}", "\\{", "\\}", "\\(", "\\)", "[", "]", "[:", ":]",
            "^",
            "$", "\\", "\\b", "\\<", "\\>", "\\W", ",", "{,", "{1,", "-", "[[:alpha:]]", "é\u{301}", "\u{0}",
        ])
        var random = SplitMix64(seed: 2), read = 0
        for round in 0..<3_000 {
            let text = Self.text(signs, &random), budget = StepBudget(2_000)
            let grammar: SearchPattern.Grammar = round % 2 == 0 ? .basic : .extended
            let extent: SearchPattern.Extent = [.anything, .words, .line][round % 3]
            do throws(SearchPattern.Fault) {
                let pattern = try SearchPattern([text], grammar, ignoresCase: round % 5 == 0, extent: extent)
                _ = pattern.firstMatch(in: "ab a,b -9 [x]", budget)
                read += 1
            } catch {
                #expect(!error.rawValue.isEmpty)
            }
        }
        #expect(read > 500)
    }

    @Test("A script of sed and a key of sort are taken or refused, whatever they say")
    func scripts() {
        let signs = numbers(and: [
            "s", "/", "s/a/b/", "p", "d", "q", "=", ",", "$", "!", "~", "+", ";", " ", "&", "\\", "g", "I", "{", "}",
            "a",
            "[", "]", ".", "n", "r", "x",
        ])
        var random = SplitMix64(seed: 3), simulation = SimulationFixture.files()
        for _ in 0..<500 {
            let text = Self.text(signs, &random)
            for line in ["sed '\(text)' f", "sort -k '\(text)' f", "cut -f '\(text)' f", "echo x | tr '\(text)' 'a-z'"]
            {
                _ = simulation.run(line, on: "A")
            }
        }
        #expect(simulation.entered.count > 1_000)
    }

    private func numbers(and signs: [String]) -> [String] { Self.numbers + signs }
}
