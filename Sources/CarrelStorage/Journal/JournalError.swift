/// Why an event could not be recorded or taken back. Nothing was written.
public enum JournalError: Error, Equatable, Sendable {
    /// The event needs a name it was not given, or was given one it cannot have.
    case misnamed(kind: String, expected: String)
    /// A body holds a number that JSON has no form for.
    case unencodable(String)
    /// No entry has this id.
    case noEntry(String)
    /// The entry's kind cannot be taken back.
    case notUndoable(kind: String)
    /// The order of the journal has no room after its last entry.
    case orderExhausted
}

extension JournalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .misnamed(let kind, let expected): "\(kind) was not saved: it has to name \(expected)"
        case .unencodable(let kind): "\(kind) was not saved: a number in it is infinite or undefined"
        case .noEntry(let id): "there is nothing to undo under \(id)"
        case .notUndoable(let kind): "\(kind) cannot be undone"
        case .orderExhausted: "nothing was saved: the journal holds an entry from the end of time; restore a backup"
        }
    }
}
