import Testing

@testable import CarrelCore

@Suite("The learner's settings")
struct LearnerSettingsTests {
    private static let changed: LearnerSettings = {
        var settings = LearnerSettings()
        settings.name = "Ada"
        settings.dayStart = 0
        settings.answersAtOnce = true
        settings.grades = .two
        settings.asksConfidence = true
        settings.showsTimer = true
        return settings
    }()

    @Test("Nothing set is four in the morning, four grades and everything else off")
    func defaults() {
        let settings = LearnerSettings([:])
        #expect(settings == LearnerSettings())
        #expect(settings.dayStartMinutes == StudyDay.usualStart)
        #expect(settings.grades == .four)
        #expect(!settings.answersAtOnce && !settings.asksConfidence && !settings.showsTimer && settings.name.isEmpty)
    }

    @Test("What is recorded is what is read", arguments: LearnerSetting.allCases)
    func recorded(setting: LearnerSetting) {
        var settings = LearnerSettings()
        settings.apply(Self.changed.change(of: setting))
        #expect(settings.value(of: setting) == Self.changed.value(of: setting))
        #expect(settings != LearnerSettings())
        settings.apply(LearnerSettings().change(of: setting))
        #expect(settings == LearnerSettings())
        #expect(!settings.change(of: setting).isRemembered)
    }

    @Test("All together too")
    func together() {
        let values = LearnerSetting.allCases.map { ($0.rawValue, Self.changed.value(of: $0)) }
        #expect(LearnerSettings(Dictionary(uniqueKeysWithValues: values)) == Self.changed)
    }

    @Test(
        "What is not understood changes nothing",
        arguments: [
            ("dayStart", "13"), ("dayStart", "-1"), ("dayStart", "four"), ("grades", "three"), ("autoSubmit", "maybe"),
            ("remembered/practice", "on"), ("", "on"),
        ])
    func unknown(key: String, value: String) { #expect(LearnerSettings([key: value]) == LearnerSettings()) }

    @Test(
        "A name is one line of at most 40 characters",
        arguments: [
            ("  Ada  ", "Ada"), ("Ada\nLovelace", "Ada Lovelace"), (" ", ""),
            (String(repeating: "a", count: 50), String(repeating: "a", count: 40)),
        ])
    func names(text: String, name: String) { #expect(LearnerSettings(["name": text]).name == name) }

    @Test("On two grades every kind of right is good")
    func twoGrades() {
        #expect(LearnerSettings.GradeScale.two.ratings == [.again, .good])
        #expect(LearnerSettings.GradeScale.four.ratings == Rating.allCases)
        #expect(Rating.allCases.map(LearnerSettings.GradeScale.two.nearest) == [.again, .good, .good, .good])
        #expect(Rating.allCases.map(LearnerSettings.GradeScale.four.nearest) == Rating.allCases)
    }
}
