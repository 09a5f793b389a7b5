import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("An exam under another page")
struct ExamCoveredTests {
    let store = Exams.store()
    var probe: ScreenProbe

    init() { probe = ScreenProbe(.exam(session: "s1"), on: store) }

    @Test("Its clock runs in the header of the page over it", arguments: [";", "esc", "?"])
    mutating func clock(key: String) {
        probe.press(key)
        probe.wait(seconds: 61)
        #expect(probe.title.contains("1:28:59"), "\(probe.title)")
        #expect(probe.desk.tick == 1_000)
    }

    @Test("A clock that is hidden stays so, and comes back for the last five minutes")
    mutating func hidden() {
        probe.press("t esc")
        #expect(!probe.title.contains("1:30:00"))
        probe.wait(seconds: 85 * 60 + 1)
        #expect(probe.title.contains("4:59"))
    }

    @Test("It warns there too")
    mutating func warning() {
        probe.press("esc")
        probe.wait(seconds: 75 * 60)
        probe.send(.tick)
        #expect(probe.hints.contains("15 minutes left"))
    }

    @Test("When the time is up the end comes over what is open", arguments: ["esc", "?"])
    mutating func end(key: String) {
        probe.press(key)
        probe.wait(seconds: 90 * 60)
        probe.send(.tick)
        #expect(probe.text.contains("Time is up"))
        #expect(probe.desk.stack.count == 2)
    }

    @Test("What stands on the scratch sheet is kept then, and what is typed after the end is not taken")
    mutating func sheet() {
        probe.press(";")
        probe.type("draft")
        probe.wait(seconds: 90 * 60)
        probe.type("x")
        #expect(probe.text.contains("Time is up"))
        let kept = store.events.contains { event in
            if case .scratchNoted(let note) = event { note.text == "draft" } else { false }
        }
        #expect(kept)
    }

    @Test("A sheet that cannot be kept stays open with what was written")
    mutating func refused() {
        probe.press(";")
        probe.type("draft")
        probe.wait(seconds: 90 * 60)
        store.refusal = .locked
        probe.send(.tick)
        #expect(probe.text.contains("draft"))
        store.refusal = nil
        probe.send(.tick)
        #expect(probe.text.contains("Time is up"))
    }
}
