import CarrelCore

/// A scope and the filters on it in SQL.
///
/// Mostly the scope's rows are gone through in its order, and its index holds what the filter asks for. Where few
/// questions can pass the filter, those are gone through instead and put in order.
struct FilteredQuery {
    private let database: Database
    private let learner: String
    private let now: Timestamp
    private let base: QuestionScope
    private let filters: [QuestionFilter]

    init(_ scope: QuestionScope, _ filter: QuestionFilter = QuestionFilter(), for store: Store) {
        database = store.database
        learner = store.learner
        now = store.clock().at
        var filters = filter.isEmpty ? [] : [filter]
        var base = scope
        while case .filtered(let inner, let filter) = base {
            if !filter.isEmpty { filters.append(filter) }
            base = inner
        }
        if case .search(let query) = base {
            // The index knows the rest of the search's own filter.
            var learned = QuestionFilter()
            learned.statuses = query.filter.statuses.filter { QuestionMarks($0) == nil }
            learned.excluded.statuses = query.filter.excluded.statuses.filter { QuestionMarks($0) == nil }
            if !learned.isEmpty { filters.append(learned) }
        }
        self.base = base
        self.filters = filters
    }

    /// All of a channel or a certification.
    var isWholeTopic: Bool {
        switch base {
        case .channel(_, subChannel: nil), .certification(_, domain: nil): filters.isEmpty
        default: false
        }
    }

    /// So few rows are put in order quickly.
    static let few = 2_000

    /// - Parameters:
    ///   - more: Conditions on `d` beside the filter's, without parameters.
    ///   - rows: What to go through where there is no smaller choice than everything.
    func query(and more: [String] = [], insteadOfAll rows: ScopeQuery? = nil) throws -> ScopeQuery {
        var query = try driver() ?? (base == .all ? rows : nil) ?? scope()
        try narrow(&query)
        query.conditions += more
        return query
    }

    private func scope() throws -> ScopeQuery { try ScopeQuery(base, in: database, learner: learner) }

    // MARK: What is gone through

    /// Other rows than the scope's own, where those would be too many.
    private func driver() throws -> ScopeQuery? {
        let place: (condition: String, value: String)? =
            switch base {
            case .all: nil
            case .channel(let id, _), .certification(let id, _): ("t.channel = ?", id)
            default: ("", "")
            }
        if let place, place.condition.isEmpty { return nil }
        if let labelled = labelled() {
            var query = ScopeQuery(
                rows: "\(labelled.table) t CROSS JOIN questionDocs d ON d.docid = t.docid",
                ["t.\(labelled.column) = ?"], [labelled.value], order: ["t.channel", "t.position", "t.docid"],
                isOnIndex: false)
            query.document = "t.docid"
            if let place { query.require(place.condition, place.value) }
            if case .channel(_, let part?) = base { query.require("d.subChannel = ?", part) }
            if case .certification(_, let part?) = base { query.require("d.subChannel = ?", part) }
            return query
        }
        guard place == nil else { return nil }
        return try marked() ?? fewByAnswers() ?? fewDue() ?? fewOfAKind()
    }

    private func labelled() -> (table: String, column: String, value: String)? {
        for filter in filters {
            if let tag = filter.tags.min() { return ("questionTags", "tag", tag) }
            if let company = filter.companies.min() { return ("questionCompanies", "company", company) }
        }
        return nil
    }

    private func marked() -> ScopeQuery? {
        guard filters.contains(where: { $0.statuses.contains { QuestionMarks($0) != nil } }) else { return nil }
        return ScopeQuery(
            rows: "questionDocs d INDEXED BY docs_marked", ["d.marks > 0"], order: ScopeQuery.everywhere,
            isOnIndex: true)
    }

    /// How many questions there are of kinds and difficulties, up to `bound`, by the search index; nil where more is
    /// asked for.
    func countOfKinds(atMost bound: Int) throws -> Int? {
        guard base == .all, filters.count == 1, let filter = filters.first else { return nil }
        var kinds = QuestionFilter()
        kinds.kinds = filter.kinds
        kinds.difficulties = filter.difficulties
        kinds.excluded.kinds = filter.excluded.kinds
        kinds.excluded.difficulties = filter.excluded.difficulties
        guard filter == kinds, let expression = try SearchExpression(SearchQuery(filter: kinds), in: database).text
        else { return nil }
        return Int(
            try database.integer(
                "SELECT COUNT(*) FROM (SELECT 1 FROM questionSearch WHERE questionSearch MATCH ? LIMIT ?)", expression,
                bound))
    }

    private func fewByAnswers() throws -> ScopeQuery? {
        let wanted = filters.reduce(into: Set<QuestionStatus>()) { $0.formUnion($1.statuses) }
        guard let found = AnswerStatus.first(of: wanted) else { return nil }
        let count = try database.integer(
            "SELECT COUNT(*) FROM (\(found.select) LIMIT ?)", learner, Self.few + 1)
        guard count <= Self.few else { return nil }
        var query = ScopeQuery(rows: found.rows, [], [learner], order: ScopeQuery.everywhere, isOnIndex: false)
        query.isInOrder = false
        return query
    }

    private func fewDue() throws -> ScopeQuery? {
        guard filters.contains(where: { $0.statuses.contains(.due) }) else { return nil }
        let count = try database.integer(
            "SELECT COUNT(*) FROM (SELECT 1 FROM \(Self.due) WHERE d.due IS NOT NULL AND d.due <= ? LIMIT ?)", now,
            Self.few + 1)
        guard count <= Self.few else { return nil }
        var query = ScopeQuery(
            rows: Self.due, ["d.due IS NOT NULL", "d.due <= ?"], [now], order: ScopeQuery.everywhere,
            isOnIndex: true)
        query.isInOrder = false
        return query
    }

    /// Along what is due, the longest overdue first.
    static let due = "questionDocs d INDEXED BY docs_due"

    /// The search index knows how many there are of a kind and a difficulty.
    private func fewOfAKind() throws -> ScopeQuery? {
        var facets = QuestionFilter()
        for filter in filters {
            if facets.kinds.isEmpty { facets.kinds = filter.kinds }
            if facets.difficulties.isEmpty { facets.difficulties = filter.difficulties }
        }
        guard !facets.isEmpty, let expression = try SearchExpression(SearchQuery(filter: facets), in: database).text
        else { return nil }
        let matches = "SELECT rowid AS docid FROM questionSearch WHERE questionSearch MATCH ?"
        let count = try database.integer(
            "SELECT COUNT(*) FROM (\(matches) LIMIT ?)", expression, Self.few + 1)
        guard count <= Self.few else { return nil }
        var query = ScopeQuery(
            rows: "(\(matches)) m CROSS JOIN questionDocs d ON d.docid = m.docid", [], [expression],
            order: ScopeQuery.everywhere, isOnIndex: false)
        query.isInOrder = false
        return query
    }

    /// Where few questions stand as a search asks for, those are looked up among its matches one by one.
    func smallSearch(_ expression: String) throws -> ScopeQuery? {
        let probes = Self.probes
        let (rows, condition, values): (String, String, [any Bindable])
        let wanted = filters.reduce(into: Set<QuestionStatus>()) { $0.formUnion($1.statuses) }
        let standings = wanted.intersection(QuestionStatus.standings)
        if let found = AnswerStatus.first(of: wanted) {
            (rows, condition, values) = (found.rows, "1", [learner])
        } else if wanted.contains(.due) {
            (rows, condition, values) = (
                Self.due, "d.due IS NOT NULL AND d.due <= ?", [now]
            )
        } else if standings.count == 1, let standing = standings.first.flatMap(Standing.init) {
            (rows, condition, values) = ("questionDocs d", "d.standing = ?", [standing.rawValue])
        } else {
            return nil
        }
        let count =
            try database.rows(
                "SELECT COUNT(*) FROM (SELECT 1 FROM \(rows) WHERE \(condition) LIMIT ?)",
                binding: values + [probes + 1] as [any Bindable]
            ) { $0.int(0) }.first ?? 0
        guard count <= probes else { return nil }
        var query = ScopeQuery(
            rows: "\(rows) CROSS JOIN questionSearch ON questionSearch.rowid = d.docid", [condition], values,
            order: ["d.docid"], isOnIndex: false)
        try narrow(&query)
        query.require("questionSearch MATCH ?", expression)
        return query
    }

    /// Each costs about 60 µs.
    private static let probes = 40

    // MARK: The conditions

    private func narrow(_ query: inout ScopeQuery) throws {
        for filter in filters { narrow(&query, by: filter) }
        // Last: reading a title costs more than all the others.
        for filter in filters where !filter.typed.isEmpty {
            try TitleMatching.register(in: database)
            query.require(TitleMatching.condition(document: query.document), filter.typed)
        }
    }

    private func narrow(_ query: inout ScopeQuery, by filter: QuestionFilter) {
        for (sign, conditions) in [("", filter.wanted), ("NOT ", filter.excluded)] {
            isOne(&query, sign, "d.kind", conditions.kinds.map(\.rawValue))
            isOne(&query, sign, "d.level", conditions.difficulties.map(\.place))
            isOne(&query, sign, "d.channel", Array(conditions.channels.union(conditions.certifications)))
            labels(&query, sign, "questionTags", "tag", conditions.tags)
            labels(&query, sign, "questionCompanies", "company", conditions.companies)
            stands(&query, sign, conditions.statuses)
        }
    }

    private func labels(
        _ query: inout ScopeQuery, _ sign: String, _ table: String, _ column: String, _ values: Set<String>
    ) {
        for value in values.sorted() {
            // What is gone through has this one.
            if sign.isEmpty, query.document == "t.docid", let driving = labelled(), driving == (table, column, value) {
                continue
            }
            query.require(
                "\(sign)EXISTS (SELECT 1 FROM \(table) x WHERE x.docid = \(query.document) AND x.\(column) = ?)",
                value)
        }
    }

    private func isOne<Value: Bindable & Comparable>(
        _ query: inout ScopeQuery, _ sign: String, _ column: String, _ values: [Value]
    ) {
        guard !values.isEmpty else { return }
        if sign.isEmpty, values.count == 1 {
            query.require("\(column) = ?", values[0])
            return
        }
        query.conditions.append("\(column) \(sign)IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
        query.values += values.sorted() as [any Bindable]
    }

    private func stands(_ query: inout ScopeQuery, _ sign: String, _ statuses: Set<QuestionStatus>) {
        let standings = statuses.compactMap(Standing.init)
        isOne(&query, sign, "d.standing", standings.map(\.rawValue))
        if statuses.contains(.due) {
            // The plus keeps SQLite from putting all that is due in the scope's order.
            query.require(
                "\(sign)(+d.due IS NOT NULL AND +d.due <= ? AND (d.asideUntil IS NULL OR d.asideUntil <= ?))", now, now)
        }
        for found in AnswerStatus.all(of: statuses) {
            query.require("d.questionId \(sign)IN (\(found.select))", learner)
        }
        for status in statuses.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard let mark = QuestionMarks(status) else { continue }
            if sign.isEmpty {
                query.require("d.marks > 0 AND d.marks & \(mark.rawValue) <> 0")
            } else {
                query.require("d.marks & \(mark.rawValue) = 0")
            }
        }
    }
}
