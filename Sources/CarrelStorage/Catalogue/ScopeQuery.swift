import CarrelCore
import CarrelJSON

/// A scope in SQL: the rows it goes through, on an index, and the order they come in.
///
/// `d` is the question's row of `questionDocs`, which has only active ones.
struct ScopeQuery {
    /// What follows FROM.
    var rows: String
    /// All must hold.
    var conditions: [String]
    /// For the parameters of `rows`, then of `conditions`.
    var values: [any Bindable]
    /// The columns of the order; together they are unique.
    var order: [String]
    /// False where the rows have to be put in order.
    var isInOrder = true
    /// The question's document where it is known before `d` is read.
    var document = "d.docid"
    /// Whether an index of `questionDocs` alone is gone through, which holds all but the questions' ids.
    var isOnIndex: Bool

    static let everywhere = ["d.channel", "d.position", "d.docid"]
    private static let joined = "CROSS JOIN questionDocs d ON d.questionId ="

    init(
        rows: String = "questionDocs d", _ conditions: [String] = [], _ values: [any Bindable] = [], order: [String],
        isOnIndex: Bool
    ) {
        self.rows = rows
        self.isOnIndex = isOnIndex
        self.conditions = conditions
        self.values = values
        self.order = order
    }

    /// - Parameter scope: None that is filtered.
    init(_ scope: QuestionScope, in database: Database, learner: String) throws {
        switch scope {
        case .channel(let id, nil), .certification(let id, nil):
            self.init(["d.channel = ?"], [id], order: ["d.position", "d.docid"], isOnIndex: true)
        case .channel(let id, let part?), .certification(let id, let part?):
            self.init(
                rows: "questionDocs d INDEXED BY docs_part",
                ["d.subChannel <> ''", "d.channel = ?", "d.subChannel = ?"], [id, part],
                order: ["d.position", "d.docid"], isOnIndex: false)
        case .tag(let tag):
            self.init(
                rows: "questionTags t CROSS JOIN questionDocs d ON d.docid = t.docid", ["t.tag = ?"], [tag],
                order: ["t.channel", "t.position", "t.docid"], isOnIndex: false)
        case .bookmarks:
            self.init(
                rows: "bookmarks b \(Self.joined) b.questionId", ["b.userId = ?"], [learner],
                order: ["b.createdAt", "b.questionId"], isOnIndex: false)
        case .wrong:
            self.init(
                rows: "questionDocs d INDEXED BY docs_answered",
                ["d.lastAt IS NOT NULL", "d.standing = \(Standing.wrong.rawValue)"],
                order: ["d.lastAt", "d.docid"], isOnIndex: true)
        case .ids(let ids):
            self.init(
                rows: "json_each(?) j \(Self.joined) j.value", [], [try JSONText.encode(ids)], order: ["j.key"],
                isOnIndex: false)
        case .path(let id, nil):
            self.init(
                rows: """
                    (SELECT j.key, j.value FROM learningPaths p CROSS JOIN json_each(p.questionIds) j WHERE p.id = ?) j
                    \(Self.joined) j.value
                    """, [], [id], order: ["j.key"], isOnIndex: false)
        case .path(let id, let milestone?):
            self.init(
                rows: """
                    (SELECT j.key, j.value FROM pathMilestones m CROSS JOIN learningPaths p ON p.id = m.path
                      CROSS JOIN json_each(p.milestones, '$[' || m.place || '].questionIds') j
                      WHERE m.path = ? AND m.id = ?) j
                    \(Self.joined) j.value
                    """, [], [id, milestone], order: ["j.key"], isOnIndex: false)
        case .search(let query):
            guard let expression = try SearchExpression(query, in: database).text else {
                self.init(["0"], order: ["d.docid"], isOnIndex: true)
                return
            }
            self.init(
                rows: "questionSearch CROSS JOIN questionDocs d ON d.docid = questionSearch.rowid",
                ["questionSearch MATCH ?"], [expression], order: ["questionSearch.rowid"],
                isOnIndex: false)
        case .all, .filtered:
            self.init(order: Self.everywhere, isOnIndex: true)
        }
    }

    /// Documents in the order they are listed.
    init(documents: [Int64]) throws {
        self.init(
            rows: "json_each(?) j CROSS JOIN questionDocs d ON d.docid = j.value", [],
            [try JSONText.encode(documents)], order: ["j.key"], isOnIndex: false)
    }

    /// Everything answered, the longest ago first: one run of the index for each standing, merged.
    static var answered: ScopeQuery {
        let runs = Standing.allCases.filter { $0 != .unseen }.map {
            "SELECT * FROM questionDocs INDEXED BY docs_answered WHERE lastAt IS NOT NULL AND standing = \($0.rawValue)"
        }
        var query = ScopeQuery(
            rows: "(\(runs.joined(separator: " UNION ALL "))) d", order: ["d.lastAt", "d.docid"], isOnIndex: true)
        query.isInOrder = false
        return query
    }

    mutating func require(_ condition: String, _ values: any Bindable...) {
        conditions.append(condition)
        self.values += values
    }

    /// For WHERE.
    var condition: String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }
}
