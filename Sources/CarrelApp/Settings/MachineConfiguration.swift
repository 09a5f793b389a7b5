import CarrelContent

/// This machine's settings, the file they are kept in, and how they came to be what they are in this run.
struct MachineConfiguration: Sendable {
    private struct Change: Sendable {
        var key: MachineSettings.Key
        var before: String
        /// How much the journal had recorded by then: what was done later is taken back first.
        var recorded: Int
    }

    private(set) var settings = MachineSettings()
    /// What is wrong with the file, in one line each; those keys have their defaults.
    private(set) var faults: [String] = []
    private var file: ConfigurationFile?
    private var changes: [Change] = []

    /// - Parameter path: The file; nil keeps nothing.
    init(path: String? = nil) {
        guard let path else { return }
        let file = ConfigurationFile(reading: path)
        self.file = file
        faults = [file.fault?.description].compactMap(\.self)
        // Keys of others are theirs.
        for entry in file.entries {
            guard let key = MachineSettings.Key(rawValue: entry.key) else { continue }
            if let value = entry.value, key.allows(value) {
                settings[key] = value
            } else {
                let given = entry.value.map { "\"\($0.prefix(20))\"" } ?? "that"
                faults.append("\(file.name):\(entry.line): \(key.rawValue) cannot be \(given), only \(key.allowed)")
            }
        }
    }

    /// Writes a new value, then it is in force.
    ///
    /// - Parameter recorded: How much the journal has recorded so far.
    /// - Throws: `ConfigurationFile.Fault`; nothing has changed then.
    mutating func change(_ key: MachineSettings.Key, to value: String, recorded: Int) throws(ConfigurationFile.Fault) {
        let before = settings[key]
        guard key.allows(value), value != before else { return }
        try file?.set(key.rawValue, to: value)
        settings[key] = value
        changes.append(Change(key: key, before: before, recorded: recorded))
    }

    /// Whether the newest change here is newer than what stands at `position` in the journal of this run.
    func wasChanged(after position: Int?) -> Bool { changes.last.map { $0.recorded > position ?? -1 } ?? false }

    /// Takes the newest change back.
    ///
    /// - Returns: What was changed; nil where nothing was.
    mutating func undo() throws(ConfigurationFile.Fault) -> MachineSettings.Key? {
        guard let change = changes.last else { return nil }
        try file?.set(change.key.rawValue, to: change.before)
        settings[change.key] = change.before
        changes.removeLast()
        return change.key
    }
}
