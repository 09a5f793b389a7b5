import CarrelCore

@testable import CarrelApp
@testable import CarrelStorage

/// What searches and filters come to in the small library.
extension Catalogue {
    static let ack = SearchQuery.read("ack").query

    static let hits: [SearchHit] = {
        var stem = question("half-open", stem: "The final ACK is lost.", answers: 1, lastCorrect: false)
        stem.channelTitle = "Networking"
        var elsewhere = question("handshake", stem: "Name the segments.")
        elsewhere.channelTitle = "Networking"
        return [
            SearchHit(row: stem, stem: MarkedText("The final ACK is lost.", marks: [10..<13])),
            SearchHit(
                row: elsewhere, stem: MarkedText("Name the segments."),
                excerpt: .init(field: .answer, text: MarkedText("SYN, SYN-ACK, ACK", marks: [9..<12, 14..<17]))),
        ]
    }()

    static func filter(_ status: QuestionStatus) -> QuestionFilter {
        var filter = QuestionFilter()
        filter.statuses = [status]
        return filter
    }

    static func filtered(_ status: QuestionStatus) -> QuestionScope { .filtered(Samples.topic.scope, filter(status)) }

    static let preview: PreviewFacts = {
        var row = questions[0]
        (row.channelTitle, row.subChannelTitle) = ("Networking", "TCP/IP")
        row.lastAt = Moment.noon.at.adding(seconds: -7200)
        var question = Samples.single
        question.tags = ["tcp", "states"]
        return PreviewFacts(question: question, row: row, note: "again before the exam")
    }()

    static func scriptFinding(_ store: ScriptedStore) {
        store.reply(to: .recentSearches, with: .recentSearches(["tls is:wrong", "dns"]))
        for text in ["a", "ac", "ack"] {
            let query = SearchQuery.read(text).query
            store.reply(to: .search(query, .asYouType), with: .search(SearchResult(ids: hits.map(\.id))))
            store.reply(to: .hits(hits.map(\.id), of: query), with: .hits(hits))
        }
        for length in 1...2 {
            let query = SearchQuery.read("foo:bar " + String(repeating: "z", count: length)).query
            store.reply(to: .search(query, .asYouType), with: .search(SearchResult()))
        }
        for row in questions + hits.map(\.row) {
            store.reply(to: .preview(row.id, row: row), with: .preview(preview))
        }
        let tags = [LabelCount(label: "tcp", questions: 3), LabelCount(label: "tls", questions: 1)]
        store.reply(to: .filterLabels(Samples.topic.scope), with: .filterLabels(FilterLabels(tags: tags)))
        store.reply(
            to: .questions(filtered(.wrong), after: nil), with: .questions([questions[1]], total: 1))
        store.reply(to: .questions(filtered(.unseen), after: nil), with: .questions([], total: 0))
        store.numbers = [filtered(.wrong): 1, filtered(.unseen): 0]
        store.reply(to: .setUp(filtered(.wrong)), with: .setUp(SetUpFacts(total: 1, reviews: [.wrong: 1])))
    }
}
