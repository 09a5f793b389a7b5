import CarrelCore

/// One load: packs become rows. Everything happens inside one transaction of the caller's.
final class CatalogueLoader {
    /// Raised when a load writes something else for the same pack, so that unchanged files are read again.
    static let version = 1

    private let database: Database
    private let now: Timestamp
    private let questions: QuestionWriter
    private let relations: RelationshipWriter
    private let history: QuestionHistory
    private let reader: QuestionReader
    private let facets: FacetCounts
    private let contents: PackContents
    private var changes = FacetCounts.Changes()
    private var report = LoadReport()
    private var progress = LoadProgress(total: 0)

    init(database: Database, learner: String, now: Timestamp, roots: [String]) throws {
        self.database = database
        self.now = now
        questions = QuestionWriter(database: database, learner: learner, now: now)
        relations = RelationshipWriter(database: database, now: now)
        history = QuestionHistory(database: database, now: now)
        reader = QuestionReader(database)
        facets = FacetCounts(database: database, learner: learner)
        contents = try PackContents(database: database, now: now, roots: roots)
    }

    /// - Parameter tell: Told of the progress before the first item, after every batch and after the last.
    func load(
        _ packs: [Pack], touched: [PackFile], gone: [PackFile], tell: (LoadProgress) throws -> Void
    ) throws -> LoadReport {
        progress = LoadProgress(total: packs.reduce(0) { $0 + $1.questions.count })
        try tell(progress)
        let isFirst = try database.integer("SELECT EXISTS (SELECT 1 FROM questions)") == 0
        for pack in packs { try put(pack.subject, hash: pack.subjectHash, file: pack.file.path) }
        // For every row a CHECK makes the list anew that it compares with, which is a quarter of a load's work.
        var dropped = try database.withoutChecks {
            try database.withoutIndexes(of: isFirst ? Self.tables : []) { try put(packs, tell: tell) }
        }
        for file in gone { dropped.formUnion(try contents.remove(file)) }
        for file in touched { try contents.record(file) }
        progress.total += dropped.count
        for item in dropped.sorted() {
            if try !contents.holds(item) {
                try contents.overrule(item)
                try retire(item)
            }
            try advance(tell)
        }
        try tell(progress)
        try finish()
        return report
    }

    /// The tables that have a row, or several, for each question.
    private static let tables = ["questions", "answerOptions", "questionDocs", "questionHistory", "channelMappings"]

    /// - Returns: What is no longer in the file it was in.
    private func put(_ packs: [Pack], tell: (LoadProgress) throws -> Void) throws -> Set<PackContents.Item> {
        var dropped: Set<PackContents.Item> = []
        for pack in packs {
            for (position, question) in pack.questions.enumerated() {
                try put(question, position: position, file: pack.file.path)
                try advance(tell)
            }
            let items = pack.questions.map { PackContents.Item(.question, $0.question.id) }
            dropped.formUnion(try contents.replace(of: pack.file, with: [pack.subject.item] + items))
            try contents.overrule(by: pack.file)
            report.packs += 1
        }
        return dropped
    }

    private func advance(_ tell: (LoadProgress) throws -> Void) throws {
        progress.done += 1
        if progress.done.isMultiple(of: LoadProgress.batch), progress.done < progress.total { try tell(progress) }
    }

    private func finish() throws {
        try questions.finish()
        try relations.settle()
        try facets.apply(changes)
        try LearningPathWriter(database: database, now: now).resolve()
        try facets.recomputePaths()
        try database.run(
            """
            UPDATE certifications SET questionCount = total
              FROM (SELECT c.id, COALESCE(f.total, 0) AS total
                      FROM certifications c
                      LEFT JOIN facetCounts f ON f.userId = ? AND f.facet = 'certification' AND f.key = c.id) counted
             WHERE counted.id = certifications.id AND questionCount IS NOT total
            """, facets.learner)
        report.questions.sort()
        report.channels.sort()
        report.certifications.sort()
        report.paths.sort()
        report.interviews.sort()
        report.shells.sort()
    }

    private func put(_ subject: Pack.Subject, hash: String, file: String) throws {
        let writer = SubjectWriter(database: database, now: now)
        switch subject {
        case .channel(let channel):
            report.channels.count(channel.id, try writer.put(channel))
        case .certification(let certification):
            let outcome = try writer.put(certification, contentHash: hash, pack: file)
            report.certifications.count(certification.id, outcome)
        case .interview(let interview):
            report.interviews.count(interview.id, try writer.put(interview, contentHash: hash, pack: file))
        case .shell(let shell):
            report.shells.count(shell.id, try writer.put(shell, contentHash: hash, pack: file))
        case .path(let path):
            let writer = LearningPathWriter(database: database, now: now)
            report.paths.count(path.id, try writer.put(path, contentHash: hash, pack: file))
        }
    }

    private func put(_ hashed: HashedQuestion, position: Int, file: String) throws {
        let id = hashed.question.id
        let known = try database.first("SELECT contentHash, status, position FROM questions WHERE id = ?", id) {
            (hash: $0.text(0), isRetired: $0.text(1) == "deleted", position: $0.int(2))
        }
        if let known, known.hash == hashed.contentHash, !known.isRetired {
            if known.position != position { try questions.move(id, to: position) }
            report.questions.unchanged += 1
            return
        }
        if known == nil {
            try add(hashed, position: position, file: file)
        } else if let stored = try reader.question(id) {
            try change(stored, to: hashed, position: position, file: file)
        }
    }

    private func add(_ hashed: HashedQuestion, position: Int, file: String) throws {
        let question = try questions.put(hashed, position: position, pack: file, known: nil)
        try relations.put(question, isNew: true)
        let standing = try questions.hasLearned() ? facets.standing(of: question.id) : .unseen
        for facet in Facet.facets(of: question) { changes.move(facet, standing, by: 1) }
        try history.created(question, source: file)
        report.questions.added.append(question.id)
    }

    private func change(
        _ stored: StoredQuestion, to hashed: HashedQuestion, position: Int, file: String
    ) throws {
        let standing = try facets.standing(of: stored.id)
        try count(stored.id, standing, by: -1)
        let question = try questions.put(hashed, position: position, pack: file, known: stored)
        try relations.put(question, isNew: false)
        try count(stored.id, standing, by: 1)
        if stored.isRetired {
            try history.updated("restored", from: stored.question, to: question, source: file)
            report.questions.restored.append(stored.id)
        } else {
            try history.updated("updated", from: stored.question, to: question, source: file)
            report.questions.changed.append(stored.id)
        }
    }

    private func count(_ question: String, _ standing: ItemStanding, by sign: Int) throws {
        for facet in try facets.facets(of: question) { changes.move(facet, standing, by: sign) }
    }

    private func retire(_ item: PackContents.Item) throws {
        switch item.kind {
        case .question:
            guard let stored = try reader.question(item.id), !stored.isRetired else { return }
            try count(item.id, facets.standing(of: item.id), by: -1)
            try questions.retire(item.id)
            try history.retired(stored.question)
            report.questions.retired.append(item.id)
        case .channel:
            try database.run("DELETE FROM subChannels WHERE channelId = ?", item.id)
            try database.run("DELETE FROM channels WHERE id = ?", item.id)
            report.channels.retired.append(item.id)
        case .interview:
            try database.run("DELETE FROM voiceSessions WHERE id = ?", item.id)
            report.interviews.retired.append(item.id)
        case .shell:
            try database.run("DELETE FROM shells WHERE id = ?", item.id)
            report.shells.retired.append(item.id)
        case .certification:
            try archive(item.id, in: "certifications")
            report.certifications.retired.append(item.id)
        case .path:
            try archive(item.id, in: "learningPaths")
            report.paths.retired.append(item.id)
        }
    }

    private func archive(_ id: String, in table: String) throws {
        try database.run("UPDATE \(table) SET status = 'archived', lastUpdated = ? WHERE id = ?", now, id)
    }
}

extension LoadReport.Changes {
    mutating func count(_ id: String, _ outcome: SubjectWriter.Outcome) {
        switch outcome {
        case .added: added.append(id)
        case .changed: changed.append(id)
        case .restored: restored.append(id)
        case .unchanged: unchanged += 1
        }
    }
}
