import CarrelCore

/// Whether a session's screen shows the time spent: chosen on the set-up sheet or with `t`, and remembered.
enum StudyClock {
    private static let key = SettingChanged.rememberedPrefix + "clock"

    /// - Parameter settings: The learner's, by key.
    static func isShown(_ settings: [String: String]) -> Bool { settings[key] == "on" }

    static func change(to isShown: Bool) -> SettingChanged { SettingChanged(key: key, value: isShown ? "on" : "off") }

    /// What a recorded change says; nil where it is of another setting.
    static func isShown(after change: SettingChanged) -> Bool? { change.key == key ? change.value == "on" : nil }
}
