import CarrelCore
import CarrelStorage
import CarrelTerminal

/// All tags, each leading to its questions.
struct TagsContent: PagedContent {
    let crumbs = ["Tags"]
    let empty = ["No question here has a tag."]

    func query(after last: TagRow?) -> Query { .tags(after: last?.tag) }

    func take(_ reply: Reply) -> [TagRow]? { if case .tags(let rows) = reply { rows } else { nil } }

    func row(_ item: TagRow, glyphs: Glyphs, now: Moment) -> ListRow {
        ListRow(
            label: item.tag, details: ["\(item.tally.seen)/\(item.tally.total) seen"], share: item.tally.mastery)
    }

    func destination(of item: TagRow) -> Destination {
        .questions(QuestionListing(crumbs: crumbs + [item.tag], topic: .tag(item.tag)))
    }

    func topic(of item: TagRow) -> StudyTopic? { .tag(item.tag) }
}
