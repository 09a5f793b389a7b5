import CarrelCore
import CarrelJSON

/// Writes questions and their options, tags, mapping and, at the end, index entries.
struct QuestionWriter {
    let database: Database
    let now: Timestamp
    private let index: SearchIndex

    init(database: Database, learner: String, now: Timestamp) {
        self.database = database
        self.now = now
        index = SearchIndex(database: database, learner: learner)
    }

    func hasLearned() throws -> Bool { try index.hasLearned.get() }

    /// Enters `question` or brings its rows to what it says.
    ///
    /// - Parameters:
    ///   - position: Where it stands among the questions of its pack.
    ///   - known: The question as it is stored, whose options keep their ids where text tells they are the same.
    /// - Returns: The question as it is stored from now on.
    /// - Throws: `StoreError.unreadable` for what the tables do not allow: their CHECKs are not needed.
    @discardableResult
    func put(_ hashed: HashedQuestion, position: Int, pack: String, known: StoredQuestion?) throws -> Question {
        let question = known.map { hashed.question.keepingOptionIds(of: $0) } ?? hashed.question
        try verify(question)
        try putRow(question, position: position, contentHash: hashed.contentHash, pack: pack, isNew: known == nil)
        try putOptions(of: question, known: known)
        try putMapping(of: question, known: known)
        try index.put(question, position: position, isNew: known == nil)
        return question
    }

    /// The author moved the question, and it is what it was.
    func move(_ question: String, to position: Int) throws {
        try database.run("UPDATE questions SET position = ? WHERE id = ?", position, question)
        try index.move(question, to: position)
    }

    /// Takes `question` out of the catalogue but keeps it for the answers it was given.
    func retire(_ question: String) throws {
        try database.run("UPDATE questions SET status = 'deleted', lastUpdated = ? WHERE id = ?", now, question)
        try database.run("DELETE FROM channelMappings WHERE questionId = ?", question)
        try index.remove(question)
    }

    /// Brings the search index up to date; to be called after the last question.
    func finish() throws { try index.flush() }

    /// What a question's type allows and its tables do not.
    private func verify(_ question: Question) throws {
        guard question.difficulty != .expert else {
            throw StoreError.unreadable(
                value: question.difficulty.rawValue, of: "the difficulty of \(question.id)",
                expected: "beginner, intermediate or advanced")
        }
        for relation in question.related where !(0...100).contains(relation.strength) {
            throw StoreError.unreadable(
                value: String(relation.strength), of: "the strength of a relation of \(question.id)",
                expected: "0 to 100")
        }
    }

    private func putRow(
        _ question: Question, position: Int, contentHash: String, pack: String, isNew: Bool
    ) throws {
        let keywords = try JSONText.encode(unlessEmpty: question.keywords)
        try database.run(
            isNew ? Self.insert : Self.insert + Self.updating, question.id, question.stem, question.answer,
            question.explanation, question.diagram,
            question.difficulty.rawValue, try JSONText.encode(unlessEmpty: question.tags), question.channel,
            question.subChannel, question.sources.first, try JSONText.encode(unlessEmpty: question.companies),
            question.eli5, question.tldr, try JSONText.encode(unlessEmpty: question.jobTitles),
            try JSONText.encode(unlessEmpty: question.levels), keywords, question.kind == .free && keywords != nil,
            now, question.kind.rawValue, question.certification, question.domain, question.exhibit,
            try StoredPayload(question).text, question.difficulty.level, pack, contentHash, position)
    }

    private static let insert = """
        INSERT INTO questions(
            id, question, answer, explanation, diagram, difficulty, tags, channel, subChannel, sourceUrl, companies,
            eli5, tldr, jobTitleRelevance, experienceLevelTags, voiceKeywords, voiceSuitable, lastUpdated, createdAt,
            kind, certificationId, domainId, exhibit, payload, level, pack, contentHash, position)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?18, ?19, ?20, ?21,
                ?22, ?23, ?24, ?25, ?26, ?27)
        """

    /// For a question that may be there: with this SQLite keeps what to go back to, page by page.
    private static let updating = """
         ON CONFLICT(id) DO UPDATE SET
            question = excluded.question, answer = excluded.answer, explanation = excluded.explanation,
            diagram = excluded.diagram, difficulty = excluded.difficulty, tags = excluded.tags,
            channel = excluded.channel, subChannel = excluded.subChannel, sourceUrl = excluded.sourceUrl,
            companies = excluded.companies, eli5 = excluded.eli5, tldr = excluded.tldr,
            jobTitleRelevance = excluded.jobTitleRelevance, experienceLevelTags = excluded.experienceLevelTags,
            voiceKeywords = excluded.voiceKeywords, voiceSuitable = excluded.voiceSuitable,
            lastUpdated = excluded.lastUpdated, kind = excluded.kind, certificationId = excluded.certificationId,
            domainId = excluded.domainId, exhibit = excluded.exhibit, payload = excluded.payload,
            level = excluded.level, pack = excluded.pack, contentHash = excluded.contentHash,
            position = excluded.position,
            status = CASE status WHEN 'deleted' THEN 'active' ELSE status END
        WHERE contentHash IS NOT excluded.contentHash OR status = 'deleted'
        """

    private func putOptions(of question: Question, known: StoredQuestion?) throws {
        for (place, option) in question.options.enumerated() {
            try database.run(
                known == nil ? Self.insertOption : Self.insertOption + Self.updatingOption,
                "\(question.id)/\(option.id)", question.id, option.text, option.isCorrect, option.why, place, now,
                option.isFixed)
        }
        let staying = Set(question.options.map(\.id))
        for option in known?.question.options ?? [] where !staying.contains(option.id) {
            try database.run("UPDATE answerOptions SET retired = 1 WHERE id = ?", "\(question.id)/\(option.id)")
        }
    }

    private static let insertOption = """
        INSERT INTO answerOptions(id, questionId, text, isCorrect, explanation, "order", createdAt, fixed, retired)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
        """

    private static let updatingOption = """
         ON CONFLICT(id) DO UPDATE SET
            text = excluded.text, isCorrect = excluded.isCorrect, explanation = excluded.explanation,
            "order" = excluded."order", fixed = excluded.fixed, retired = 0
        """

    private func putMapping(of question: Question, known: StoredQuestion?) throws {
        if let old = known?.question, (old.channel, old.subChannel) != (question.channel, question.subChannel) {
            try database.run(
                "DELETE FROM channelMappings WHERE channelId = ? AND subChannel = ? AND questionId = ?",
                old.channel, old.subChannel, question.id)
        }
        try database.run(
            "INSERT OR IGNORE INTO channelMappings(channelId, subChannel, questionId) VALUES (?, ?, ?)",
            question.channel, question.subChannel, question.id)
    }
}

extension Difficulty {
    /// On the certification schema's scale of 1 to 5.
    fileprivate var level: Int {
        switch self {
        case .beginner: 2
        case .intermediate: 3
        case .advanced: 4
        case .expert: 5
        }
    }
}
