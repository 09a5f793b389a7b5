import CarrelCore

extension Store {
    /// Takes an entry back: what it changed is again as it was before. Taking it back twice is taking it back once.
    ///
    /// - Throws: `JournalError.noEntry`, `.notUndoable`.
    public func undo(_ id: String) throws {
        try database.transaction {
            guard try !(JournalTable(database).entry(id)?.isUndone ?? false) else { return }
            try record([NewEvent(.undone(Undone()), target: id)])
        }
    }

    /// Takes back the newest undoable entry of this run of the program that was not taken back yet.
    ///
    /// Leaving, re-entering and giving up a session, the prediction made before an exam and what the program remembers
    /// by itself are not acts to be taken back one by one, and are passed over.
    /// - Returns: The entry that no longer counts; nil where there is none.
    public func undoLast() throws -> JournalEntry? {
        let journal = JournalTable(database)
        for id in recordedIds.reversed() {
            guard let recorded = try journal.entry(id), !recorded.isUndone, recorded.entry.event.isActOfLearner
            else { continue }
            try undo(id)
            return recorded.entry
        }
        return nil
    }
}

extension JournalEvent {
    fileprivate var isActOfLearner: Bool {
        switch self {
        case .sessionPaused, .sessionResumed, .sessionAbandoned, .prediction: false
        case .settingChanged(let change): !change.isRemembered
        default: isUndoable
        }
    }
}
