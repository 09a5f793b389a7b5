import Testing

@testable import CarrelCore

@Suite("Regular expressions")
struct SearchPatternTests {
    @Test(
        "Matches are the leftmost, and of those the longest",
        arguments: [
            ("a*", "baaa", 0..<0), ("a+", "baaa", 1..<4), ("a|ab|abc", "xabcd", 1..<4),
            ("(a|ab)(c|bcd)", "abcd", 0..<4),
            ("^b", "ab", nil), ("b$", "ab", 1..<2), ("a{2,3}", "aaaa", 0..<3), ("a{2}", "a", nil),
            ("a{2,}", "aaaa", 0..<4),
            ("\\bone\\b", "a one", 2..<5), ("[^a-c]+", "abxyc", 2..<4), ("[[:digit:]]+", "a12", 1..<3),
            ("", "x", 0..<0),
            ("(ab)*c", "ababc", 0..<5), ("x?y", "y", 0..<1), ("(a*)*b", "aab", 0..<3), ("(a?){3}b", "ab", 0..<2),
            ("\\<an", "ban an", 4..<6), ("an\\>", "ant an", 4..<6), ("\\Ban", "an ban", 4..<6), ("\\W+", "a, b", 1..<3),
            ("x{,2}y", "xxxy", 1..<4), ("x{a}", "x{a}", 0..<4), ("x{1,-9223372036854775808}", "x", nil),
            ("[]x]+", "a]x", 1..<3), ("a**", "aa", 0..<2), ("(^a|b)c", "bc", 0..<2), ("a{0}b", "ab", 1..<2),
            (".", "", nil),
        ] as [(String, String, Range<Int>?)])
    func matches(pattern: String, line: String, range: Range<Int>?) throws {
        #expect(try SearchPattern(pattern, isExtended: true).firstMatch(in: line) == range)
    }

    @Test(
        "No expression takes long: it is matched, or refused as too big",
        arguments: [
            "a{50}{50}{50}{50}{50}{50}", "(){50}{50}{50}{50}{50}{50}{50}{50}",
            "." + String(repeating: "+", count: 60) + "x",
            "." + String(repeating: "*", count: 60) + "x", "(((((((((((((.+)+)+)+)+)+)+)+)+)+)+)+)+x",
            String(repeating: "(", count: 900),
            String(repeating: "a?", count: 400) + String(repeating: "a", count: 100),
            "(a|aa|aaa|aaaa)*(a|aa|aaa)*x", "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x", "[[[[[[[[", "a{", "{5}", "x{1,99999}",
        ])
    func ends(pattern: String) {
        var simulation = SimulationFixture.files()
        for tool in ["grep -E", "grep -o -E", "sed -E -n", "pkill -f"] {
            let text = tool.hasPrefix("sed") ? "s/\(pattern)/b/g" : pattern
            _ = simulation.run("\(tool) '\(text)' long", on: "A")
        }
    }

    @Test("An expression that is too big is told as the tool tells it")
    func tooBig() {
        var simulation = SimulationFixture.files()
        #expect(simulation.says("grep -E 'a{50}{50}{50}' f") == ["grep: Regular expression too big"])
        #expect(
            simulation.says("sed -E 's/a{50}{50}{50}/x/' f")
                == ["sed: -e expression #1, char 18: Regular expression too big"])
    }

    @Test(
        "An expression that is none is refused in the tool's words",
        arguments: [
            ("grep -E 'x{3,1}' f", "grep: Invalid content of \\{\\}"),
            ("grep 'x\\{3,1\\}' f", "grep: Invalid content of \\{\\}"),
            ("grep -E 'x{1,2,3}' f", "grep: Invalid content of \\{\\}"),
            ("grep 'x\\{a\\}' f", "grep: Invalid content of \\{\\}"),
            ("sed -E 's/x{3,1}/b/' f", "sed: -e expression #1, char 11: Invalid content of \\{\\}"),
            ("sed -E -n '/x{3,1}/p' f", "sed: -e expression #1, char 8: Invalid content of \\{\\}"),
            ("sed p -e 's/x\\{3,1\\}/b/'", "sed: -e expression #1, char 13: Invalid content of \\{\\}"),
            ("grep 'x\\{1' f", "grep: Unmatched \\{"), ("grep -E '(a' f", "grep: Unmatched ( or \\("),
            ("grep '[a' f", "grep: Unmatched [, [^, [:, [., or [="), ("grep '[z-a]' f", "grep: Invalid range end"),
            ("grep '[[:foo:]]' f", "grep: Invalid character class name"), ("grep 'a\\' f", "grep: Trailing backslash"),
        ])
    func refused(line: String, said: String) {
        var simulation = SimulationFixture.files()
        #expect(simulation.says(line) == [said])
    }
}
