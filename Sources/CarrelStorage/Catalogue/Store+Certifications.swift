import CarrelCore

extension Store {
    /// The active certifications, by name.
    public func certifications() throws -> [CertificationRow] {
        try database.rows(
            """
            SELECT c.id, c.name, c.provider, c.examCode, c.icon, c.difficulty,
                   COALESCE(f.total, 0), COALESCE(f.seen, 0), COALESCE(f.correct, 0)
              FROM certifications c
              LEFT JOIN facetCounts f ON f.userId = ? AND f.facet = 'certification' AND f.key = c.id
             WHERE c.status = 'active'
             ORDER BY c.name COLLATE NOCASE, c.id
            """, learner
        ) {
            CertificationRow(
                id: $0.text(0), name: $0.text(1), provider: $0.text(2), examCode: $0.optionalText(3),
                icon: $0.optionalText(4), difficulty: try $0.value(5), total: $0.int(6), seen: $0.int(7),
                correct: $0.int(8))
        }
    }

    /// The certification as its pack states it, archived ones too.
    public func certification(_ id: String) throws -> Certification? {
        try database.first(
            """
            SELECT id, name, provider, description, category, difficulty, domains, rules, icon, estimatedHours,
                   examCode, officialUrl, channelMappings, tags, prerequisites, status
              FROM certifications WHERE id = ?
            """, id
        ) { row in
            guard let rules = try row.json(7, as: ExamRules.self) else {
                throw StoreError.unreadable(value: "NULL", of: "certifications.rules of \(id)", expected: "the rules")
            }
            var certification = Certification(
                id: row.text(0), name: row.text(1), provider: row.text(2), description: row.text(3),
                category: row.text(4), difficulty: try row.value(5), domains: try row.json(6) ?? [], rules: rules)
            certification.icon = row.optionalText(8)
            certification.estimatedHours = row.int(9)
            certification.examCode = row.optionalText(10)
            certification.officialURL = row.optionalText(11)
            certification.channelMappings = try row.json(12) ?? []
            certification.tags = try row.json(13) ?? []
            certification.prerequisites = try row.json(14) ?? []
            certification.status = try row.value(15)
            return certification
        }
    }

    /// The domains of a certification, in its order; none for an unknown one.
    public func domains(of certification: String) throws -> [DomainRow] {
        try (self.certification(certification)?.domains ?? []).map { domain in
            let tally = try tally(.domain(domain.id, of: certification))
            return DomainRow(
                id: domain.id, name: domain.name, weight: domain.weight, total: tally.total, seen: tally.seen,
                correct: tally.correct)
        }
    }
}
