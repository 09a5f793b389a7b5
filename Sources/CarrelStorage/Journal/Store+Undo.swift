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

    /// Takes back what the newest command of this run of the program recorded that was not taken back yet: all of it
    /// that can be, in one transaction.
    ///
    /// Leaving and re-entering a session, the prediction made before an exam and what the program remembers by itself
    /// are not the learner's acts and are passed over; so are the end of a session in whose place another one was started
    /// and what was done in an exam that is handed in.
    /// - Returns: The last of the entries that no longer count; nil where there is none.
    public func undoLast() throws -> JournalEntry? {
        try database.transaction {
            for command in recordedIds.reversed() {
                let entries = try undoable(of: command)
                for entry in entries { try undo(entry.id) }
                if let last = entries.first { return last }
            }
            return nil
        }
    }

    /// How many commands this run of the program has recorded.
    public var recordedCount: Int { recordedIds.count }

    /// Which of the commands this run recorded, counted from 0, `undoLast` would take back; nil where there is none.
    public func undoablePosition() throws -> Int? {
        try recordedIds.indices.last { try !undoable(of: recordedIds[$0]).isEmpty }
    }

    /// What of a command can still be taken back, the last first.
    private func undoable(of command: [String]) throws -> [JournalEntry] {
        let journal = JournalTable(database)
        return try command.reversed().compactMap { id in
            guard let recorded = try journal.entry(id), !recorded.isUndone, recorded.entry.event.isActOfLearner,
                try !isReplaced(recorded.entry), try !isHandedIn(recorded.entry)
            else { return nil }
            return recorded.entry
        }
    }

    /// Whether it is part of an exam that is over: its score stands.
    private func isHandedIn(_ entry: JournalEntry) throws -> Bool {
        switch entry.event {
        case .answerGiven, .itemMarked, .optionStruck: break
        default: return false
        }
        guard let row = try entry.sessionId.flatMap({ try session($0)?.row }) else { return false }
        return row.status == .completed && !row.mode.givesFeedbackAtOnce
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
