import CarrelCore
import CarrelStorage

extension StorePerformer {
    func learnerSettings() throws -> LearnerSettings { LearnerSettings(try store.settings()) }

    func change(_ key: MachineSettings.Key, to value: String) throws -> MachineSettings {
        try machine.change(key, to: value, recorded: store.recordedCount)
        return machine.settings
    }

    /// Whether anything that the learner did since the start can be taken back.
    func canUndo() throws -> Bool {
        let position = try store.undoablePosition()
        return position != nil || machine.wasChanged(after: position)
    }

    /// Takes back the newest change of this machine's settings, where nothing of the learner's came after it.
    func undoMachine() throws -> UndoneThing? {
        guard machine.wasChanged(after: try store.undoablePosition()) else { return nil }
        return try machine.undo().map { UndoneThing(name: $0.title.lowercased()) }
    }
}
