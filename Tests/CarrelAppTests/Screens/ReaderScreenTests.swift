import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A text to read")
struct ReaderScreenTests {
    let store = ScriptedStore()

    @Test("Help lists every key of the context with what it does")
    func help() {
        let topic = KeyTable.setUp.help(in: ())
        #expect(
            Array(ScreenProbe(.help(topic), on: store).lines[2...6]) == [
                "  Keys in the set-up sheet", "", "  ↵        start with these choices",
                "  ␣ → l    the next choice of the row",
                "  ← h      the choice before",
            ])
    }

    @Test("No key of an action is cut, however many it has", arguments: [false, true])
    func manyKeys(isASCII: Bool) {
        let topic = KeyTable.reader.help(in: ReaderFacts())
        let lines = ReaderContent.help(topic).lines(columns: 60, glyphs: isASCII ? .ascii : .unicode).map(\.text)
        #expect(!lines.contains { $0.contains("…") })
        for entry in topic.entries {
            let keys = entry.shown ?? entry.keys.map { $0.label(ascii: isASCII) }.joined(separator: " ")
            #expect(lines.contains { $0.hasPrefix(keys) }, "\(keys)")
        }
    }

    @Test("On the smallest screen every word of help can be read")
    func narrow() {
        let topic = KeyTable.choice.help(in: QuestionFacts(hasNext: true, hasPrevious: true))
        var probe = ScreenProbe(.help(topic), columns: 40, rows: 60, on: store)
        let words = probe.text.split { " \n".contains($0) }
        for entry in topic.entries {
            for word in entry.text.split(separator: " ") { #expect(words.contains(word), "\(entry.text)") }
        }
        probe.resize(columns: 40, rows: 10)
        probe.press("end")
        #expect(probe.text.contains("suspend"))
    }

    @Test("A long text scrolls by lines and pages and says how far I am")
    func scroll() {
        let lines = (1...50).map { "Line \($0)." }
        var probe = ScreenProbe(.faults(lines), on: store)
        #expect(probe.title.hasSuffix(" 20/50"))
        probe.press("j j")
        #expect(probe.lines[2] == "  Line 3.")
        probe.press("space")
        #expect(probe.lines[2] == "  Line 22.")
        probe.press("G")
        #expect(probe.lines[21] == "  Line 50.")
        probe.press("k pgup g")
        #expect(probe.lines[2] == "  Line 1.")
        probe.resize(columns: 80, rows: 60)
        #expect(!probe.title.contains("/50"))
    }

    @Test("Every usual key closes it", arguments: ["esc", "q", "z", "enter", "h", "left", "^C"])
    func close(key: String) {
        var probe = ScreenProbe(.faults(["x"]), on: store)
        probe.press(key)
        #expect(probe.desk.top is HomeScreen)
    }
}
