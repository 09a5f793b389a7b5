import CarrelCore
import CarrelStorage

// Lists of questions: those of a topic, bookmarks, what a search finds.

extension PlainDesk {
    /// The questions of a topic, and practising it.
    ///
    /// - Parameter narrowed: What is shown of them at first.
    func questions(_ listing: QuestionListing, narrowed: QuestionFilter = QuestionFilter()) throws -> PlainOutcome {
        var filter = narrowed, sort = QuestionSort.catalogue
        return try PlainMenu(desk: self).run { wanted in
            // What is typed finds a question; what is practised is the rest of the filter.
            var conditions = filter
            conditions.typed = ""
            let topic = listing.topic.filtered(by: conditions)
            let scope = filter.isEmpty ? topic.scope : .filtered(listing.topic.scope, filter)
            let found = try rows(of: scope, sort: sort, wanted: wanted)
            let title = [topic.title, topic.subtitle, sort == .catalogue ? nil : sort.words]
            let keys = [
                PlainKey(letter: "/", form: "/ and letters", words: "only questions with them; / alone: all") { typed in
                    filter.typed = typed
                    return .back
                },
                filterKey { filter = $0 },
                PlainKey(letter: "s", words: "the next order: \(sort.next.words)") { _ in
                    sort = sort.next
                    return .back
                },
            ]
            return PlainRows(
                title: title.compactMap { $0 }.joined(separator: ", ")
                    + (filter.typed.isEmpty ? "" : ", with \(filter.typed)"),
                entries: found.rows.map(entry), total: found.total, topic: found.rows.isEmpty ? nil : topic,
                keys: keys,
                empty: filter.isEmpty ? ["No questions here."] : ["Nothing here has that; f alone shows all."])
        }
    }

    /// - Returns: `wanted` of them or more, as far as there are so many; and how many there are, where they were counted.
    private func rows(
        of scope: QuestionScope, sort: QuestionSort, wanted: Int
    ) throws -> (rows: [QuestionRow], total: Int?) {
        var rows: [QuestionRow] = [], total: Int?
        while true {
            guard
                case .questions(let page, let count, _) = try fetch(
                    .questions(scope, after: rows.last?.cursor, sort: sort))
            else { break }
            if rows.isEmpty { total = count }
            rows += page
            if rows.count >= wanted || page.count < QuestionListScreen.pageSize { break }
        }
        return (rows, total)
    }

    /// Shows only some: the fields of a search say which.
    private func filterKey(_ apply: @escaping (QuestionFilter) -> Void) -> PlainKey {
        PlainKey(letter: "f", words: "only some, e.g. f is:wrong difficulty:advanced; f alone: all") { typed in
            let read = SearchQuery.read(typed.isEmpty ? "" : typed + " ")
            var faults = read.faults.map { "\($0)" }
            if let word = (read.query.terms + read.query.excluded).first {
                faults.append("\(word.text): no field and value; / looks for words.")
            }
            if faults.isEmpty {
                apply(read.query.filter)
                return .back
            }
            for fault in faults { dialogue.say(fault, after: "") }
            return .stay
        }
    }

    func bookmarks() throws -> PlainOutcome {
        try PlainMenu(desk: self).run { _ in
            guard case .bookmarks(let rows) = try fetch(.bookmarks) else { return nil }
            let entries = rows.map { row in
                let stem = row.stem.map(PlainStem.line) ?? "\(row.questionId), in no pack here"
                return PlainEntry(words: stem + (row.note.map { " (note: \(PlainStem.line($0)))" } ?? "")) {
                    try question(row.questionId)
                }
            }
            var narrowed: QuestionFilter?
            let key = filterKey { narrowed = $0 }
            let opening = PlainKey(letter: key.letter, words: key.words) { typed in
                narrowed = nil
                let outcome = try key.choose(typed)
                let listing = QuestionListing(crumbs: ["Bookmarks"], topic: .bookmarks)
                return try narrowed.map { try questions(listing, narrowed: $0) } ?? outcome
            }
            return PlainRows(
                title: "Bookmarks", entries: entries, topic: rows.isEmpty ? nil : .bookmarks, keys: [opening],
                empty: ["No bookmarks yet. On any question, * keeps it here."])
        }
    }

    /// - Parameter given: What to search for; asked for where it is empty.
    func search(for given: String = "") throws -> PlainOutcome {
        var text = given
        if given.isEmpty {
            repeat {
                guard let typed = dialogue.ask("Search for (? says how, Enter goes back):") else { return .leave }
                text = typed
                if text == "?" { for line in Self.searchHelp { dialogue.say(line, after: "") } }
            } while text == "?"
        }
        guard !text.isEmpty else { return .back }
        // A space behind the last word: it is not the beginning of another.
        let whole = text + " "
        let read = SearchQuery.read(whole)
        for fault in read.faults { dialogue.say("\(fault)", after: "") }
        guard read.faults.isEmpty, !read.query.isEmpty else { return .back }
        guard case .search(let found) = try fetch(.search(read.query, .all)) else { return .back }
        return try PlainMenu(desk: self).run { wanted in
            let hits = try performer.store.hits(Array(found.ids.prefix(wanted)), of: read.query)
            return PlainRows(
                title: "Found for \(text): \(found.count)", entries: hits.map { entry($0.row) }, total: found.ids.count,
                topic: found.ids.isEmpty ? nil : .search(read.query, text: whole), empty: ["Nothing found."])
        }
    }

    private static let searchHelp = [
        "Words all of which are to be in a question; a word stands for those that begin so.",
        "\"half open\": a phrase. -word: without it.",
        "is:wrong, is:unseen, is:due and others: how it stands with you.",
        "difficulty:advanced, kind:simulation, tag:tcp, channel:linux, certification:ccna: what it is.",
    ]

    private func entry(_ row: QuestionRow) -> PlainEntry {
        let states = [
            row.standingWords, row.isBookmarked ? "bookmarked" : nil, row.isMine ? "corrected" : nil,
            row.setAside,
        ]
        let words = "\(Self.wholeWords(row.stem)) (\(states.compactMap { $0 }.joined(separator: ", ")))"
        return PlainEntry(words: words, choose: { try question(row.id) })
    }

    /// The beginning of a stem as lists have it, without the word it may end in the middle of.
    static func wholeWords(_ stem: String) -> String {
        let line = PlainStem.line(stem)
        guard line.hasSuffix("..."), let space = line.lastIndex(of: " ") else { return line }
        return line[..<space] + " ..."
    }
}
