import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Whether the clock is shown")
struct StudyClockTests {
    @Test("It is off until it is turned on, and what is recorded is what is read", arguments: [true, false])
    func remembered(isShown: Bool) {
        let change = StudyClock.change(to: isShown)
        #expect(!StudyClock.isShown([:]))
        #expect(StudyClock.isShown([change.key: change.value]) == isShown)
        #expect(StudyClock.isShown(after: change) == isShown)
        #expect(change.isRemembered)
    }

    @Test("A change of another setting says nothing of it")
    func others() { #expect(StudyClock.isShown(after: SettingChanged(key: "name", value: "on")) == nil) }
}
