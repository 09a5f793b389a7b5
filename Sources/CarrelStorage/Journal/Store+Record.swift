import CarrelCore

// Commands: every change to the learner's work is an event, appended and folded in one transaction.

extension Store {
    /// An id for an entry, known before it is recorded.
    public func newId() -> String { ULID(at: clock().at, using: &generator).description }

    /// Appends `events` to the journal, in order, and brings the learner's tables in step: all of it or nothing.
    ///
    /// Once it returns, the events are on the disk.
    /// - Parameter place: Where the learner now is, by session; kept in the same transaction.
    /// - Throws: `JournalError` for an event that cannot be; else `StoreError`. Nothing is written then.
    @discardableResult
    public func record(
        _ events: [NewEvent], keeping place: (session: String, SessionPlace)? = nil
    ) throws -> [JournalEntry] {
        let now = clock()
        let named = events.map { self.named($0, at: now.at) }
        for event in named { try event.checkNames() }
        let journal = JournalTable(database, keeping: DecodedEvents())
        let entries = try database.transaction {
            try followLearner()
            let first = try journal.nextPlace(at: now.at, count: named.count)
            let entries = try named.enumerated().map { offset, new in
                let place = first + Int64(offset)
                return try copyingTarget(
                    JournalEntry(
                        id: new.id ?? "", ord: place, hlc: place, at: now.at, zone: now.zone, sessionId: new.sessionId,
                        questionId: new.questionId, target: new.target, event: new.event), in: journal)
            }
            try take(entries, into: journal)
            if let (session, place) = place { try keepPlace(place, of: session) }
            return entries
        }
        recordedIds.append(entries.map(\.id))
        return entries
    }

    @discardableResult
    public func record(
        _ event: JournalEvent, sessionId: String? = nil, questionId: String? = nil
    ) throws -> JournalEntry? {
        try record([NewEvent(event, sessionId: sessionId, questionId: questionId)]).first
    }

    /// Takes in entries from elsewhere, in any order. Of one that is here already, the lower `ord` stands.
    ///
    /// - Returns: How many of them were new.
    @discardableResult
    public func absorb(_ entries: [JournalEntry]) throws -> Int {
        let journal = JournalTable(database, keeping: DecodedEvents())
        return try database.transaction {
            try followLearner()
            return try take(entries, into: journal)
        }
    }

    /// Gives the event its id, and a session that starts the id of the entry that starts it.
    private func named(_ event: NewEvent, at moment: Timestamp) -> NewEvent {
        var named = event
        guard case .sessionStarted = event.event else {
            named.id = event.id ?? ULID(at: moment, using: &generator).description
            return named
        }
        named.id = event.id ?? event.sessionId ?? ULID(at: moment, using: &generator).description
        named.sessionId = event.sessionId ?? named.id
        return named
    }

    /// An `undone` names the session and the question of what it takes back.
    private func copyingTarget(_ entry: JournalEntry, in journal: JournalTable) throws -> JournalEntry {
        guard case .undone = entry.event, let target = entry.target else { return entry }
        guard let undone = try journal.entry(target)?.entry else { throw JournalError.noEntry(target) }
        guard undone.event.isUndoable else {
            throw JournalError.notUndoable(kind: undone.event.kind?.rawValue ?? "an event of a newer program")
        }
        var entry = entry
        entry.sessionId = undone.sessionId
        entry.questionId = undone.questionId
        return entry
    }

    /// Adds `entries` to the journal and folds what they touch.
    @discardableResult
    private func take(_ entries: [JournalEntry], into journal: JournalTable) throws -> Int {
        var touched = Touched()
        var known: [String: JournalEntry] = [:]
        for entry in entries {
            try touched.add(entry, of: journal)
            guard known[entry.id] == nil, let old = try journal.entry(entry.id)?.entry else { continue }
            known[entry.id] = old
            touched.add(old)
        }
        let old = Set(known.keys)
        var new: Set<String> = []
        try Folding(database, journal: journal, learner: learner).fold(touched) {
            for entry in entries {
                if old.contains(entry.id) || !new.insert(entry.id).inserted {
                    try journal.lowerOrder(of: entry.id, to: entry.ord)
                } else {
                    try journal.insert(entry)
                }
            }
        }
        return new.count
    }
}
