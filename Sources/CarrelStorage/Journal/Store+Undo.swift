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
    /// Leaving and re-entering a session, the prediction made before an exam and what the program remembers by itself
    /// are not the learner's acts and are passed over; so is the end of a session in whose place another one was started.
    /// - Returns: The entry that no longer counts; nil where there is none.
    public func undoLast() throws -> JournalEntry? {
        guard let (_, entry) = try newestUndoable() else { return nil }
        try undo(entry.id)
        return entry
    }

    /// How many entries this run of the program has recorded.
    public var recordedCount: Int { recordedIds.count }

    /// Which of the entries this run recorded, counted from 0, `undoLast` would take back; nil where there is none.
    public func undoablePosition() throws -> Int? { try newestUndoable()?.position }

    private func newestUndoable() throws -> (position: Int, entry: JournalEntry)? {
        let journal = JournalTable(database)
        for (position, id) in recordedIds.enumerated().reversed() {
            guard let recorded = try journal.entry(id), !recorded.isUndone, recorded.entry.event.isActOfLearner,
                try !isReplaced(recorded.entry)
            else { continue }
            return (position, recorded.entry)
        }
        return nil
    }

    /// Whether it ended a session in whose place another one was started: of one key at most one is active.
    private func isReplaced(_ entry: JournalEntry) throws -> Bool {
        guard case .sessionAbandoned = entry.event, let id = entry.sessionId,
            let key = try session(id).flatMap({ SessionKey(text: $0.row.key) })
        else { return false }
        return try activeSession(key: key) != nil
    }
}

extension JournalEvent {
    fileprivate var isActOfLearner: Bool {
        switch self {
        case .sessionPaused, .sessionResumed, .prediction: false
        case .settingChanged(let change): !change.isRemembered
        default: isUndoable
        }
    }
}
