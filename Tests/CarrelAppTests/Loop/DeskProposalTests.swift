import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Drawing less is proposed")
struct DeskProposalTests {
    let store = Samples.store(Samples.single)
    var probe: ScreenProbe

    init() {
        probe = ScreenProbe(.session("s1"), on: store)
        probe.desk.proposesSlow = true
    }

    private let words = "this link is slow: ^Y draws less, ^R leaves it so"

    @Test("It stands on the rule over the keys until it is answered, and takes no key from studying")
    mutating func stands() {
        #expect(probe.lines[22].hasPrefix("─ \(words) ─"))
        probe.press("down a")
        #expect(probe.lines[22].contains(words) && probe.text.contains("(•)"))
        probe.resize(columns: 40, rows: 12)
        #expect(probe.lines[10].hasPrefix("─ slow? ^Y yes ^R no ─"))
    }

    @Test(
        "Either answer is this machine's setting, so that nobody is asked again",
        arguments: [("^Y", "on"), ("^R", "off")])
    func answered(key: String, value: String) {
        var probe = probe
        probe.press(key)
        #expect(store.machine[.slowLink] == value)
        #expect(!probe.text.contains("this link is slow"))
        #expect(probe.hints.contains("slow link: \(value), in the settings"))
    }

    @Test("Where nothing is proposed its keys do nothing")
    mutating func unasked() {
        probe.desk.proposesSlow = false
        probe.press("^Y ^R")
        #expect(store.machine[.slowLink] == "auto")
    }

    @Test("A refusal is told, and the question goes away with it")
    mutating func refused() {
        store.refusal = Refusal(message: "config.yaml: read-only", isRetriable: false)
        probe.press("^Y")
        #expect(probe.hints.contains("config.yaml: read-only") && !probe.text.contains("this link is slow"))
    }
}
