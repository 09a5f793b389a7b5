import CarrelCore

@testable import CarrelStorage

extension Store {
    /// Every row of every folded table, each value in SQL, to the last digit.
    func foldedTables() throws -> [String] {
        try (Refold.tables + ["facetCounts"]).flatMap { table in
            let columns = try database.rows("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid") {
                $0.text(0)
            }
            let values = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ', ' || ")
            return try database.rows("SELECT \(values) FROM \(table) ORDER BY 1") { "\(table): \($0.text(0))" }
        }
    }

    /// A store that knows some of the generated questions, so that counts by facet have something to count.
    static func withQuestions() throws -> Store {
        let store = try Store.temporary()
        try store.loadQuestions()
        return store
    }

    /// Loads the first three of the generated questions.
    func loadQuestions() throws {
        let domains = [
            Certification.Domain(id: "networking", name: "N", weight: 50),
            Certification.Domain(id: "security", name: "S", weight: 50),
        ]
        let certification = Certification(
            id: "cert-one", name: "C", provider: "P", description: "D", category: "cloud", difficulty: .advanced,
            domains: domains, rules: ExamRules(questions: 2, minutes: 10, pass: 70))
        let questions = JournalGenerator.questions.prefix(3).enumerated().map { index, id in
            var question = Question(
                id: id, kind: .single, stem: "S", answer: "A", explanation: "E", difficulty: .beginner,
                channel: "cert-one", subChannel: domains[index % 2].id)
            question.certification = "cert-one"
            question.domain = domains[index % 2].id
            question.tags = ["tag-\(index)"]
            return HashedQuestion(question: question, contentHash: "hash-\(id)")
        }
        let file = PackFile(path: "/packs/one.yaml", root: "/packs", size: 1, modified: 1, inode: 1, hash: "x")
        let pack = Pack(
            file: file, subject: .certification(certification), subjectHash: "s", questions: Array(questions))
        try load([pack], roots: ["/packs"])
    }
}

/// The lines only one of two dumps has; empty for equal ones.
func difference(_ left: [String], _ right: [String]) -> [String] {
    let (one, other) = (Set(left), Set(right))
    return left.filter { !other.contains($0) }.map { "- \($0)" } + right.filter { !one.contains($0) }.map { "+ \($0)" }
}
