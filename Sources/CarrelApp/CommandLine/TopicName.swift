import CarrelCore
import CarrelStorage

/// What `carrel practice ID` names: a channel, a certification, a learning path, a part of one of these
/// (`networking/dns`), a question, a tag (`tag:tcp`), `bookmarks` or `wrong`.
struct TopicName {
    private let text: String

    init(_ text: String) { self.text = text }

    /// - Throws: `UsageError` that names the nearest known id.
    func topic(in store: Store) throws -> StudyTopic {
        if let list = try list(in: store) { return list }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let part = parts.count > 1 ? parts[1] : nil
        let channels = try store.channels()
        let certifications = try store.certifications()
        if let channel = channels.first(where: { $0.id == parts[0] }) {
            guard let part else { return .channel(channel.id, title: channel.title) }
            let rows = try store.subChannels(of: channel.id)
            guard let row = rows.first(where: { $0.id == part }) else {
                throw unknown(text, among: rows.map { "\(channel.id)/\($0.id)" })
            }
            return .subChannel(row.id, title: row.title, of: channel.id, channelTitle: channel.title)
        }
        if let exam = certifications.first(where: { $0.id == parts[0] }) {
            guard let part else { return .certification(exam.id, name: exam.name) }
            let rows = try store.domains(of: exam.id)
            guard let row = rows.first(where: { $0.id == part }) else {
                throw unknown(text, among: rows.map { "\(exam.id)/\($0.id)" })
            }
            return .domain(row.id, name: row.name, of: exam.id, title: exam.name)
        }
        let paths = try store.learningPaths()
        if let path = paths.first(where: { $0.id == parts[0] }) {
            guard let part else { return .path(path.id, title: path.title) }
            guard let row = path.milestones.first(where: { $0.id == part }) else {
                throw unknown(text, among: path.milestones.map { "\(path.id)/\($0.id)" })
            }
            return .milestone(row.id, title: row.title, of: path.id, pathTitle: path.title)
        }
        if let question = try store.question(text)?.question {
            let titles = channels.map { ($0.id, $0.title) } + certifications.map { ($0.id, $0.name) }
            return .question(question.id, title: titles.first { $0.0 == question.channel }?.1 ?? question.channel)
        }
        throw unknown(parts[0], among: channels.map(\.id) + certifications.map(\.id) + paths.map(\.id))
    }

    /// What is no part of a pack: a list of the learner's own, or a tag. Nil for any other name.
    private func list(in store: Store) throws -> StudyTopic? {
        if text.hasPrefix("tag:") {
            let tag = String(text.dropFirst(4))
            if try store.count(in: .tag(tag)) > 0 { return .tag(tag) }
            let near = NearestName.to(tag, among: try store.tags(limit: 10_000).map(\.tag))
            throw UsageError("\(text): no such tag" + (near.map { "; did you mean tag:\($0)?" } ?? ""))
        }
        let own: [String: (topic: StudyTopic, none: String)] = [
            "bookmarks": (.bookmarks, "there are none yet; on any question, * keeps it"),
            "wrong": (.wrong, "there are none: every last answer was right"),
        ]
        guard let found = own[text] else { return nil }
        guard try store.count(in: found.topic.scope) > 0 else { throw UsageError("\(text): \(found.none)") }
        return found.topic
    }

    private func unknown(_ id: String, among known: [String]) -> UsageError {
        let nearest = NearestName.to(id, among: known).map { "did you mean \($0)?" }
        return UsageError(
            "\(text): no such topic; " + (nearest ?? "known are \(known.sorted().joined(separator: ", "))"))
    }
}
