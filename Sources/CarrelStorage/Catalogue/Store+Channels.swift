import CarrelCore

extension Store {
    /// All channels, in their order and then by title.
    public func channels() throws -> [ChannelRow] {
        try database.rows(
            """
            SELECT c.id, c.title, c.icon, c.category, c.description,
                   COALESCE(f.total, 0), COALESCE(f.seen, 0), COALESCE(f.correct, 0)
              FROM channels c
              LEFT JOIN facetCounts f ON f.userId = ? AND f.facet = 'channel' AND f.key = c.id
             ORDER BY c.position IS NULL, c.position, c.title COLLATE NOCASE, c.id
            """, learner
        ) {
            ChannelRow(
                id: $0.text(0), title: $0.text(1), icon: $0.optionalText(2),
                category: Channel.Category(rawValue: $0.text(3)), description: $0.optionalText(4), total: $0.int(5),
                seen: $0.int(6), correct: $0.int(7))
        }
    }

    /// The sub-channels of a channel, in its order; none for an unknown channel.
    public func subChannels(of channel: String) throws -> [SubChannelRow] {
        try database.rows(
            """
            SELECT s.id, s.title, COALESCE(f.total, 0), COALESCE(f.seen, 0), COALESCE(f.correct, 0)
              FROM subChannels s
              LEFT JOIN facetCounts f
                ON f.userId = ? AND f.facet = 'subChannel' AND f.key = s.channelId || '/' || s.id
             WHERE s.channelId = ?
             ORDER BY s.position, s.id
            """, learner, channel
        ) {
            SubChannelRow(
                id: $0.text(0), title: $0.text(1), total: $0.int(2), seen: $0.int(3), correct: $0.int(4))
        }
    }

    /// Counts of active things, without counting questions.
    public func libraryCounts() throws -> LibraryCounts {
        try database.first(
            """
            SELECT (SELECT COUNT(*) FROM channels),
                   (SELECT COUNT(*) FROM certifications WHERE status = 'active'),
                   (SELECT COUNT(*) FROM learningPaths WHERE status = 'active'),
                   (SELECT total FROM facetCounts WHERE userId = ?1 AND facet = 'all' AND key = ''),
                   (SELECT COUNT(*) FROM bookmarks WHERE userId = ?1),
                   (SELECT total FROM facetCounts WHERE userId = ?1 AND facet = 'wrong' AND key = ''),
                   (SELECT COUNT(*) FROM facetCounts WHERE userId = ?1 AND facet = 'tag')
            """, learner
        ) {
            LibraryCounts(
                channels: $0.int(0), certifications: $0.int(1), paths: $0.int(2), questions: $0.int(3),
                bookmarks: $0.int(4), wrong: $0.int(5), tags: $0.int(6))
        }
            ?? LibraryCounts(
                channels: 0, certifications: 0, paths: 0, questions: 0, bookmarks: 0, wrong: 0, tags: 0)
    }

    /// How far the learner is with all questions there are.
    public func overallTally() throws -> Tally { try tally(.all) }

    func tally(_ facet: Facet) throws -> Tally {
        try database.first(
            "SELECT total, seen, correct FROM facetCounts WHERE userId = ? AND facet = ? AND key = ?",
            learner, facet.name, facet.key
        ) { Tally(total: $0.int(0), seen: $0.int(1), correct: $0.int(2)) } ?? Tally()
    }
}
