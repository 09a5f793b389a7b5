import CarrelCore

// What settings are called, and in one line what each does.

extension LearnerSetting {
    var title: String {
        switch self {
        case .name: "Name"
        case .dayStart: "Day starts at"
        case .autoSubmit: "Answer at once"
        case .grades: "Grades"
        case .confidence: "Ask how sure"
        case .timer: "Show the time"
        }
    }

    func explanation(in settings: LearnerSettings) -> String {
        switch self {
        case .name: "Stands beside Carrel on Home. Nobody else sees it."
        case .dayStart: "Studying before this hour still counts for the day before."
        case .autoSubmit:
            settings.answersAtOnce
                ? "Where one option is right, choosing it answers."
                : "Choosing only chooses; Enter answers."
        case .grades:
            settings.grades == .two
                ? "A free answer is graded 1 again or 2 good."
                : "A free answer is graded 1 again, 2 hard, 3 good or 4 easy."
        case .confidence:
            settings.asksConfidence
                ? "\(KeyTable.choice.word(of: .answer)) asks how sure you are before it shows the answer."
                : "\(KeyTable.choice.word(of: .answer)) shows the answer at once."
        case .timer: "The time spent, in a session's header; \(KeyTable.choice.word(of: .clock)) changes it there."
        }
    }

    func words(in settings: LearnerSettings) -> String {
        switch self {
        case .name: settings.name.isEmpty ? "none" : settings.name
        case .dayStart: "\(settings.dayStart < 10 ? "0" : "")\(settings.dayStart):00"
        default: settings.value(of: self)
        }
    }
}

extension MachineSettings.Key {
    var title: String {
        switch self {
        case .theme: "Theme"
        case .density: "Density"
        case .ascii: "ASCII only"
        case .mouse: "Mouse"
        case .textWidth: "Text width"
        case .bell: "Bell"
        case .color: "Colour"
        case .slowLink: "Slow link"
        case .motion: "Motion"
        case .speak: "Speak"
        }
    }

    var explanation: String {
        switch self {
        case .theme: "\(KeyTable.settings.word(of: .choose)) lists all of them, and shows each on the whole screen."
        case .density: "Compact leaves out the blank rows of pages and sheets."
        case .ascii: "Auto looks at what your terminal can show; on is plain ASCII."
        case .mouse: "Clicks and the wheel; auto is off over SSH. Shift selects text."
        case .textWidth: "Text lines are at most this many columns long."
        case .color: "Auto uses colour unless NO_COLOR is set; on and off are for sure."
        case .bell: "Rings when an answer is wrong or something is refused."
        case .slowLink: "On draws less: a marker, no highlighted rows. Auto asks."
        case .motion: "Reduced: bars and clocks move seldom."
        case .speak: "A program reads new text aloud; any other in config.yaml."
        }
    }
    /// The same where it is read in a file's documentation, and not on the row of a list.
    var manualWords: String {
        switch self {
        case .theme: "The colours of everything."
        case .speak: "A program that reads new text aloud."
        default: explanation
        }
    }
}

extension LearnerSettings {
    /// Gives `setting` the value `step` places after its own; past the last comes the first.
    mutating func move(_ setting: LearnerSetting, by step: Int) {
        switch setting {
        case .name: break
        case .dayStart:
            let hours = Array(Self.dayStarts)
            let index = hours.firstIndex(of: dayStart) ?? 0
            dayStart = hours[(index + step + hours.count) % hours.count]
        case .autoSubmit: answersAtOnce.toggle()
        case .grades: grades = grades == .four ? .two : .four
        case .confidence: asksConfidence.toggle()
        case .timer: showsTimer.toggle()
        }
    }
}
