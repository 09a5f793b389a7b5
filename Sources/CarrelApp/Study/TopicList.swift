import CarrelCore
import CarrelStorage

/// A list of what there is to study: channels, a channel's sub-channels, certifications.
struct TopicList: Equatable, Sendable {
    /// One row's worth of it.
    struct Entry: Equatable, Sendable {
        var label: String
        var glyph: String?
        var total: Int
        var seen: Int
        var correct: Int
        /// Shown before the numbers, e.g. an exam's code.
        var note: String?
        var opens: Destination
        var topic: StudyTopic

        /// `9 seen, 7 right`, or `new`.
        var progress: String { seen == 0 ? "new" : "\(seen) seen, \(correct) right" }
    }

    var crumbs: [String]
    var query: Query
    /// Studies everything listed; nil where that makes no sense.
    var whole: StudyTopic?
    /// What to say when there is nothing.
    var empty: String

    static let channels = TopicList(
        crumbs: ["Channels"], query: .channels, empty: "No channels here. Load packs with: carrel load PATH")

    static let certifications = TopicList(
        crumbs: ["Certifications"], query: .certifications,
        empty: "No certifications here. Load packs with: carrel load PATH")

    static func subChannels(of channel: String, title: String) -> TopicList {
        TopicList(
            crumbs: ["Channels", title], query: .subChannels(channel), whole: .channel(channel, title: title),
            empty: "This channel has no questions yet.")
    }

    /// Every question of the whole, in one list; nil where there is no whole.
    var everything: Destination? {
        whole.map { .questions(QuestionListing(crumbs: crumbs + ["All"], topic: $0)) }
    }

    /// Turns what storage lists into rows that say where they lead.
    func entries(of reply: Reply) -> [Entry] {
        switch reply {
        case .channels(let rows): rows.map(Self.channel)
        case .certifications(let rows): rows.map(Self.certification)
        case .subChannels(let rows): rows.map(subChannel)
        default: []
        }
    }

    private static func channel(_ row: ChannelRow) -> Entry {
        Entry(
            label: row.title, glyph: row.icon, total: row.total, seen: row.seen, correct: row.correct,
            opens: .subChannels(channel: row.id, title: row.title), topic: .channel(row.id, title: row.title))
    }

    private static func certification(_ row: CertificationRow) -> Entry {
        Entry(
            label: row.name, glyph: row.icon, total: row.total, seen: row.seen, correct: row.correct,
            note: row.examCode, opens: .certification(row.id, title: row.name),
            topic: .certification(row.id, name: row.name))
    }

    private func subChannel(_ row: SubChannelRow) -> Entry {
        let channel = whole?.channelId ?? ""
        let title = whole?.title ?? channel
        let topic = StudyTopic.subChannel(row.id, title: row.title, of: channel, channelTitle: title)
        return Entry(
            label: row.title, total: row.total, seen: row.seen, correct: row.correct,
            opens: .questions(QuestionListing(crumbs: crumbs + [row.title], topic: topic)), topic: topic)
    }
}
