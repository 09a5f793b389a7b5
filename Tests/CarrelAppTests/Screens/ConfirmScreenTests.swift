import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A question before something is done")
struct ConfirmScreenTests {
    let store = Samples.store(Samples.single)
    let confirmation = Confirmation.resume("s1", answered: 3, total: 10, StudyRequest(topic: Samples.topic))

    @Test("It says what is at stake and has going on in focus")
    func shown() {
        #expect(
            Array(ScreenProbe(.confirm(confirmation), on: store).lines.prefix(9)) == [
                " Networking                                                               saved",
                String(repeating: "─", count: 80), "",
                "   You have a session here, 3 of 10 answered. Go on with it, or start a new", "   one?", "",
                " ▸ Go on", "   Start a new one; the old one ends", "   Cancel",
            ])
    }

    @Test("On the smallest screen every button is in sight")
    func small() {
        let lines = ScreenProbe(.confirm(confirmation), columns: 40, rows: 10, on: store).lines
        #expect(Array(lines[5...7]) == [" ▸ Go on", "   Start a new one; the old one ends", "   Cancel"])
        #expect(lines[9] == " ↵ press   ↓ next   esc cancel")
    }

    @Test(
        "The focus goes round; Esc and q do nothing but close", arguments: ["esc", "q", "left enter", "tab tab enter"])
    func cancel(keys: String) {
        var probe = ScreenProbe(.confirm(confirmation), on: store)
        probe.press(keys)
        #expect(probe.desk.top is HomeScreen)
        #expect(store.writes == [])
    }

    @Test("What was refused is said, and the dialog stays")
    func refused() {
        store.refusal = .locked
        var probe = ScreenProbe(.confirm(confirmation), on: store)
        probe.press("down enter")
        #expect(probe.hints == " the file is being written by another program")
        #expect(probe.title.hasSuffix("NOT SAVED"))
        #expect(probe.desk.top is ConfirmScreen)
    }
}
