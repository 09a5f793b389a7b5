import CarrelCore

/// Makes up what a diligent learner would have done in a year: sessions of one topic each, a fifth of the questions
/// never met.
struct JournalGenerator {
    /// The last moment anything happens at.
    private let end: Timestamp
    private let shape: LibraryShape
    private var prose: ProseGenerator
    private var ids: SplitMix64
    private var lastPlace: Int64 = 0

    /// - Parameter machine: On another one the same learner does something else.
    init(end: Timestamp, shape: LibraryShape, machine: UInt64 = 0) {
        self.end = end
        self.shape = shape
        prose = ProseGenerator(seed: shape.seed &+ 1 &+ machine << 32)
        ids = SplitMix64(seed: shape.seed &+ 2 &+ machine << 32)
    }

    /// All entries, in batches: those of one channel or certification each, so that every question is folded once.
    mutating func batches() -> [[JournalEntry]] {
        let count = shape.answers / shape.sessionLength
        let span = Int64(shape.days) * 86_400_000
        let groups = shape.groups
        let draw = groups.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element.questions) }
        var batches = groups.map { _ in [JournalEntry]() }
        for number in 0..<count {
            let start = end.milliseconds - span + span * Int64(number) / Int64(count)
            let chosen = prose.pick(draw)
            let isActive = number >= count - shape.active
            batches[chosen] += session(in: groups[chosen], at: start, isActive: isActive)
        }
        for number in 0..<shape.bookmarks {
            let group = prose.pick(groups)
            let question = PackWriter.id(of: prose.number(0..<group.questions), in: group)
            let moment = end.milliseconds - span / 2 + Int64(number) * 1_000
            batches[0].append(entry(.bookmarkSet(BookmarkSet()), at: moment, question: question))
        }
        return batches
    }

    private mutating func session(
        in group: LibraryShape.Group, at start: Int64, isActive: Bool
    ) -> [JournalEntry] {
        let part = prose.number(0..<group.parts.count)
        let inPart = Swift.stride(from: part, to: group.questions, by: group.parts.count)
            .filter { $0 / group.parts.count % 5 != 4 }
        let drawn = prose.shuffled(inPart).prefix(shape.sessionLength)
        let key: SessionKey =
            group.isCertification
            ? .certification(group.id, domain: group.parts[part].id)
            : .channel(group.id, subChannel: group.parts[part].id)
        let items = drawn.map { index in
            DrawnItem(
                questionId: PackWriter.id(of: index, in: group),
                options: PackWriter.kind(of: index) == .free ? [] : (0..<4).map(PackWriter.option))
        }
        let started = SessionStarted(
            type: group.isCertification ? .certification : .channel, mode: .practice, key: key.text,
            title: group.title, subtitle: group.parts[part].title,
            channelId: group.isCertification ? nil : group.id,
            certificationId: group.isCertification ? group.id : nil, items: items)
        var head = entry(.sessionStarted(started), at: start)
        head.sessionId = head.id
        var entries = [head]
        var moment = start
        for index in drawn {
            let answer = answer(to: index, of: group, part: group.parts[part].id)
            moment += Int64(answer.elapsedMs)
            let question = PackWriter.id(of: index, in: group)
            entries.append(entry(.answerGiven(answer), at: moment, session: head.id, question: question))
        }
        if isActive {
            // An unfinished session has items left.
            entries.removeLast(shape.sessionLength / 2)
        } else {
            entries.append(entry(.sessionCompleted(SessionCompleted(score: 80)), at: moment + 1, session: head.id))
        }
        return entries
    }

    private mutating func answer(to index: Int, of group: LibraryShape.Group, part: String) -> AnswerGiven {
        let kind = PackWriter.kind(of: index)
        let isCorrect = prose.chance(0.75)
        let chosen = (0..<4).filter { PackWriter.isCorrect($0, kind) == isCorrect }.prefix(kind == .multiple ? 2 : 1)
        return AnswerGiven(
            selection: kind == .free ? .none : .chosen(Set(chosen.map(PackWriter.option))),
            response: kind == .free ? prose.paragraph(2) : nil, isCorrect: isCorrect, score: isCorrect ? 1 : 0,
            grade: isCorrect ? .good : .again, certificationId: group.isCertification ? group.id : nil,
            domainId: group.isCertification ? part : nil, elapsedMs: prose.number(4_000..<40_000))
    }

    private mutating func entry(
        _ event: JournalEvent, at milliseconds: Int64, session: String? = nil, question: String? = nil
    ) -> JournalEntry {
        let moment = Timestamp(milliseconds: min(milliseconds, end.milliseconds))
        lastPlace = max(lastPlace + 1, moment.milliseconds << 16)
        return JournalEntry(
            id: ULID(at: moment, using: &ids).description, ord: lastPlace, hlc: lastPlace, at: moment, zone: 0,
            sessionId: session, questionId: question, event: event)
    }
}
