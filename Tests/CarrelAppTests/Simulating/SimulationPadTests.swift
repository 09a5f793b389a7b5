import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Answering a simulation")
struct SimulationPadTests {
    private var shell: Shell {
        Shell(
            id: "s", title: "S", syntax: .words,
            modes: [.init(id: "user", prompt: "{{device}}>"), .init(id: "priv", prompt: "{{device}}#")],
            commands: [
                ShellCommand(modes: ["user"], match: ["enable"], outcomes: [.init(mode: "priv")]),
                ShellCommand(modes: ["priv"], match: ["show clock"], outcomes: [.init(print: "10:30")]),
                ShellCommand(
                    modes: ["priv"], match: ["name <n>"],
                    outcomes: [.init(set: [.init(key: "n", value: .text("<n>"))])]),
                ShellCommand(match: ["end"], outcomes: [.init(mode: "user")]),
            ])
    }

    private var world: World {
        World(
            shell: "s", devices: [.init(id: "A", title: "switch"), .init(id: "B")],
            goals: [.init(id: "g", when: ["A:n = x"]), .init(id: "h", when: ["B:n = \"y\""])],
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

    private func type(_ text: String, _ pad: inout SimulationPad) {
        for character in text { #expect(pad.handle(.char(character)) == .handled) }
    }

    @Test("What is typed is run, said and kept as the answer, and comes back from it")
    func entering() {
        var pad = pad()
        #expect(pad.response == nil && pad.isUntouched)
        type("en", &pad)
        #expect(pad.handle(.enter) == .entered)
        type("sh cl", &pad)
        #expect(pad.handle(.enter) == .entered)
        #expect(lines(&pad) == ["1 A (switch)   2 B", "A>en", "A#sh cl", "10:30", "A#", "", "", ""])
        #expect(pad.response == #"[["A","en"],["A","sh cl"]]"#)
        var again = self.pad(pad.response)
        #expect(lines(&again) == lines(&pad) && again.response == pad.response)
    }

    @Test("Tab completes, a question mark lists, the arrows bring back what was entered")
    func helping() {
        var pad = pad()
        type("ena", &pad)
        #expect(pad.handle(.tab) == .handled && pad.field.text == "enable ")
        _ = pad.handle(.enter)
        type("s", &pad)
        _ = pad.handle(.char("?"))
        #expect(pad.field.text == "s" && lines(&pad).suffix(6).prefix(4) == ["A#s?", "show", "A#s", ""])
        _ = pad.handle(.control("c"))
        #expect(pad.field.isEmpty)
        _ = pad.handle(.up)
        #expect(pad.field.text == "enable ")
        _ = pad.handle(.down)
        #expect(pad.field.text == "")
        #expect(pad.handle(.control("z")) == .entered && pad.response == #"[["A","enable "],["A","end"]]"#)
    }

    @Test("Beside the prompt digits change the device, and beginning again is asked first")
    func commands() {
        var pad = pad()
        #expect(pad.handle(.escape) == .handled && !pad.isAtPrompt)
        #expect(pad.handle(.char("r")) == .handled)
        #expect(pad.handle(.char("x")) == .ignored && pad.handle(.char("3")) == .ignored)
        #expect(pad.handle(.char("2")) == .handled && pad.device == "B" && pad.isAtPrompt)
        for line in ["enable", "name y"] {
            type(line, &pad)
            _ = pad.handle(.enter)
        }
        #expect(pad.grade.reached == ["h"] && pad.grade.score == 0.5)
        _ = pad.handle(.escape)
        #expect(pad.handle(.char("r")) == .asksReset)
        #expect(pad.perform(.reset) == .entered && pad.response == nil && pad.grade.points == 0)
    }

    @Test("It is drawn in any room, and scrolls back", arguments: [(80, 24), (40, 10), (3, 3), (1, 1)])
    func rooms(columns: Int, rows: Int) {
        var pad = pad("[[\"A\",\"enable\"]]")
        for _ in 0..<40 {
            type("show clock", &pad)
            _ = pad.handle(.enter)
        }
        _ = lines(&pad, columns: columns, rows: rows)
        for _ in 0..<100 { _ = pad.handle(.pageUp) }
        let top = lines(&pad, columns: columns, rows: rows)
        #expect(top.count == rows)
        for _ in 0..<200 { _ = pad.handle(.pageDown) }
        #expect(lines(&pad, columns: columns, rows: rows).count == rows)
    }

    @Test("A response that cannot be read counts as nothing")
    func unreadable() {
        #expect(pad("{").isUntouched && pad("[[1]]").isUntouched)
    }
}
