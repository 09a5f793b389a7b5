import CarrelContent
import CarrelCore
import CarrelTerminal

/// This machine's settings, the file they are kept in, and how they came to be what they are in this run.
struct MachineConfiguration: Sendable {
    private struct Change: Sendable {
        var key: MachineSettings.Key
        var before: MachineSettings
        /// How much the journal had recorded by then: what was done later is taken back first.
        var recorded: Int
    }

    private(set) var settings = MachineSettings()
    /// What is wrong with the file, in one line each; those keys have their defaults.
    private(set) var faults: [String] = []
    /// Where themes are looked for.
    let themes: ThemeLibrary
    /// Keys chosen in place of the usual ones.
    private(set) var keymap = Keymap.usual
    /// The key under which those stand.
    static let keysName = "keys"
    private var reading: KeymapReading?
    private var file: ConfigurationFile?
    private var changes: [Change] = []

    /// Reads the file and, where it names a theme that is not built in, that theme's file.
    ///
    /// - Parameter path: The file; nil keeps nothing.
    init(path: String? = nil, themes: ThemeLibrary = ThemeLibrary()) {
        self.themes = themes
        guard let path else { return }
        let file = ConfigurationFile(reading: path)
        self.file = file
        var found = file.lineFaults.map { KeymapReading.Fault(line: $0.line, words: $0.words) }
        for entry in file.entries {
            if entry.key == Self.keysName {
                let reading = KeymapReading(entry.node)
                self.reading = reading
                keymap = reading.keymap
                found += reading.faults
            } else if let key = MachineSettings.Key(rawValue: entry.key) {
                guard let value = entry.value, key.allows(value) else {
                    let given = entry.value.map { "\"\($0.prefix(20))\"" } ?? "that"
                    found.append(
                        KeymapReading.Fault(
                            line: entry.line, words: "\(key.rawValue) cannot be \(given), only \(key.allowed)"))
                    continue
                }
                if let fault = take(value, for: key) {
                    found.append(KeymapReading.Fault(line: entry.line, words: fault))
                }
            } else {
                found.append(KeymapReading.Fault(line: entry.line, words: Self.unknown(entry.key)))
            }
        }
        faults =
            [file.fault?.description].compactMap(\.self)
            + found.sorted { $0.line < $1.line }.map { "\(file.name):\($0.line): \($0.words)" }
    }

    private static func unknown(_ name: String) -> String {
        let known = MachineSettings.Key.allCases.map(\.rawValue) + [keysName]
        let near = NearestName.to(name, among: known).map { "; did you mean \($0)?" }
        return "no setting is called \"\(name.prefix(30))\"\(near ?? ", only " + known.joined(separator: ", "))"
    }

    /// The line that says what is in force; nil where none does, or what it says cannot be had.
    func line(of key: MachineSettings.Key) -> Int? {
        file?.entries.first { $0.key == key.rawValue && $0.value == settings[key] }?.line
    }

    /// The line that chose an action's keys; nil where they are the usual ones.
    func line(of action: String, in context: KeyContext) -> Int? { reading?.line(of: action, in: context) }
    /// - Returns: What is wrong, where a theme cannot be had.
    private mutating func take(_ value: String, for key: MachineSettings.Key) -> String? {
        guard key == .theme else {
            settings[key] = value
            return nil
        }
        do throws(ConfigurationFile.Fault) {
            settings.theme = try theme(named: value)
            return nil
        } catch {
            return themes.entry(named: value) == nil ? "\(error)" : "\(error); the default theme is used"
        }
    }

    private func theme(named name: String) throws(ConfigurationFile.Fault) -> Theme {
        guard let entry = themes.entry(named: name) else { throw ConfigurationFile.Fault(themes.missing(name)) }
        switch entry.content {
        case .success(let theme): return theme
        case .failure(let fault): throw ConfigurationFile.Fault(fault.description)
        }
    }

    /// The names of the themes that can be chosen.
    var themeNames: [String] { themes.entries().filter { $0.theme != nil }.map(\.name) }

    var themesFacts: ThemesFacts { ThemesFacts(entries: themes.entries(), inForce: settings[.theme]) }

    /// Writes a new value, then it is in force.
    ///
    /// - Parameter recorded: How much the journal has recorded so far.
    /// - Throws: `ConfigurationFile.Fault`; nothing has changed then.
    mutating func change(_ key: MachineSettings.Key, to value: String, recorded: Int) throws(ConfigurationFile.Fault) {
        let before = settings
        guard key.allows(value), value != before[key] else { return }
        var changed = settings
        if key == .theme { changed.theme = try theme(named: value) } else { changed[key] = value }
        try file?.set(key.rawValue, to: value)
        settings = changed
        changes.append(Change(key: key, before: before, recorded: recorded))
    }

    /// Whether the newest change here is newer than what stands at `position` in the journal of this run.
    func wasChanged(after position: Int?) -> Bool { changes.last.map { $0.recorded > position ?? -1 } ?? false }

    /// Takes the newest change back.
    ///
    /// - Returns: What was changed; nil where nothing was.
    mutating func undo() throws(ConfigurationFile.Fault) -> MachineSettings.Key? {
        guard let change = changes.last else { return nil }
        try file?.set(change.key.rawValue, to: change.before[change.key])
        settings = change.before
        changes.removeLast()
        return change.key
    }
}
