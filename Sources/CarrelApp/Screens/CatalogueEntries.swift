import CarrelCore
import CarrelStorage

/// Turns what storage lists into rows that say where they lead.
enum CatalogueEntries {
    /// - Parameter whole: The topic that the listed parts belong to; nil at the top of the catalogue.
    static func entries(of reply: Reply, under whole: StudyTopic?) -> [CatalogueListScreen.Entry] {
        switch reply {
        case .channels(let rows): rows.map(channel)
        case .certifications(let rows): rows.map(certification)
        case .subChannels(let rows): rows.map { subChannel($0, of: whole) }
        default: []
        }
    }

    private static func channel(_ row: ChannelRow) -> CatalogueListScreen.Entry {
        .init(
            label: row.title, glyph: row.icon, total: row.total, seen: row.seen, correct: row.correct,
            opens: .subChannels(channel: row.id, title: row.title), topic: .channel(row.id, title: row.title))
    }

    private static func certification(_ row: CertificationRow) -> CatalogueListScreen.Entry {
        .init(
            label: row.name, glyph: row.icon, total: row.total, seen: row.seen, correct: row.correct,
            note: row.examCode, opens: .certification(row.id, title: row.name),
            topic: .certification(row.id, name: row.name))
    }

    private static func subChannel(_ row: SubChannelRow, of whole: StudyTopic?) -> CatalogueListScreen.Entry {
        let channel = whole?.channelId ?? ""
        let title = whole?.title ?? channel
        let topic = StudyTopic.subChannel(row.id, title: row.title, of: channel, channelTitle: title)
        return .init(
            label: row.title, total: row.total, seen: row.seen, correct: row.correct,
            opens: .questions(QuestionListing(crumbs: ["Channels", title, row.title], topic: topic)), topic: topic)
    }
}
