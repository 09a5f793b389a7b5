import CarrelContent
import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("What the terminal does, wherever one is")
struct DeskTerminalKeysTests {
    @Test("Redraw, suspend and mouse work on a question, in its palette and over the box of places")
    func everywhere() {
        let store = Samples.store(Samples.single)
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("^L ^Z ^T")
        #expect(store.asked == ["redraw", "suspend", "mouse"] && probe.hints.contains("mouse on"))
        probe.press(": ^L")
        #expect(store.asked.last == "redraw" && probe.lines[2].hasPrefix(" :"))
        probe.type("suspend")
        #expect(probe.lines.contains { $0.contains("suspend; fg comes back") && $0.hasSuffix("^Z") })
        probe.press("enter")
        #expect(store.asked.last == "suspend")
    }

    @Test("Help names them with the keys that are in force")
    func rebound() {
        let store = Samples.store(Samples.single)
        var probe = ScreenProbe(.session("s1"), on: store)
        var keymap = Keymap.usual
        keymap[.everywhere, DeskAction.redraw.name] = [.control("x")]
        probe.desk.keymap = keymap
        probe.press("^L ^X")
        #expect(store.asked == ["redraw"])
        probe.press("? G")
        #expect(probe.lines.contains { $0.contains("^X") && $0.contains("draw the screen anew") })
    }

    @Test("The prompt of a device has its own ^L and ^Z")
    func prompt() {
        let store = Samples.store(Samples.simulation)
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("^L ^T")
        #expect(store.asked == ["mouse"])
    }
}
