import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Leaving a session against the clock")
struct ExamLeavingTests {
    @Test("What counted until then is kept with the pause: leaving gains no time")
    func pause() {
        let store = Exams.store(mode: .timed)
        var probe = ScreenProbe(.exam(session: "s1"), on: store)
        probe.wait(seconds: 20)
        probe.press("esc down enter")
        let kept = store.commands.compactMap { command -> SessionPlace? in
            guard case .record(let events, let placed?) = command, case .sessionPaused? = events.last?.event else {
                return nil
            }
            return placed.place
        }
        #expect(kept.last?.exam?.clock.counted == 20_000)
    }
}
