import CarrelCore

@testable import CarrelStorage

/// Packs made up for tests.
enum SampleCatalogue {
    static let root = "/packs"

    static func file(_ name: String, root: String = SampleCatalogue.root, hash: String = "h") -> PackFile {
        PackFile(path: "\(root)/\(name).yaml", root: root, size: 10, modified: 20, inode: 30, hash: hash)
    }

    static func question(
        _ id: String, channel: String = "net", subChannel: String = "tcp", tags: [String] = ["t"]
    ) -> Question {
        var question = Question(
            id: id, kind: .single, stem: "Which of these is \(id)?", answer: "Right", explanation: "Because \(id).",
            difficulty: .beginner, channel: channel, subChannel: subChannel)
        question.tags = tags
        question.options = [
            AnswerOption(id: "a", text: "Right", isCorrect: true, why: "It is."),
            AnswerOption(id: "b", text: "Wrong", isCorrect: false, why: "It is not {{a}}.", isFixed: true),
        ]
        return question
    }

    /// A question with every field set.
    static func fullQuestion(_ id: String) -> Question {
        var question = question(id, tags: ["x", "y"])
        question.tldr = "Short"
        question.eli5 = "Simple"
        question.diagram = "graph TD"
        question.exhibit = "a\nb"
        question.companies = ["Acme"]
        question.jobTitles = ["sre": 90, "dev": 10]
        question.levels = ["entry"]
        question.keywords = ["!SYN", "a|b"]
        question.sources = ["https://one.example", "https://two.example/\u{1F393}"]
        question.payload = .choice(choose: 1)
        question.related = [Relation(target: "elsewhere", kind: .related, strength: 70)]
        return question
    }

    /// Hashes stand for content: the same as long as nothing of the question changes.
    static func hashed(_ question: Question) -> HashedQuestion {
        HashedQuestion(question: question, contentHash: "\(fnv1a64("\(question)"))")
    }

    static func channel(
        _ questions: [Question], id: String = "net", title: String = "Networking", root: String = root
    ) -> Pack {
        let channel = Channel(
            id: id, title: title, category: .engineering,
            subChannels: [.init(id: "tcp", title: "TCP"), .init(id: "dns", title: "DNS")])
        return Pack(
            file: file(id, root: root), subject: .channel(channel), subjectHash: title,
            questions: questions.map(hashed))
    }

    /// Milestones of the questions given, ten hours each.
    static func path(
        _ id: String, _ milestones: [[String]], title: String? = nil, prerequisites: [String] = []
    ) -> Pack {
        var path = LearningPath(
            id: id, title: title ?? id, description: "A way", kind: .company, difficulty: .beginner,
            milestones: milestones.enumerated().map { number, questions in
                .init(id: "m\(number)", title: "Milestone \(number)", estimatedHours: 10, questions: questions)
            })
        path.targetCompany = "Acme"
        path.prerequisites = prerequisites
        return Pack(file: file("path-\(id)"), subject: .path(path), subjectHash: "\(path)", questions: [])
    }

    static func certification(_ id: String = "saa", questions: Int = 4, unscored: Int = 0) -> Pack {
        var rules = ExamRules(questions: 65, minutes: 130, pass: 720)
        rules.scale = .init(low: 100, high: 1000)
        var certification = Certification(
            id: id, name: "Architect \(id)", provider: "AWS", description: "Exam", category: "cloud",
            difficulty: .intermediate,
            domains: [
                .init(id: "d1", name: "Secure", weight: 60, topics: ["IAM"]), .init(id: "d2", name: "Fast", weight: 40),
            ],
            rules: rules)
        certification.examCode = "SAA-C03"
        certification.channelMappings = [.init(channel: "net", weight: 100)]
        let items = (0..<questions).map { number in
            var question = question("\(id)-q\(number)", channel: id, subChannel: number % 2 == 0 ? "d1" : "d2")
            question.certification = id
            question.domain = question.subChannel
            return hashed(question)
        }
        return Pack(
            file: file(id), subject: .certification(certification), subjectHash: "1", questions: items)
    }
}

extension Store {
    /// Loads from the one root of the samples.
    @discardableResult
    func load(_ packs: Pack..., gone: [PackFile] = []) throws -> LoadReport {
        try load(packs, gone: gone, roots: [SampleCatalogue.root])
    }

    /// What the learner's last answer to a question was, as the journal's fold keeps it.
    func setFacts(_ question: String, answers: Int = 1, lastCorrect: Bool?, lastAt: String = "2026-01-01 00:00:00.000")
        throws
    {
        let counts = FacetCounts(database: database, learner: learner)
        let old = try counts.standing(of: question)
        try database.run(
            """
            INSERT INTO itemFacts(userId, questionId, answers, correct, lastCorrect, lastAt) VALUES (?1, ?2, ?3, 0, ?4, ?5)
            ON CONFLICT DO UPDATE SET answers = ?3, lastCorrect = ?4, lastAt = ?5
            """, learner, question, answers, lastCorrect, lastAt)
        try counts.adjust(question: question, from: old, to: counts.standing(of: question))
        try QuestionDocs(database: database, learner: learner).refresh(question)
    }

    /// All rows of a query, as text.
    func texts(_ sql: String) throws -> [String] {
        try database.rows(sql) { row in (0..<row.columnCount).map { row.optionalText($0) ?? "∅" }.joined(separator: "|")
        }
    }
}
