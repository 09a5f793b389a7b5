/// What the learner chose for themselves: journalled, so that it comes along with their work.
///
/// Read from the last value of each key; what is not understood counts as never set. No fold reads it.
public struct LearnerSettings: Equatable, Sendable {
    /// How many grades a learner chooses from.
    public enum GradeScale: String, CaseIterable, Sendable {
        /// Again and good.
        case two
        /// Again, hard, good and easy.
        case four

        public var ratings: [Rating] { self == .two ? [.again, .good] : Rating.allCases }

        /// What `rating` is called on this scale: every kind of right is good where there are two.
        public func nearest(_ rating: Rating) -> Rating { self == .two && rating != .again ? .good : rating }
    }

    /// The hours at which a day may begin: midnight to noon.
    public static let dayStarts = 0...12
    /// Characters of a name, at most.
    public static let longestName = 40

    /// What the learner wants to be called; empty for nothing.
    public var name = ""
    /// Hours after local midnight at which the study day begins, 0…12.
    public var dayStart = StudyDay.usualStart / 60
    /// Whether choosing the one option of a question answers it.
    public var answersAtOnce = false
    public var grades = GradeScale.four
    /// Whether an answer is asked how sure it is before anything is revealed.
    public var asksConfidence = false
    /// Whether a session shows the time spent.
    public var showsTimer = false

    public init() {}

    /// - Parameter values: The last value of each key.
    public init(_ values: [String: String]) {
        for (key, value) in values { apply(SettingChanged(key: key, value: value)) }
    }

    /// Takes a recorded change in; one of another key, or with a value that is not allowed, changes nothing.
    public mutating func apply(_ change: SettingChanged) {
        guard let setting = LearnerSetting(rawValue: change.key) else { return }
        let isOn = change.value == "on"
        switch setting {
        case .name: name = Self.allowedName(change.value)
        case .dayStart:
            guard let hour = Int(change.value), Self.dayStarts.contains(hour) else { return }
            dayStart = hour
        case .autoSubmit: answersAtOnce = isOn
        case .grades: grades = GradeScale(rawValue: change.value) ?? grades
        case .confidence: asksConfidence = isOn
        case .timer: showsTimer = isOn
        }
    }

    /// The event that makes `setting` what it is here.
    public func change(of setting: LearnerSetting) -> SettingChanged {
        SettingChanged(key: setting.rawValue, value: value(of: setting))
    }

    /// As it is recorded.
    public func value(of setting: LearnerSetting) -> String {
        switch setting {
        case .name: name
        case .dayStart: "\(dayStart)"
        case .autoSubmit: answersAtOnce ? "on" : "off"
        case .grades: grades.rawValue
        case .confidence: asksConfidence ? "on" : "off"
        case .timer: showsTimer ? "on" : "off"
        }
    }

    /// Minutes after local midnight at which the study day begins.
    public var dayStartMinutes: Int { dayStart * 60 }

    /// `text` on one line, without spaces around it, no longer than a name may be.
    public static func allowedName(_ text: String) -> String {
        let words = text.split { $0.isWhitespace || $0.isNewline }
        return String(words.joined(separator: " ").prefix(longestName))
    }
}

/// The keys of the learner's settings.
public enum LearnerSetting: String, CaseIterable, Sendable {
    case name, dayStart, autoSubmit, grades, confidence, timer
}
