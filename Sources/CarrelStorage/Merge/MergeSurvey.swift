import CarrelCore

/// What another file's journal would bring to this one: one pass over it that writes nothing.
struct MergeSurvey {
    private let database: Database
    private let journal: JournalTable
    private let path: String
    private(set) var report = MergeReport()
    /// What is to be folded anew; nil once that would be more work than folding everything.
    private(set) var touched: Touched? = Touched()
    private var questions: Set<String> = []
    /// Entries that are new or stand earlier.
    private var changes = 0
    private var days: ClosedRange<StudyDay>?
    /// There is nothing yet that the other file may have too.
    private let isFirst: Bool
    /// More new entries than this, and everything is folded anew.
    private let most: Int

    /// - Parameters:
    ///   - database: The learner's own file.
    ///   - path: Of the other file, for messages.
    init(of database: Database, against path: String, folding: MergeFolding) throws {
        self.database = database
        self.path = path
        journal = JournalTable(database)
        let own = Int(try database.integer("SELECT count(*) FROM journal"))
        isFirst = own == 0
        most = folding.most(besides: own)
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
        if learner != nil { touched = nil }
        // A memory model is one entry, and schedules every question answered after it anew.
        if let from = touched?.modelsFrom {
            let later = try database.integer(
                "SELECT count(*) FROM journal WHERE (ord, hlc, id) > (?, ?, ?)", from.ord, from.hlc, from.id)
            if Int(later) > most { touched = nil }
        }
        return report
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
        guard changes <= most else { return touched = nil }
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

/// How a merge brings the tables in step with the journal.
enum MergeFolding {
    /// Whichever is quicker.
    case quicker
    /// What the new entries touch.
    case touched
    /// The same, with counts and lists made anew at the end.
    case touchedInBulk
    case everything

    /// With more new entries than this besides `own` ones, everything is folded anew.
    ///
    /// Both took as long with 5,000 new entries besides 110,000: few new ones touch many questions, each of which has
    /// old ones.
    func most(besides own: Int) -> Int {
        switch self {
        case .quicker: max(500, own / 20)
        case .touched, .touchedInBulk: .max
        case .everything: -1
        }
    }
}
