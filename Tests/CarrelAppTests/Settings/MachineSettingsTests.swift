import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("This machine's settings")
struct MachineSettingsTests {
    @Test("Unset, all is as it always was")
    func defaults() {
        let settings = MachineSettings()
        #expect(settings.theme == .terminal && settings.layout == PageLayout())
        #expect(!settings.forcesASCII && !settings.ringsBell)
        #expect(settings.usesMouse(isRemote: false) && !settings.usesMouse(isRemote: true))
        #expect(!settings.isSlow && settings.mayProposeSlow && settings.speech == nil)
    }

    @Test("Every value that is offered is allowed, and going round comes back", arguments: MachineSettings.Key.allCases)
    func round(key: MachineSettings.Key) {
        var settings = MachineSettings()
        #expect(key.values.allSatisfy(key.allows) && key.values.contains(settings[key]))
        for value in key.values {
            settings[key] = value
            #expect(settings[key] == value)
            #expect(key.values.contains(settings.value(of: key, after: 1)))
        }
        let before = settings
        for _ in key.values { settings[key] = settings.value(of: key, after: 1) }
        #expect(settings == before)
        settings[key] = settings.value(of: key, after: -1)
        settings[key] = settings.value(of: key, after: 1)
        #expect(settings == before)
        #expect(!key.title.isEmpty && !key.explanation.isEmpty && !key.allowed.isEmpty)
    }

    @Test("What is not allowed is not taken", arguments: ["59", "121", "wide", "080", ""])
    func widths(value: String) {
        var settings = MachineSettings()
        settings[.textWidth] = value
        #expect(settings == MachineSettings())
    }

    @Test("A width between those offered stands, and steps go on from it")
    func between() {
        var settings = MachineSettings()
        settings[.textWidth] = "75"
        #expect(settings.layout.readableColumns == 75)
        #expect(settings.value(of: .textWidth, after: 1) == "80")
        #expect(settings.value(of: .textWidth, after: -1) == "70")
    }

    @Test(
        "What speaks is a command in one line", arguments: ["", "   ", "a\u{7}b", String(repeating: "x", count: 201)])
    func speech(value: String) {
        #expect(!MachineSettings.Key.speak.allows(value))
    }

    @Test("Names of themes that files bring are gone through where they are offered")
    func offered() {
        var settings = MachineSettings()
        let names = ["terminal", "monochrome", "tide"]
        #expect(settings.value(of: .theme, after: -1, among: names) == "tide")
        settings.theme = Theme(name: "tide") { _ in .init(.ansi(2)) }
        #expect(settings[.theme] == "tide" && settings.theme[.text].foreground == .ansi(2))
        #expect(settings.value(of: .theme, after: 1, among: names) == "terminal")
        settings[.theme] = "monochrome"
        #expect(settings.theme == .monochrome)
    }

    @Test("Values become what they say")
    func meaning() {
        var settings = MachineSettings()
        settings[.theme] = "monochrome"
        settings[.density] = "compact"
        settings[.ascii] = "on"
        settings[.mouse] = "on"
        settings[.bell] = "on"
        #expect(settings.theme == .monochrome && settings.layout.isCompact)
        #expect(settings.forcesASCII && settings.usesMouse(isRemote: true) && settings.ringsBell)
        settings[.mouse] = "off"
        settings[.slowLink] = "on"
        settings[.motion] = "reduced"
        settings[.speak] = "espeak-ng -s 150"
        #expect(!settings.usesMouse(isRemote: false))
        #expect(settings.isSlow && !settings.mayProposeSlow && settings.layout.isCalm)
        #expect(settings.speech == "espeak-ng -s 150")
    }
}
