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
        ) { $0.standing(at: 0) } ?? .unseen
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
            var changes = Changes()
            try count(into: &changes)
            try countPaths(into: &changes)
            try apply(changes)
        }
    }

    /// Makes the counts of learning paths anew: loads change what lies in them in many ways.
    func recomputePaths() throws {
        try database.run("DELETE FROM facetCounts WHERE userId = ? AND facet IN ('path', 'milestone')", learner)
        var changes = Changes()
        try countPaths(into: &changes)
        try apply(changes)
    }

    /// Each table is gone through once: a join for each kind of facet would read the questions again for each.
    private func count(into changes: inout Changes) throws {
        var standings: [Int64: ItemStanding] = [:]
        try database.forEach(
            """
            SELECT q.channel, q.subChannel, q.certificationId, q.domainId, f.answers > 0, f.lastCorrect, d.docid
              FROM questions q
              LEFT JOIN itemFacts f ON f.userId = ? AND f.questionId = q.id
              LEFT JOIN questionDocs d ON d.questionId = q.id
             WHERE q.status = 'active'
            """, learner
        ) { row in
            let standing = row.standing(at: 4)
            let facets = Facet.facets(
                channel: row.text(0), subChannel: row.text(1), certification: row.optionalText(2),
                domain: row.optionalText(3), tags: [], companies: [])
            for facet in facets { changes.move(facet, standing, by: 1) }
            if let document = row.optionalInt64(6) { standings[document] = standing }
        }
        for (table, column, facet) in [
            ("questionTags", "tag", Facet.tag), ("questionCompanies", "company", Facet.company),
        ] {
            try database.forEach("SELECT \(column), docid FROM \(table)") { row in
                if let standing = standings[row.int64(1)] { changes.move(facet(row.text(0)), standing, by: 1) }
            }
        }
    }

    private func countPaths(into changes: inout Changes) throws {
        var before: (question: String, path: String)?
        try database.forEach(
            """
            SELECT p.questionId, p.path, p.milestone, f.answers > 0, f.lastCorrect
              FROM pathQuestions p CROSS JOIN questions q ON q.id = p.questionId
              LEFT JOIN itemFacts f ON f.userId = ? AND f.questionId = p.questionId
             WHERE q.status = 'active' ORDER BY p.questionId, p.path, p.milestone
            """, learner
        ) { row in
            let (question, path, standing) = (row.text(0), row.text(1), row.standing(at: 3))
            if before?.question != question || before?.path != path { changes.move(.path(path), standing, by: 1) }
            before = (question, path)
            changes.move(.milestone(row.text(2), of: path), standing, by: 1)
        }
    }
}

extension Row {
    /// Of a column that says whether a question is seen, and the next, whether its last answer was right.
    fileprivate func standing(at column: Int) -> ItemStanding {
        ItemStanding(isSeen: bool(column), lastCorrect: optionalBool(column + 1))
    }
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
