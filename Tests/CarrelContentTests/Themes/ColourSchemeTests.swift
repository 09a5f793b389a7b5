import Glibc
import Testing

@testable import CarrelContent

@Suite("Colour schemes")
struct ColourSchemeTests {
    private static let names = (0..<24).map { "base" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }

    /// `base00: "#000000"` and on, each line after `margin`.
    private static func colours(_ count: Int, margin: String = "  ", mark: String = "#") -> String {
        names.prefix(count).enumerated().map { index, name in
            let digits = String(index * 0x0A0A0A, radix: 16)
            return "\(margin)\(name): \"\(mark)\(String(repeating: "0", count: 6 - digits.count))\(digits)\"\n"
        }.joined()
    }

    private static let head = "system: base16\nname: Tide\nauthor: Ada\nvariant: light\n"

    private func fault(_ text: String) -> String? {
        do throws(ColourScheme.Fault) {
            _ = try ColourScheme(parsing: text, name: "tide.yaml")
            return nil
        } catch {
            return error.description
        }
    }

    @Test("A scheme is read with its name, author, variant and colours")
    func new() throws {
        let scheme = try ColourScheme(parsing: Self.head + "palette:\n" + Self.colours(16), name: "tide.yaml")
        #expect(scheme.name == "Tide" && scheme.author == "Ada" && scheme.variant == .light)
        #expect(scheme.colours == (0..<16).map { UInt32($0 * 0x0A0A0A) })
    }

    @Test("The older form has its colours beside each other, and no #; others' keys are passed over")
    func old() throws {
        let text = "scheme: \"Tide\"\nauthor: \"Ada (https://example.org)\"\nslug: tide\n"
        let scheme = try ColourScheme(parsing: text + Self.colours(16, margin: "", mark: ""), name: "tide.yaml")
        #expect(scheme.name == "Tide" && scheme.author == "Ada (https://example.org)" && scheme.variant == nil)
        #expect(scheme.colours.count == 16 && scheme.colours[15] == 0x969696)
    }

    @Test("Digits need no quotes, and names and digits may be in either case")
    func plain() throws {
        var text = Self.head + "palette:\n" + Self.colours(16, mark: "").replacing("\"", with: "")
        text = text.replacing("base0A: 646464", with: "base0a: AbCdEf")
        let scheme = try ColourScheme(parsing: text, name: "tide.yaml")
        #expect(scheme.colours[10] == 0xABCDEF && scheme.colours[0] == 0)
    }

    @Test("Base24 has twenty-four, whether it says so or only has them")
    func base24() throws {
        let palette = "palette:\n" + Self.colours(24)
        #expect(try ColourScheme(parsing: "system: base24\n" + palette, name: "x").colours.count == 24)
        #expect(try ColourScheme(parsing: palette, name: "x").colours.count == 24)
        #expect(try ColourScheme(parsing: Self.head + palette, name: "x").colours.count == 16)
    }

    @Test(
        "A fault is one line with the place, what is wrong and what is expected",
        arguments: [
            ("", "tide.yaml:1: the file is empty; a base16 or base24 scheme is expected"),
            ("- a\n", "tide.yaml:1: a mapping with system, name, author and palette is expected, found a list"),
            ("system: base9\n", "tide.yaml:1: system: is \"base9\"; base16 or base24 is expected"),
            (head + "palette: red\n", "tide.yaml:5: palette: a mapping of base00 to base0F is expected, found \"red\""),
            (
                head + "palette:\n" + colours(15),
                "tide.yaml:6: palette.base0F: the colour is missing; a scheme has base00 to base0F, "
                    + "each such as \"#1e2030\""
            ),
            (
                "system: base24\npalette:\n" + colours(23),
                "tide.yaml:3: palette.base17: the colour is missing; a scheme has base00 to base17, "
                    + "each such as \"#1e2030\""
            ),
            (
                head + "palette:\n  base00: \"#12345\"\n"
                    + colours(16).split(separator: "\n").dropFirst()
                    .joined(separator: "\n"),
                "tide.yaml:6: palette.base00: a colour such as \"#1e2030\" is expected, found \"#12345\""
            ),
            (
                head + "palette:\n  base00: #000000\n"
                    + colours(16).split(separator: "\n").dropFirst()
                    .joined(separator: "\n"),
                "tide.yaml:6: palette.base00: a colour such as \"#1e2030\" is expected; what begins with # needs quotes"
            ),
            (
                "variant: dim\npalette:\n" + colours(16),
                "tide.yaml:1: variant: \"dim\" is not allowed; use dark, light"
            ),
        ])
    func faults(text: String, message: String) { #expect(fault(text) == message) }

    @Test("Every fault of a file is a line of its own, those that are missing one together")
    func several() throws {
        let text = Self.head + "palette:\n  base00: red\n  base01: \"#12\"\n" + "  base02: \"#000000\"\n"
        let fault = #expect(throws: ColourScheme.Fault.self) {
            try ColourScheme(parsing: text, name: "tide.yaml")
        }
        let names = Self.names[3..<16].joined(separator: ", ")
        #expect(
            fault?.lines == [
                "tide.yaml:6: palette: the colours \(names) are missing; a scheme has base00 to base0F, "
                    + "each such as \"#1e2030\"",
                "tide.yaml:6: palette.base00: a colour such as \"#1e2030\" is expected, found \"red\"",
                "tide.yaml:7: palette.base01: a colour such as \"#1e2030\" is expected, found \"#12\"",
            ])
        #expect(fault?.description == "\(fault?.lines[0] ?? "") (and 2 more)")
    }

    @Test("Broken YAML is told with its line")
    func broken() { #expect(fault("system: [\n")?.hasPrefix("tide.yaml:2: ") == true) }

    @Test("A file that is not there is none; one that cannot be one is told")
    func files() throws {
        #expect(try ColourScheme(reading: "/nowhere/tide.yaml") == nil)
        #expect(throws: ColourScheme.Fault("tmp: expected a text file of at most 64 KiB")) {
            try ColourScheme(reading: "/tmp")
        }
    }

    @Test("Hostile files are refused or read, and never trap")
    func hostile() {
        let whole = Self.head + "palette:\n" + Self.colours(16)
        for cut in stride(from: 0, to: whole.count, by: 7) { _ = fault(String(whole.prefix(cut))) }
        for text in [
            "palette: &a [*a]", "? a\n: b", "palette: {base00: {a: b}}", "base00: [1]\n", "\u{FEFF}", "%YAML 9",
        ] {
            #expect(fault(text) != nil)
        }
    }
}

extension String {
    fileprivate func replacing(_ text: String, with other: String) -> String {
        var out = "", rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(text) {
                out += other
                rest = rest.dropFirst(text.count)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return out
    }
}
