import CarrelCore

/// What another file's journal would bring to this one: one pass over it that writes nothing.
struct MergeSurvey {
    private let database: Database
    private let journal: JournalTable
    private let path: String
    private let decoded: DecodedEvents?
    private(set) var report = MergeReport()
    private(set) var extent = MergeExtent.everything
    /// Nil once it would be more work to follow than folding everything.
    private var touched: Touched? = Touched()
    private var questions: Set<String> = []
    /// Entries that are new or stand earlier.
    private var changes = 0
    private var days: ClosedRange<StudyDay>?
    /// There is nothing yet that the other file may have too.
    private let isFirst: Bool
    private let limits: MergeFolding.Limits

    /// - Parameters:
    ///   - database: The learner's own file.
    ///   - path: Of the other file, for messages.
    ///   - decoded: Takes the events of the new entries; nil where nothing will be folded.
    init(of database: Database, against path: String, folding: MergeFolding, keeping decoded: DecodedEvents?) throws {
        self.database = database
        self.path = path
        self.decoded = decoded
        journal = JournalTable(database)
        let own = Int(try database.integer("SELECT count(*) FROM journal"))
        isFirst = own == 0
        limits = folding.limits(besides: own)
    }

    /// - Throws: `MergeError.contradicting`; `.malformed` for a new entry whose body Carrel would never have written.
    mutating func take(_ theirs: EntryRow) throws {
        if let ours = isFirst ? nil : try ownRow(theirs.id) {
            if let column = theirs.difference(from: ours) {
                throw MergeError.contradicting(path: path, entry: theirs.id, column: column)
            }
            report.alreadyHere += 1
            guard theirs.ord < ours.ord else { return }
            report.ordersLowered += 1
            let entry = try theirs.entry(journal.codec)
            try touch(theirs, entry, besides: ours)
        } else {
            let entry = try theirs.entry(journal.codec)
            try check(entry, body: theirs.body)
            decoded?.keep(entry.event, of: theirs.id, body: theirs.body)
            report.added[theirs.kind, default: 0] += 1
            if !theirs.isKnown { report.keptForUpgrade += 1 }
            if theirs.kind == JournalKind.sessionStarted.rawValue, theirs.isKnown { report.sessionsAdded += 1 }
            try touch(theirs, entry, besides: nil)
        }
    }

    /// The report, to be asked for when every entry was taken.
    mutating func finish(adopting learner: String?) throws -> MergeReport {
        report.questionsTouched = questions.count
        report.learnerAdopted = learner
        report.firstDay = days.map { Self.text($0.lowerBound) }
        report.lastDay = days.map { Self.text($0.upperBound) }
        // Another learner's id stands in every row.
        if learner == nil { extent = try extentTouched() }
        return report
    }

    private func extentTouched() throws -> MergeExtent {
        guard let touched else { return .everything }
        guard changes <= limits.touched else { return .sessions(touched.sessions) }
        // A memory model is one entry, and schedules every question answered after it anew.
        if let from = touched.modelsFrom {
            let later = try database.integer(
                "SELECT count(*) FROM journal WHERE (ord, hlc, id) > (?, ?, ?)", from.ord, from.hlc, from.id)
            if Int(later) > limits.touched { return .sessions(touched.sessions) }
        }
        return .touched(touched)
    }

    private func check(_ theirs: JournalEntry, body: String) throws {
        guard try theirs.event.isReadFromItsBody || isJSON(body) else {
            throw MergeError.malformed(
                path: path, row: "entry \(theirs.id)", column: "body", expected: EntryRow.bodyExpected)
        }
        guard let fault = theirs.event.fault, let kind = theirs.event.kind else { return }
        throw MergeError.malformed(
            path: path, row: "entry \(theirs.id)", column: "\(fault.field) of its \(kind.rawValue)",
            expected: fault.expected)
    }

    /// As the table's own CHECK has it.
    private func isJSON(_ body: String) throws -> Bool {
        try database.integer(
            "SELECT CASE WHEN json_valid(?1) THEN json_type(?1) IN ('array', 'object') ELSE 0 END", body) == 1
    }

    private mutating func touch(_ theirs: EntryRow, _ entry: JournalEntry, besides ours: EntryRow?) throws {
        changes += 1
        if let question = theirs.questionId { questions.insert(question) }
        if ours == nil, let moment = Timestamp(text: theirs.at) {
            let day = StudyDay(moment, zone: studyZone(theirs.zone), start: StudyDay.usualStart)
            days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
        }
        guard touched != nil else { return }
        guard changes <= max(limits.touched, limits.sessions) else { return touched = nil }
        try touched?.add(entry, of: journal)
        if let ours { try touched?.add(ours.entry(journal.codec)) }
    }

    private func ownRow(_ id: String) throws -> EntryRow? {
        try database.first("SELECT \(EntryRow.columns) FROM journal WHERE id = ?", id) { EntryRow($0) }
    }

    private static func text(_ day: StudyDay) -> String {
        String(day.start(zone: 0, start: 0).text.prefix(10))
    }
}
