import CarrelCore
import CarrelStorage
import CarrelTerminal

// The pages of the full screen in words: the same content, asked for the same way.

extension PlainDesk {
    /// Wider than any line, which is broken where it is said.
    private static let columns = 1_000

    /// What there is to study, each leading to its part.
    func list(_ topics: TopicList) throws -> PlainOutcome {
        try PlainMenu(desk: self).run { _ in
            let found = topics.entries(of: try fetch(topics.query))
            var entries = found.map { entry in
                let words =
                    "\(entry.label)\(entry.note.map { ", \($0)" } ?? ""): "
                    + "\(RelativeTime.count(entry.total, "question")), \(entry.progress)"
                return PlainEntry(words: words, choose: { try open(entry.opens) }, topic: entry.topic)
            }
            if let everything = topics.everything, !found.isEmpty {
                entries.insert(PlainEntry(words: "All questions", choose: { try open(everything) }), at: 0)
            }
            return PlainRows(
                title: topics.crumbs.last ?? "", entries: entries, topic: found.isEmpty ? nil : topics.whole,
                empty: [topics.empty])
        }
    }

    /// A page of a thing: what it is, and its parts.
    func page<Content: PageContent>(_ content: Content) throws -> PlainOutcome {
        var content = content
        return try PlainMenu(desk: self).run { _ in
            guard content.take(try fetch(content.query)) else { return nil }
            var entries = content.rows(columns: Self.columns, glyphs: .unicode).compactMap(entry)
            if let about = content.about, !about.isEmpty {
                entries.append(
                    PlainEntry(words: about.heading) {
                        dialogue.say(["", "\(about.heading):"])
                        for text in about.paragraphs { dialogue.say(PlainStem.line(text, limit: .max), after: "") }
                        for text in about.items { dialogue.say(PlainStem.line(text, limit: .max), after: "- ") }
                        return .back
                    })
            }
            return PlainRows(
                title: content.crumbs.suffix(2).joined(separator: ", "), entries: entries, topic: content.whole)
        }
    }

    /// A list that may be too long to be fetched at once.
    func pages<Content: PagedContent>(_ content: Content) throws -> PlainOutcome {
        var content = content
        return try PlainMenu(desk: self).run { wanted in
            var items: [Content.Item] = []
            while items.count < wanted, let page = content.take(try fetch(content.query(after: items.last))),
                !page.isEmpty
            {
                items += page
            }
            let now = clock()
            let entries = items.map { item in
                let place = content.destination(of: item)
                return PlainEntry(
                    words: content.row(item, glyphs: .unicode, now: now).heard(.unicode),
                    choose: { try open(place) }, topic: content.topic(of: item),
                    session: content.activeSession(of: item))
            }
            return PlainRows(title: content.crumbs.last ?? "", entries: entries, empty: content.empty)
        }
    }

    /// A row in words; nil for one that is there for the eye alone.
    private func entry(_ row: PageRow) -> PlainEntry? {
        let words = row.row.heard(.unicode)
        guard row.row.kind != .blank, !words.isEmpty else { return nil }
        guard row.row.isSelectable else {
            return PlainEntry(words: row.row.kind == .heading ? "\(words):" : words)
        }
        return PlainEntry(
            words: words, choose: { try row.opens.map(open) ?? carryOut(row.does) }, topic: row.topic)
    }
}
