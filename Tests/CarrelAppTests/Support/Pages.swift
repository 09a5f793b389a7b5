import CarrelCore

@testable import CarrelApp
@testable import CarrelStorage

/// A certification, two learning paths, tags and past sessions, as their screens are told of them.
enum Pages {
    static let certification: CertificationFacts = {
        var rules = ExamRules(questions: 90, minutes: 90, pass: 750)
        rules.scale = .init(low: 100, high: 900)
        rules.unscored = 5
        var certification = Certification(
            id: "security-plus", name: "CompTIA Security+", provider: "CompTIA",
            description: "The first certification for work in security.", category: "security",
            difficulty: .intermediate,
            domains: [
                .init(id: "general", name: "General Security Concepts", weight: 12),
                .init(id: "operations", name: "Security Operations", weight: 88),
            ], rules: rules)
        certification.examCode = "SY0-701"
        return CertificationFacts(
            certification: certification, tally: Tally(total: 36, seen: 4, correct: 3),
            domains: [
                DomainRow(id: "general", name: "General Security Concepts", weight: 12, total: 5, seen: 4, correct: 3),
                DomainRow(id: "operations", name: "Security Operations", weight: 88, total: 31, seen: 0, correct: 0),
            ])
    }()

    static let path: PathFacts = {
        let row = PathRow(
            id: "backend", title: "Backend interview", kind: .jobTitle, targetCompany: nil,
            targetJobTitle: "backend-engineer", difficulty: .intermediate,
            tally: Tally(total: 20, seen: 8, correct: 7),
            milestones: [
                MilestoneRow(
                    id: "data", title: "Databases", estimatedHours: 7, tally: Tally(total: 6, seen: 6, correct: 6)),
                MilestoneRow(
                    id: "net", title: "Networks", estimatedHours: 4, tally: Tally(total: 8, seen: 2, correct: 1)),
                MilestoneRow(
                    id: "design", title: "System design", estimatedHours: 8, tally: Tally(total: 6)),
                MilestoneRow(id: "none", title: "Elsewhere", estimatedHours: 1, tally: Tally()),
            ])
        return PathFacts(
            row: row, description: "From a slow query to a design on the whiteboard.",
            objectives: ["Predict what joins do to a query", "Follow a request through DNS, TCP, TLS and HTTP"],
            estimatedHours: 20,
            prerequisites: [
                Prerequisite(
                    id: "basics", title: "Basics", kind: .path, tally: Tally(total: 4, seen: 4, correct: 2)),
                Prerequisite(
                    id: "security-plus", title: "CompTIA Security+", kind: .certification, tally: Tally(total: 36)),
                Prerequisite(id: "lost", title: "lost", kind: nil, tally: Tally()),
            ])
    }()

    static let finished = PathRow(
        id: "acme", title: "Acme in a week", kind: .company, targetCompany: "Acme", targetJobTitle: nil,
        difficulty: .beginner, tally: Tally(total: 2, seen: 2, correct: 2),
        milestones: [
            MilestoneRow(id: "m", title: "All", estimatedHours: 2, tally: Tally(total: 2, seen: 2, correct: 2))
        ])

    static let tags = [
        TagRow(tag: "dns", tally: Tally(total: 12, seen: 3, correct: 3)), TagRow(tag: "tcp", tally: Tally(total: 4)),
    ]

    static let reports = [
        ReportRow(
            id: "r3", questionId: "time-wait", type: .error, message: "The key is wrong", status: .pending,
            createdAt: Moment.noon.at.adding(seconds: -7200), stem: Samples.single.stem),
        ReportRow(
            id: "r2", questionId: "elsewhere", type: .improvement,
            message: "Say which end closes first, and why it is that one.", status: .resolved,
            response: "Done, thank you", createdAt: Moment.noon.at.adding(seconds: -90_000)),
        ReportRow(
            id: "r1", type: .general, message: "Thank you", status: .reviewed,
            createdAt: Moment.noon.at.adding(seconds: -3 * 86_400)),
    ]

    static let history: [SessionRow] = {
        var active = Catalogue.row("s1", title: "Networking", subtitle: "TCP/IP", answered: 3, of: 10, hoursAgo: 2)
        active.timeSpent = 95
        var done = Catalogue.row("s2", title: "Linux", subtitle: nil, answered: 10, of: 10, hoursAgo: 24)
        (done.status, done.correctAnswers, done.timeSpent) = (.completed, 8, 754)
        var ended = Catalogue.row("s3", title: "Tag", subtitle: "dns", answered: 4, of: 20, hoursAgo: 24 * 9)
        (ended.status, ended.correctAnswers, ended.timeSpent) = (.abandoned, 1, 61)
        return [active, done, ended]
    }()
}
