import CarrelCore

/// Settings or goals: the last value of each key.
struct GlobalFold: Equatable {
    struct Value: Equatable {
        var text: String
        var at: Timestamp
    }

    private(set) var values: [String: Value] = [:]

    /// - Parameter entries: In the journal's order.
    init(_ entries: [RecordedEntry]) {
        for recorded in entries where recorded.isLive {
            let at = recorded.entry.at
            switch recorded.entry.event {
            case .settingChanged(let change): values[change.key] = Value(text: change.value, at: at)
            case .goalSet(let goal): values[goal.key] = Value(text: goal.value, at: at)
            case .goalCleared(let goal): values[goal.key] = nil
            default: break
            }
        }
    }

    /// Writes all of them to a table of keys and values, in place of what it held.
    func write(to table: String, _ database: Database, _ learner: String) throws {
        try database.run("DELETE FROM \(table)")
        for (key, value) in values {
            try database.run(
                "INSERT INTO \(table)(userId, key, value, setAt) VALUES (?, ?, ?, ?)", learner, key, value.text,
                value.at)
        }
    }
}
