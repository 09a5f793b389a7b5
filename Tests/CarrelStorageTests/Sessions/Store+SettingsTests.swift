import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Settings, goals and corrections")
struct StoreSettingsTests {
    @Test("The last value of each key counts, and undoing it restores the one before")
    func settings() throws {
        let store = try Store.ticking(TestClock())
        try store.record(.settingChanged(SettingChanged(key: "name", value: "Ada")))
        let second = try store.record(.settingChanged(SettingChanged(key: "name", value: "Grace")))
        try store.record(.settingChanged(SettingChanged(key: "grades", value: "4")))
        #expect(try store.settings() == ["name": "Grace", "grades": "4"])
        try store.undo(#require(second).id)
        #expect(try store.settings() == ["name": "Ada", "grades": "4"])
    }

    @Test("A goal is there until it is cleared")
    func goals() throws {
        let store = try Store.ticking(TestClock())
        try store.record(.goalSet(GoalSet(key: "exam", value: "2026-09-01")))
        try store.record(.goalSet(GoalSet(key: "minutes", value: "30")))
        try store.record(.goalCleared(GoalCleared(key: "exam")))
        #expect(try store.goals() == ["minutes": "30"])
    }

    @Test("Corrections of a question come by field")
    func errata() throws {
        let store = try Store.ticking(TestClock())
        let correction = ErrataSet(field: "answer", value: "42", reason: "typo", baseHash: "b")
        try store.record(.errataSet(correction), questionId: "q")
        #expect(try store.errata(of: "q") == ["answer": correction])
        #expect(try store.errata(of: "p").isEmpty)
    }
}
