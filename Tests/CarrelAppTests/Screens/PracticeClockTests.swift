import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The clock of a session")
struct PracticeClockTests {
    let store = Samples.store(Samples.single, Samples.multiple)
    var probe: ScreenProbe

    init() { probe = ScreenProbe(.session("s1"), on: store) }

    @Test("t shows the time spent and hides it again, and both are remembered")
    mutating func toggled() {
        #expect(!probe.title.contains("0:00"))
        #expect(probe.desk.top?.tick == nil)
        probe.press("t")
        #expect(probe.title.hasSuffix("0:00  1/2  beginner  saved"))
        #expect(probe.desk.top?.tick == 1000)
        probe.press("t")
        #expect(!probe.title.contains("0:00"))
        let changes = store.events.compactMap { event -> String? in
            if case .settingChanged(let change) = event { change.value } else { nil }
        }
        #expect(changes == ["on", "off"])
    }

    @Test("It runs while a question is open, stands while its answer is read, and adds up")
    mutating func runs() {
        probe.press("t")
        probe.wait(seconds: 65)
        #expect(probe.title.contains(" 1:05 "))
        probe.press("a enter")
        probe.wait(seconds: 600)
        #expect(probe.title.contains(" 1:05 "))
        probe.press("enter")
        probe.wait(seconds: 5)
        #expect(probe.title.contains(" 1:10 "))
    }

    @Test("Where little is to move it moves once a minute")
    mutating func calm() {
        probe.press("t")
        #expect(probe.desk.tick == 1_000)
        probe.desk.layout.isCalm = true
        #expect(probe.desk.tick == 60_000)
        probe.desk.layout = PageLayout()
        probe.desk.layout.isSlow = true
        #expect(probe.desk.tick == 60_000)
    }

    @Test("A tick of the clock writes nothing")
    mutating func tick() {
        probe.press("t")
        let before = store.commands.count
        probe.send(.tick, .tick)
        #expect(store.commands.count == before)
    }
}
