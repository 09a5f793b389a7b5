import CarrelCore
import CarrelStorage

@testable import CarrelApp

/// A question with everything there can be about one, answered.
enum Depths {
    static let question: Question = {
        var question = Samples.single
        question.tldr = "The end that closes **first**: {{active}}."
        question.eli5 = "Whoever hangs up first waits a moment, in case the other one still speaks."
        question.diagram = "\n    sequenceDiagram\n      A->>B: FIN\n      B->>A: ACK\n\n"
        question.sources = [
            "https://www.rfc-editor.org/rfc/rfc9293",
            "https://www.rfc-editor.org/rfc/rfc9293.html#name-state-machine-overview-and-all-of-its-many-states",
        ]
        return question
    }()

    static var item: StudyItem {
        var item = Samples.item(question)
        item.hasRelated = true
        return item
    }

    static let standing = StandingAnswer(selected: ["passive"], grade: .wrong, contentHash: "hash-1")

    /// Its one question is answered.
    static var session: StudySession {
        var session = Samples.session([question])
        session.answers["time-wait"] = standing
        return session
    }

    static let related = [
        RelatedQuestion(
            id: "handshake", bond: .prerequisite, strength: 80, stem: "Name the *segments*.", answers: 1,
            lastCorrect: true),
        RelatedQuestion(id: "mss", bond: .prerequisite, strength: 5, stem: "What is the MSS?"),
        RelatedQuestion(
            id: "half-open", bond: .related, strength: 100, stem: "The final ACK is lost.", answers: 2,
            lastCorrect: false),
    ]

    static let answers = [
        AnswerFacts(
            at: Moment.noon.at.adding(seconds: -7200), grade: .wrong, rating: .again, elapsedMs: 42_000,
            session: ["Networking", "TCP/IP"], chosen: ["The end that closes second"]),
        AnswerFacts(
            at: Moment.noon.at.adding(seconds: -90_000), grade: AnswerGrade(isCorrect: false, score: 0.5),
            elapsedMs: 5_000, session: ["Bookmarks"], chosen: ["**Both** ends, {{active}} too"], unknown: 1),
        AnswerFacts(at: Moment.noon.at, elapsedMs: 1_000, response: "SYN\nthen ACK"),
        AnswerFacts(at: Moment.noon.at, grade: .wrong, isAnswered: false),
        AnswerFacts(at: Moment.noon.at, grade: .wrong),
        AnswerFacts(at: Moment.noon.at, grade: .right, rating: .easy),
    ]

    /// A store that has the session, and all there is about its question.
    static func store() -> ScriptedStore {
        let store = ScriptedStore()
        store.session = session
        store.items = [item]
        Catalogue.script(store)
        return store
    }
}
