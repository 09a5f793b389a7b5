import CarrelCore
import CarrelStorage

extension ListCommand {
    /// Everything with questions that `carrel practice` takes as an ID, but single questions: channels,
    /// certifications and learning paths, each followed by its parts, then the learner's own lists, then tags.
    static func everyTopic(in store: Store) throws -> [Listing.Topic] {
        var topics: [Listing.Topic] = []
        for channel in try store.channels() {
            topics.append(
                Listing.Topic(id: channel.id, title: channel.title, type: "channel", questions: channel.total))
            topics += try store.subChannels(of: channel.id).map {
                Listing.Topic(
                    id: "\(channel.id)/\($0.id)", title: $0.title, type: "subChannel", questions: $0.total)
            }
        }
        for exam in try store.certifications() {
            topics.append(Listing.Topic(id: exam.id, title: exam.name, type: "certification", questions: exam.total))
            topics += try store.domains(of: exam.id).map {
                Listing.Topic(id: "\(exam.id)/\($0.id)", title: $0.name, type: "domain", questions: $0.total)
            }
        }
        for path in try store.learningPaths() {
            topics.append(Listing.Topic(id: path.id, title: path.title, type: "path", questions: path.tally.total))
            topics += path.milestones.map {
                Listing.Topic(
                    id: "\(path.id)/\($0.id)", title: $0.title, type: "milestone", questions: $0.tally.total)
            }
        }
        for (id, list) in [("bookmarks", StudyTopic.bookmarks), ("wrong", .wrong)] {
            topics.append(
                Listing.Topic(id: id, title: list.title, type: "list", questions: try store.count(in: list.scope)))
        }
        topics += try store.tags(limit: .max).map {
            Listing.Topic(id: "tag:\($0.tag)", title: $0.tag, type: "tag", questions: $0.tally.total)
        }
        return topics.filter { $0.questions > 0 }
    }
}
