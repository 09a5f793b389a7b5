/// How large a generated library is, and what is in it.
///
/// One channel is as long as a list may become; the others and the certifications are as authors would make them.
struct LibraryShape: Sendable {
    struct Part: Sendable {
        var id: String
        var title: String
    }

    struct Group: Sendable {
        var id: String
        var title: String
        var parts: [Part]
        var questions: Int
        var isCertification = false
    }

    /// A learning path: questions of several groups, milestone by milestone.
    struct Path: Sendable {
        var id: String
        var title: String
        var milestones: Int
        var questionsEach: Int
    }

    let seed: UInt64 = 20_260_101
    let sessionLength = 20
    let bookmarks = 300
    /// Days over which the answers lie; the last of them is the day of the measurement.
    let days = 300
    /// Sessions that are not completed: what Home offers to go on with.
    let active = 3
    let answers: Int
    /// The longest channel first, the certifications last.
    let groups: [Group]
    let paths: [Path]

    /// 10,000 questions and 100,000 answers: a diligent learner's year.
    static let standard = LibraryShape(
        answers: 100_000,
        groups: [group("systems", "Systems", questions: 4_000, parts: 10)]
            + [
                "networks", "databases", "storage", "security", "compilers", "graphics", "operations", "languages",
            ].map { group($0, $0.prefix(1).uppercased() + $0.dropFirst(), questions: 600, parts: 6) }
            + [certification("bench-associate", "Bench Associate", questions: 1_200)],
        paths: (1...6).map { Path(id: "way-\($0)", title: "Way \($0)", milestones: 5, questionsEach: 40) })

    /// 100,000 questions and 500,000 answers: the most that is to be held. The longest channel is as long as a pack
    /// file of 16 MiB may make it.
    static let large = LibraryShape(
        answers: 500_000,
        groups: [group("systems", "Systems", questions: 8_000, parts: 10)]
            + (1...84).map { group("subject-\($0)", "Subject \($0)", questions: 1_000, parts: 8) }
            + (1...8).map { certification("exam-\($0)", "Exam \($0)", questions: 1_000) },
        paths: (1...12).map { Path(id: "way-\($0)", title: "Way \($0)", milestones: 8, questionsEach: 125) })

    /// 1,000 questions and no work: what somebody's own packs come to.
    static let thousand = LibraryShape(
        answers: 0,
        groups: (1...4).map { group("field-\($0)", "Field \($0)", questions: 200, parts: 5) }
            + [certification("field-exam", "Field Exam", questions: 200)],
        paths: [])

    var longest: Group { groups[0] }
    var certification: Group { groups[groups.count - 1] }
    var questions: Int { groups.reduce(0) { $0 + $1.questions } }

    private static func certification(_ id: String, _ title: String, questions: Int) -> Group {
        var group = group(id, title, questions: questions, parts: 5)
        group.isCertification = true
        return group
    }

    private static func group(_ id: String, _ title: String, questions: Int, parts: Int) -> Group {
        let parts = (1...parts).map { Part(id: "\(id)-\($0)", title: "\(title), part \($0)") }
        return Group(id: id, title: title, parts: parts, questions: questions)
    }
}
