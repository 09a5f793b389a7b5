import CarrelCore
import CarrelStorage

// Pages that lead to questions: channels, certifications, paths, bookmarks, what a search finds.

extension PlainDesk {
    func channels() throws -> PlainOutcome {
        try menu("Channels").run {
            guard case .channels(let rows) = try fetch(.channels) else { return [] }
            return rows.map { row in
                entry(row.title, Tally(total: row.total, seen: row.seen, correct: row.correct)) {
                    try channel(.channel(row.id, title: row.title), id: row.id)
                }
            }
        }
    }

    private func channel(_ topic: StudyTopic, id: String) throws -> PlainOutcome {
        try menu(topic.title, keys: keys(for: topic)).run {
            guard case .subChannels(let rows) = try fetch(.subChannels(id)) else { return [] }
            return rows.map { row in
                entry(row.title, Tally(total: row.total, seen: row.seen, correct: row.correct)) {
                    try self.topic(.subChannel(row.id, title: row.title, of: id, channelTitle: topic.title))
                }
            }
        }
    }

    func certifications() throws -> PlainOutcome {
        try menu("Certifications").run {
            guard case .certifications(let rows) = try fetch(.certifications) else { return [] }
            return rows.map { row in
                entry(row.name, Tally(total: row.total, seen: row.seen, correct: row.correct)) {
                    try certification(row)
                }
            }
        }
    }

    private func certification(_ row: CertificationRow) throws -> PlainOutcome {
        let whole = StudyTopic.certification(row.id, name: row.name)
        return try menu(row.name, keys: keys(for: whole)).run {
            guard case .certification(let facts?) = try fetch(.certification(row.id)) else { return [] }
            let domains = facts.domains.map { domain in
                let tally = Tally(total: domain.total, seen: domain.seen, correct: domain.correct)
                return entry("\(domain.name), weight \(domain.weight) %", tally) {
                    try topic(.domain(domain.id, name: domain.name, of: row.id, title: row.name))
                }
            }
            return domains + [PlainEntry(words: "Sit the exam") { try attempt { try exam(row.id) } }]
        }
    }

    func paths() throws -> PlainOutcome {
        try menu("Learning paths").run {
            guard case .paths(let rows) = try fetch(.paths) else { return [] }
            return rows.map { row in entry(row.title, row.tally) { try path(row.id, title: row.title) } }
        }
    }

    private func path(_ id: String, title: String) throws -> PlainOutcome {
        try menu(title, keys: keys(for: .path(id, title: title))).run {
            guard case .path(let facts?) = try fetch(.path(id)) else { return [] }
            return facts.row.milestones.enumerated().map { index, milestone in
                let here = index == facts.row.current ? ", continue here" : milestone.isFinished ? ", finished" : ""
                return entry(milestone.title + here, milestone.tally) {
                    try topic(.milestone(milestone.id, title: milestone.title, of: id, pathTitle: title))
                }
            }
        }
    }

    func bookmarks() throws -> PlainOutcome {
        try menu("Bookmarks", keys: keys(for: .bookmarks)).run {
            guard case .bookmarks(let rows) = try fetch(.bookmarks) else { return [] }
            return rows.map { row in
                let stem = row.stem.map(PlainStem.line) ?? "\(row.questionId), in no pack here"
                return PlainEntry(words: stem + (row.note.map { " (note: \(PlainStem.line($0)))" } ?? "")) {
                    try attempt { try question(row.questionId) }
                }
            }
        }
    }

    /// The questions of a topic, and practising it.
    func topic(_ topic: StudyTopic) throws -> PlainOutcome {
        let title = [topic.title, topic.subtitle].compactMap { $0 }.joined(separator: ", ")
        return try menu(title, keys: keys(for: topic)).run {
            let rows = try performer.store.questions(in: topic.scope, limit: Self.listed)
            return rows.map(entry)
        }
    }

    func search() throws -> PlainOutcome {
        guard let text = dialogue.ask("Search for:") else { return .leave }
        guard !text.isEmpty else { return .back }
        // A space behind the last word: it is not the beginning of another.
        let read = SearchQuery.read(text + " ")
        for fault in read.faults { dialogue.say("\(fault)") }
        guard read.faults.isEmpty, !read.query.isEmpty else { return .back }
        guard case .search(let found) = try fetch(.search(read.query, .all)) else { return .back }
        let title = "Found for \(text): \(found.count)"
        return try menu(title, keys: keys(for: .search(read.query, text: text)), empty: "Nothing found.").run {
            try performer.store.hits(found.ids, of: read.query).map { entry($0.row) }
        }
    }

    /// A list read aloud is not longer.
    private static let listed = 200

    private func menu(_ title: String, keys: [PlainKey] = [], empty: String = "Nothing here.") -> PlainMenu {
        PlainMenu(dialogue: dialogue, title: title, keys: keys, empty: empty)
    }

    private func keys(for topic: StudyTopic) -> [PlainKey] {
        [PlainKey(letter: "p", words: "practise") { try attempt { try start(StudyRequest(topic: topic)) } }]
    }

    private func entry(_ title: String, _ tally: Tally, _ open: @escaping () throws -> PlainOutcome) -> PlainEntry {
        let words =
            "\(title): \(RelativeTime.count(tally.total, "question")), \(tally.seen) seen, \(tally.correct) right"
        return PlainEntry(words: words) { try attempt(open) }
    }

    private func entry(_ row: QuestionRow) -> PlainEntry {
        let states = [row.standingWords, row.isBookmarked ? "bookmarked" : nil, row.isMine ? "corrected" : nil]
        let words = "\(PlainStem.line(row.stem)) (\(states.compactMap { $0 }.joined(separator: ", ")))"
        return PlainEntry(words: words) { try attempt { try question(row.id) } }
    }
}
