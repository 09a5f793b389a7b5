import CarrelCore
import CarrelStorage

// The sheet before a session, and the settings: lines with a number, each of which goes on to its next value.

extension PlainDesk {
    /// Without the clock, which would stand in the header of a screen.
    private static let fields = SetUpSheet.Field.allCases.filter { $0 != .clock }

    /// How a session is to be: Enter begins it.
    func setUp(_ topic: StudyTopic) throws -> PlainOutcome {
        guard case .setUp(let facts) = try fetch(.setUp(topic.scope)) else { return .back }
        var sheet = SetUpSheet(topic)
        sheet.take(facts)
        say(sheet)
        while let typed = dialogue.ask("Enter begins, a number changes that line, b goes back, q leaves:") {
            switch typed {
            case "": return try start(sheet.request)
            case "b": return .back
            case "q": return .leave
            case "?": say(sheet)
            default:
                guard let field = Int(typed).flatMap({ Self.fields[number: $0] }) else {
                    dialogue.say("\(Dialogue.quoted(typed)): not one of these.")
                    continue
                }
                sheet.change(field, by: 1)
                dialogue.say("\(words(sheet, field)).")
                sayLength(of: sheet)
            }
        }
        return .leave
    }

    private func say(_ sheet: SetUpSheet) {
        let title = [sheet.topic.title, sheet.topic.subtitle].compactMap { $0 }.joined(separator: ", ")
        dialogue.say("")
        dialogue.say("Practise \(title): \(sheet.extent ?? "").", after: "")
        for (number, field) in Self.fields.enumerated() {
            let others = sheet.options(of: field).filter { !$0.isChosen }.map(\.text)
            dialogue.say(
                words(sheet, field) + (others.isEmpty ? "" : "; or \(others.joined(separator: ", "))"),
                after: "\(number + 1). ")
        }
        sayLength(of: sheet)
    }

    private func words(_ sheet: SetUpSheet, _ field: SetUpSheet.Field) -> String {
        let chosen = sheet.options(of: field).first(where: \.isChosen)?.text ?? ""
        return "\(SetUpSheet.name(of: field)): \(chosen)"
    }

    private func sayLength(of sheet: SetUpSheet) {
        guard let length = sheet.length else { return }
        dialogue.say("\(length.words)\(length.ending).", after: "")
    }

    // MARK: Settings

    func settings() throws -> PlainOutcome {
        try PlainMenu(desk: self).run { _ in
            guard case .settings(let facts) = try fetch(.settings) else { return nil }
            let own = LearnerSetting.allCases.map { setting in
                PlainEntry(
                    words: "\(setting.title): \(setting.words(in: facts.learner)). "
                        + setting.explanation(in: facts.learner),
                    choose: { try change(setting, in: facts.learner) })
            }
            let machine = MachineSettings.Key.allCases.map { key in
                PlainEntry(words: "\(key.title): \(facts.machine[key]). \(key.manualWords)") {
                    let offered = key == .theme ? facts.themes : nil
                    let value = facts.machine.value(of: key, after: 1, among: offered)
                    if keep(.changeMachine(key, to: value)) { dialogue.say("\(key.title): \(value).") }
                    return .stay
                }
            }
            return PlainRows(
                title: "Settings, a number goes on to the next value",
                entries: [PlainEntry(words: "Yours:")] + own + [PlainEntry(words: "This machine:")] + machine)
        }
    }

    private func change(_ setting: LearnerSetting, in learner: LearnerSettings) throws -> PlainOutcome {
        var learner = learner
        if setting == .name {
            guard let typed = dialogue.ask("Your name, Enter for none:") else { return .leave }
            learner.name = LearnerSettings.allowedName(typed)
        } else {
            learner.move(setting, by: 1)
        }
        guard keep(.record([NewEvent(.settingChanged(learner.change(of: setting)))])) else { return .back }
        dialogue.say("\(setting.title): \(setting.words(in: learner)). \(setting.explanation(in: learner))", after: "")
        return .stay
    }
}
