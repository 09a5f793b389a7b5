import CarrelCore

/// Keeps `facetCounts`: what screens show as "answered 12 of 40" without counting.
///
/// Only active questions count. Loads and answers move the counts by differences; `recompute` makes them anew, to the
/// same numbers.
struct FacetCounts {
    let database: Database
    let learner: String

    /// A question's answers changed. Does nothing for a question that is retired or in no pack.
    func adjust(question: String, from old: ItemStanding, to new: ItemStanding) throws {
        guard old != new else { return }
        var changes = Changes()
        let facets = try facets(of: question)
        guard !facets.isEmpty else { return }
        for facet in try facets + paths(of: question) {
            changes.move(facet, old, by: -1)
            changes.move(facet, new, by: 1)
        }
        try apply(changes)
    }

    /// What the counts are about for an active question, paths apart; nothing for any other.
    func facets(of question: String) throws -> [Facet] {
        let tags = try labels("questionTags", "tag", of: question)
        let companies = try labels("questionCompanies", "company", of: question)
        return try database.first(
            """
            SELECT channel, subChannel, certificationId, domainId FROM questions WHERE id = ? AND status = 'active'
            """, question
        ) {
            Facet.facets(
                channel: $0.text(0), subChannel: $0.text(1), certification: $0.optionalText(2),
                domain: $0.optionalText(3), tags: tags, companies: companies)
        } ?? []
    }

    private func paths(of question: String) throws -> Set<Facet> {
        var facets: Set<Facet> = []
        try database.forEach("SELECT path, milestone FROM pathQuestions WHERE questionId = ?", question) {
            facets.insert(.path($0.text(0)))
            facets.insert(.milestone($0.text(1), of: $0.text(0)))
        }
        return facets
    }

    private func labels(_ table: String, _ column: String, of question: String) throws -> [String] {
        try database.rows(
            """
            SELECT t.\(column) FROM questionDocs d CROSS JOIN \(table) t ON t.docid = d.docid WHERE d.questionId = ?
            """, question
        ) { $0.text(0) }
    }

    func standing(of question: String) throws -> ItemStanding {
        try database.first(
            "SELECT answers > 0, lastCorrect FROM itemFacts WHERE userId = ? AND questionId = ?", learner, question
        ) { ItemStanding(isSeen: $0.bool(0), lastCorrect: $0.optionalBool(1)) } ?? .unseen
    }

    func apply(_ changes: Changes) throws {
        for (facet, change) in changes.byFacet where !change.isZero {
            try database.run(
                """
                INSERT INTO facetCounts(userId, facet, key, total, seen, correct) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                ON CONFLICT DO UPDATE SET total = total + ?4, seen = seen + ?5, correct = correct + ?6
                """, learner, facet.name, facet.key, change.total, change.seen, change.correct)
            if change.total < 0 {
                try database.run(
                    "DELETE FROM facetCounts WHERE userId = ? AND facet = ? AND key = ? AND total = 0",
                    learner, facet.name, facet.key)
            }
        }
    }

    /// Makes all counts anew from the questions and `itemFacts`.
    func recompute() throws {
        try database.transaction {
            try database.run("DELETE FROM facetCounts")
            try count(Self.sources + Self.pathSources)
            try database.run(
                """
                INSERT INTO facetCounts(userId, facet, key, total, seen, correct)
                SELECT ?1, 'wrong', '', COUNT(*), 0, 0
                  FROM itemFacts f CROSS JOIN questions q ON q.id = f.questionId
                 WHERE f.userId = ?1 AND f.lastCorrect = 0 AND q.status = 'active'
                HAVING COUNT(*) > 0
                """, learner)
        }
    }

    /// Makes the counts of learning paths anew: loads change what lies in them in many ways.
    func recomputePaths() throws {
        try database.run("DELETE FROM facetCounts WHERE userId = ? AND facet IN ('path', 'milestone')", learner)
        try count(Self.pathSources)
    }

    private func count(_ sources: [(facet: String, source: Source)]) throws {
        for (facet, source) in sources {
            try database.run(
                """
                INSERT INTO facetCounts(userId, facet, key, total, seen, correct)
                SELECT ?1, '\(facet)', \(source.key), COUNT(*),
                       COALESCE(SUM(f.answers > 0), 0), COALESCE(SUM(f.lastCorrect), 0)
                  FROM \(source.rows)
                  LEFT JOIN itemFacts f ON f.userId = ?1 AND f.questionId = q.id
                 WHERE q.status = 'active' AND \(source.condition)
                 GROUP BY 3
                """, learner)
        }
    }

    private static let documents = """
        CROSS JOIN questionDocs d ON d.docid = t.docid CROSS JOIN questions q ON q.id = d.questionId
        """

    /// The key, the rows counted, and which of them.
    private typealias Source = (key: String, rows: String, condition: String)

    private static let pathSources: [(facet: String, source: Source)] = [
        (
            "path",
            (
                "p.path",
                "(SELECT DISTINCT questionId, path FROM pathQuestions) p CROSS JOIN questions q ON q.id = p.questionId",
                "1"
            )
        ),
        (
            "milestone",
            ("p.path || '/' || p.milestone", "pathQuestions p CROSS JOIN questions q ON q.id = p.questionId", "1")
        ),
    ]

    private static let sources: [(facet: String, source: Source)] = [
        ("all", ("''", "questions q", "1")),
        ("channel", ("q.channel", "questions q", "q.certificationId IS NULL")),
        ("subChannel", ("q.channel || '/' || q.subChannel", "questions q", "q.certificationId IS NULL")),
        ("certification", ("q.certificationId", "questions q", "q.certificationId IS NOT NULL")),
        (
            "domain",
            (
                "q.certificationId || '/' || COALESCE(q.domainId, q.subChannel)", "questions q",
                "q.certificationId IS NOT NULL"
            )
        ),
        ("tag", ("t.tag", "questionTags t \(documents)", "1")),
        ("company", ("t.company", "questionCompanies t \(documents)", "1")),
    ]
}

extension FacetCounts {
    /// Differences, gathered before they are written.
    struct Changes {
        struct Change {
            var total = 0
            var seen = 0
            var correct = 0

            var isZero: Bool { total == 0 && seen == 0 && correct == 0 }
        }

        var byFacet: [Facet: Change] = [:]

        /// Counts a question that stands like this in or out of a facet (`by` 1 or −1).
        mutating func move(_ facet: Facet, _ standing: ItemStanding, by sign: Int) {
            byFacet[facet, default: Change()].total += sign
            if standing.isSeen { byFacet[facet, default: Change()].seen += sign }
            if standing.lastCorrect == true { byFacet[facet, default: Change()].correct += sign }
            if facet == .all, standing.lastCorrect == false { byFacet[.wrong, default: Change()].total += sign }
        }
    }
}
