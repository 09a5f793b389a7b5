import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Answering a simulation")
struct SimulationPadTests {
    private let shell = Samples.simulationShell

    private var world: World {
        World(
            shell: "s", devices: [.init(id: "A", title: "switch"), .init(id: "B")],
            goals: [.init(id: "g", when: ["A:n = \"x\""]), .init(id: "h", when: ["B:n = \"y\""])],
            solution: [])
    }

    private func pad(_ response: String? = nil) -> SimulationPad {
        SimulationPad(world, shell: shell, response: response)
    }

    private func lines(_ pad: inout SimulationPad, columns: Int = 30, rows: Int = 8) -> [String] {
        var canvas = Canvas(columns: columns, rows: rows)
        pad.draw(on: &canvas, in: Area(x: 0, y: 0, columns: columns, rows: rows))
        return canvas.lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    }

    /// As the screens around a pad give it keys.
    private func press(_ key: Key, _ pad: inout SimulationPad) -> SimulationPad.Outcome {
        var facts = QuestionFacts()
        facts.hasPromptHelp = pad.simulation.helpsOnQuestionMark
        let table: KeyTable<QuestionFacts, QuestionAction> = pad.isAtPrompt ? .simulation : .simulationCommands
        if let action = table.action(for: key, in: facts) {
            return SimulationAction(action, key: key).map { pad.perform($0) } ?? .ignored
        }
        guard pad.isAtPrompt else { return .ignored }
        pad.type(key)
        return .handled
    }

    private func type(_ text: String, _ pad: inout SimulationPad) {
        for character in text {
            let outcome = press(.char(character), &pad)
            #expect(outcome == .handled)
        }
    }

    @Test("^Z runs what is typed and ends the mode, as on real gear; ^L clears what was printed")
    func endAndClear() {
        var pad = pad()
        type("ena", &pad)
        _ = press(.enter, &pad)
        type("name x", &pad)
        #expect(press(.control("z"), &pad) == .entered)
        #expect(lines(&pad).filter { !$0.isEmpty }.suffix(3) == ["A#name x", "A#end", "A>"])
        #expect(press(.control("l"), &pad) == .handled)
        #expect(lines(&pad).filter { !$0.isEmpty } == [" 1 A (switch)   2 B", "A>"])
    }

    @Test("What is typed is run, said and kept as the answer, and comes back from it")
    func entering() {
        var pad = pad()
        #expect(pad.response == nil && pad.isUntouched)
        type("ena", &pad)
        let first = press(.enter, &pad)
        type("sh cl", &pad)
        let second = press(.enter, &pad)
        #expect([first, second] == [.entered, .entered])
        let shown = lines(&pad)
        #expect(shown == [" 1 A (switch)   2 B", "A>ena", "A#sh cl", "10:30", "A#", "", "", ""])
        #expect(pad.response == #"[["A","ena"],["A","sh cl"]]"#)
        var again = self.pad(pad.response)
        let same = lines(&again)
        #expect(same == shown && again.response == pad.response)
    }

    @Test("Tab completes, a question mark lists, the arrows bring back what was entered")
    func helping() {
        var pad = pad()
        type("ena", &pad)
        _ = press(.tab, &pad)
        #expect(pad.field.text == "enable ")
        _ = press(.enter, &pad)
        type("s", &pad)
        _ = press(.char("?"), &pad)
        let shown = lines(&pad)
        #expect(pad.field.text == "s" && shown.suffix(6).prefix(4) == ["A#s?", "show", "A#s", ""])
        _ = press(.control("u"), &pad)
        _ = press(.up, &pad)
        #expect(pad.field.text == "enable ")
        _ = press(.down, &pad)
        #expect(pad.field.text == "")
        type("end", &pad)
        _ = press(.enter, &pad)
        #expect(pad.response == #"[["A","enable "],["A","end"]]"#)
    }

    @Test("Beside the prompt digits change the device, and beginning again leaves nothing")
    func commands() {
        var pad = pad()
        _ = press(.escape, &pad)
        #expect(!pad.isAtPrompt)
        let dead = [press(.char("x"), &pad), press(.char("3"), &pad)]
        #expect(dead == [.ignored, .ignored])
        _ = press(.char("2"), &pad)
        #expect(pad.device == "B" && pad.isAtPrompt)
        for line in ["enable", "name y"] {
            type(line, &pad)
            _ = press(.enter, &pad)
        }
        #expect(pad.grade.reached == ["h"] && pad.grade.score == 0.5)
        let outcome = pad.perform(.reset)
        #expect(outcome == .entered && pad.response == nil && pad.grade.points == 0)
    }

    @Test("It is drawn in any room, and scrolls back", arguments: [(80, 24), (40, 10), (3, 3), (1, 1)])
    func rooms(columns: Int, rows: Int) {
        var pad = pad("[[\"A\",\"enable\"]]")
        for _ in 0..<40 {
            type("show clock", &pad)
            _ = press(.enter, &pad)
        }
        _ = lines(&pad, columns: columns, rows: rows)
        for _ in 0..<100 { _ = press(.pageUp, &pad) }
        let top = lines(&pad, columns: columns, rows: rows)
        #expect(top.count == rows)
        for _ in 0..<200 { _ = press(.pageDown, &pad) }
        #expect(lines(&pad, columns: columns, rows: rows).count == rows)
    }

    @Test("A response that cannot be read counts as nothing")
    func unreadable() {
        #expect(pad("{").isUntouched && pad("[[1]]").isUntouched)
    }
}
