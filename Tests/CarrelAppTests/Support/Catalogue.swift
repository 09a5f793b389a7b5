import CarrelCore

@testable import CarrelApp
@testable import CarrelStorage

/// A small library, as storage lists it.
enum Catalogue {
    static let channels = [
        ChannelRow(id: "linux", title: "Linux", icon: "$", total: 16, seen: 9, correct: 7),
        ChannelRow(id: "networking", title: "Networking", icon: "~", total: 112, seen: 0, correct: 0),
    ]

    static let home: HomeFacts = {
        var facts = HomeFacts(channels: 2, certifications: 1, bookmarks: 3, streak: 12)
        facts.active = [
            row("s1", title: "Networking", subtitle: "TCP/IP", answered: 3, of: 10, hoursAgo: 2),
            row("s2", title: "Linux", subtitle: nil, answered: 12, of: 20, hoursAgo: 24),
        ]
        return facts
    }()

    static let firstStart: HomeFacts = {
        let topic = StudyTopic.channel("networking", title: "Networking")
        let starter = Starter(label: "10 questions on Networking", minutes: 8, request: StudyRequest(topic: topic))
        return HomeFacts(channels: 2, certifications: 1, starters: [starter])
    }()

    static func row(
        _ id: String, title: String, subtitle: String?, answered: Int, of total: Int, hoursAgo: Int64
    ) -> SessionRow {
        let at = Moment.noon.at.adding(seconds: -3600 * hoursAgo)
        return SessionRow(
            id: id, type: .channel, mode: .practice, key: "channel-session-\(id)", title: title, subtitle: subtitle,
            channelId: nil, certificationId: nil, status: .active, totalItems: total, completedItems: answered,
            correctAnswers: 0, progress: 0, startedAt: at, lastAccessedAt: at, completedAt: nil, score: nil,
            passed: nil, timeLimit: nil, timeSpent: 0)
    }

    static func question(
        _ id: String, stem: String, answers: Int = 0, lastCorrect: Bool? = nil, isBookmarked: Bool = false
    ) -> QuestionRow {
        QuestionRow(
            id: id, stem: stem, kind: .single, difficulty: .beginner, subChannel: "tcp-ip", answers: answers,
            lastCorrect: lastCorrect, isBookmarked: isBookmarked, isSuspended: false,
            cursor: QuestionCursor(keys: [.text(id)]))
    }

    static let questions = [
        question(
            "time-wait", stem: "Which end of a *TCP* connection\nenters `TIME-WAIT`?", answers: 2, lastCorrect: true),
        question("half-open", stem: "The final ACK is lost.", answers: 1, lastCorrect: false, isBookmarked: true),
        question("handshake", stem: "Name the segments.", answers: 1), question("mss", stem: "What is the MSS?"),
    ]

    static let bookmarks = [
        BookmarkRow(
            questionId: "half-open", note: "again before the exam", createdAt: Moment.noon.at,
            stem: "The final ACK is lost."),
        BookmarkRow(questionId: "elsewhere", note: nil, createdAt: Moment.noon.at, stem: nil),
    ]

    static let summary: SummaryFacts = {
        var session = Samples.session([Samples.single, Samples.multiple, Samples.free])
        session.status = .completed
        session.answers = [
            "time-wait": StandingAnswer(selected: ["active"], grade: .right, elapsedMs: 61_000),
            "half-open": StandingAnswer(
                selected: ["waits"], grade: AnswerGrade(isCorrect: false, score: 0.5), elapsedMs: 30_000),
            "handshake": StandingAnswer(grade: .wrong, elapsedMs: 4_000),
        ]
        var facts = SummaryFacts(session: session, again: Samples.topic)
        (facts.dueToday, facts.dueTomorrow, facts.dueLater) = (2, 0, 1)
        facts.stems = ["half-open": Samples.multiple.stem, "handshake": Samples.free.stem]
        return facts
    }()

    /// Has `store` answer every list with this library.
    static func script(_ store: ScriptedStore) {
        store.reply(to: .home, with: .home(home))
        store.reply(to: .channels, with: .channels(channels))
        store.reply(
            to: .subChannels("networking"),
            with: .subChannels([
                SubChannelRow(id: "tcp-ip", title: "TCP/IP", total: 4, seen: 3, correct: 1),
                SubChannelRow(id: "dns", title: "DNS", total: 108, seen: 0, correct: 0),
            ]))
        store.reply(
            to: .certifications,
            with: .certifications([
                CertificationRow(
                    id: "security-plus", name: "CompTIA Security+", provider: "CompTIA", examCode: "SY0-701",
                    icon: nil, difficulty: .intermediate, total: 36, seen: 0, correct: 0)
            ]))
        store.reply(to: .certification("security-plus"), with: .certification(Pages.certification))
        store.reply(to: .paths, with: .paths([Pages.path.row, Pages.finished]))
        store.reply(to: .path("backend"), with: .path(Pages.path))
        store.reply(to: .tags(after: nil), with: .tags(Pages.tags))
        store.reply(to: .history(after: nil), with: .history(PastSessions(rows: Pages.history)))
        store.reply(
            to: .questions(Samples.topic.scope, after: nil), with: .questions(questions, total: questions.count))
        store.reply(to: .relatedQuestions("time-wait"), with: .relatedQuestions(Depths.related))
        store.reply(to: .reports(of: nil, after: nil), with: .reports(Reports(rows: Pages.reports)))
        store.reply(
            to: .reports(of: "time-wait", after: nil), with: .reports(Reports(rows: Array(Pages.reports.prefix(1)))))
        store.reply(to: .answers(to: "time-wait"), with: .answers(PastAnswers(answers: Depths.answers)))
        scriptFinding(store)
        store.reply(to: .bookmarks, with: .bookmarks(bookmarks))
        store.reply(
            to: .setUp(Samples.topic.scope),
            with: .setUp(SetUpFacts(total: 17, unseen: 9, reviews: [.wrong: 3, .due: 2])))
        store.reply(to: .summary("s1"), with: .summary(summary))
    }
}
