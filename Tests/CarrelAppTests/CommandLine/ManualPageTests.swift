import Testing

@testable import CarrelApp

@Suite("The manual page")
struct ManualPageTests {
    private let lines = ManualPage().text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()

    @Test("Every command, option, exit status and file has its place in it")
    func everything() {
        let text = ManualPage().text
        for command in CommandTable.carrel.commands {
            #expect(text.contains("\n.B \(Roff.escaped(command.usage))\n"))
            for option in command.options { #expect(text.contains("\n.B \(Roff.escaped(option.usage))\n")) }
        }
        for option in CommandTable.carrel.common { #expect(text.contains("\n.B \(Roff.escaped(option.usage))\n")) }
        for status in CommandTable.exitStatuses { #expect(text.contains("\n.B \(status.status)\n")) }
        for name in ["CARREL_DB", "NO_COLOR", "Keys in a list", "Keys after the answer", "config.yaml"] {
            #expect(text.contains(name))
        }
    }

    @Test("Values are in the case in which they are typed, and settings told without a screen's keys")
    func words() {
        let text = ManualPage().text.split(separator: "\n").joined(separator: " ")
        #expect(text.contains("json (default), csv or sql.") && text.contains("text (default), markdown"))
        #expect(text.contains(".B theme The colours of everything. It may be"))
        #expect(text.contains(".B speak A program that reads new text aloud. It may be"))
    }

    @Test("Its source is what man pages are made of: ASCII, short lines, macros that are known")
    func source() {
        let macros = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br", ".RS", ".RE", ".PD", ".nh", ".ad"]
        for line in lines {
            #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(line)")
            #expect(line.utf8.count <= 80 || line.hasPrefix(".B "), "\(line)")
            #expect(!line.isEmpty)
            #expect(!line.hasPrefix("'"))
            if line.hasPrefix(".") { #expect(macros.contains(String(line.prefix { $0 != " " })), "\(line)") }
        }
    }

    @Test("Every example is a command line that Carrel understands")
    func examples() throws {
        for example in ManualText.examples {
            let words = example.line.split(separator: " ").map(String.init)
            #expect(words.first == "carrel")
            #expect(throws: Never.self, "\(example.line)") { try Invocation(parsing: Array(words.dropFirst())) }
        }
    }

    @Test("No character of a text is a command of roff")
    func escaping() {
        #expect(Roff.escaped(#"a\b-c^~`'"…"#) == #"a\eb\-c\(ha\(ti\(ga\(aq\(dq..."#)
        #expect(Roff.escaped("↵") == "\\[u21B5]")
        #expect(Roff.lines(".TH 'is' text") == [#"\&.TH \(aqis\(aq text"#])
        let long = Roff.lines(Array(repeating: "word", count: 40).joined(separator: " "))
        #expect(long.count == 3)
        #expect(long.allSatisfy { $0.utf8.count <= 80 })
    }
}
