import CarrelCore
import CarrelJSON

/// A scope in SQL: the rows it goes through, on an index, and the order they come in.
///
/// Every scope leaves out what is not active. `q` is the question.
struct ScopeQuery {
    var rows: String
    var condition: String
    var values: [any Bindable]
    /// The two columns of the order; together they are unique.
    var order: (String, String)
    /// Whether the order is by a number, the place in a list, and not by a time.
    var isPlaced = false

    init(_ scope: QuestionScope, learner: String) throws {
        let active = "q.status = 'active'"
        let joined = "CROSS JOIN questions q ON q.id ="
        order = ("q.createdAt", "q.id")
        rows = "questions q"
        switch scope {
        case .channel(let id, let part), .certification(let id, let part):
            condition = "q.channel = ? AND " + (part == nil ? "" : "q.subChannel = ? AND ") + active
            values = [id] + (part.map { [$0] } ?? [])
        case .path(let id, nil):
            rows = "learningPaths p CROSS JOIN json_each(p.questionIds) j \(joined) j.value"
            condition = "p.id = ? AND \(active)"
            values = [id]
            order = ("j.key", "q.id")
            isPlaced = true
        case .path(let id, let milestone?):
            rows = "learningPaths p CROSS JOIN \(LearningPathWriter.milestoneQuestions) \(joined) j.value"
            condition = "p.id = ? AND json_extract(m.value, '$.id') = ? AND \(active)"
            values = [id, milestone]
            order = ("j.key", "q.id")
            isPlaced = true
        case .tag(let tag):
            rows = "questionTags t \(joined) t.questionId"
            condition = "t.tag = ? AND \(active)"
            values = [tag]
            order = ("t.createdAt", "t.questionId")
        case .bookmarks:
            rows = "bookmarks b \(joined) b.questionId"
            condition = "b.userId = ? AND \(active)"
            values = [learner]
            order = ("b.createdAt", "b.questionId")
        case .wrong:
            rows = "itemFacts w \(joined) w.questionId"
            condition = "w.userId = ? AND w.lastCorrect = 0 AND \(active)"
            values = [learner]
            order = ("w.lastAt", "w.questionId")
        case .ids(let ids):
            rows = "json_each(?) j \(joined) j.value"
            condition = active
            values = [try JSONText.encode(ids)]
            order = ("j.key", "q.id")
            isPlaced = true
        case .all:
            condition = active
            values = []
        }
    }
}
