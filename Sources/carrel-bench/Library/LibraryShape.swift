/// How large the generated library is, and what is in it.
///
/// One channel is as long as a list may become; the others and the certification are as authors would make them.
enum LibraryShape {
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

    static let seed: UInt64 = 20_260_101
    static let answers = 100_000
    static let sessionLength = 20
    static let bookmarks = 300
    /// Days over which the answers lie; the last of them is the day of the measurement.
    static let days = 300
    /// Sessions that are not completed: what Home offers to go on with.
    static let active = 3

    static let groups: [Group] =
        [group("systems", "Systems", questions: 4_000, parts: 10)]
        + [
            "networks", "databases", "storage", "security", "compilers", "graphics", "operations", "languages",
        ].map { group($0, $0.prefix(1).uppercased() + $0.dropFirst(), questions: 600, parts: 6) }
        + [certification]

    static var questions: Int { groups.reduce(0) { $0 + $1.questions } }

    private static var certification: Group {
        var group = group("bench-associate", "Bench Associate", questions: 1_200, parts: 5)
        group.isCertification = true
        return group
    }

    private static func group(_ id: String, _ title: String, questions: Int, parts: Int) -> Group {
        let parts = (1...parts).map { Part(id: "\(id)-\($0)", title: "\(title), part \($0)") }
        return Group(id: id, title: title, parts: parts, questions: questions)
    }
}
