import CarrelCore
import CarrelStorage
import CarrelTerminal

/// `carrel stats`: how far the learner is, in words or as JSON.
struct StatsCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    func run() throws -> Int32 {
        let store = try LearnerFile(places).openExisting()
        let now = SystemClock.now()
        let stats = try StudyStats(of: store, at: now)
        LearnerFile.close(store)
        if invocation.has("--json") {
            try Console.json(stats)
        } else {
            Console.say(Self.lines(stats, columns: Console.columns).joined(separator: "\n"))
        }
        return 0
    }

    static let shape = """
        {name, answers, right, seconds, days, streak, today, due, bookmarks, corrections, \
        sessions: {active, completed, abandoned}, topics: [{id, title, type, questions, seen, right}], \
        activity: [{day, answers, right, seconds}]}
        """

    /// The same for somebody who hears it: a sentence a line, and nothing in columns.
    static func sentences(_ stats: StudyStats) -> [String] {
        guard stats.answers > 0 else { return ["Nothing answered yet."] }
        let days = RelativeTime.count(stats.days, "day")
        let (hours, minutes) = (stats.seconds / 3600, stats.seconds / 60 % 60)
        let time = [
            hours > 0 ? RelativeTime.count(hours, "hour") : nil, RelativeTime.count(minutes, "minute"),
        ].compactMap(\.self).joined(separator: " ")
        let own = [
            "You gave \(RelativeTime.count(stats.answers, "answer")) on \(days), \(share(stats.right, stats.answers)).",
            "That took \(time).",
            "You have studied \(RelativeTime.count(stats.streak, "day")) in a row; today "
                + (stats.today == 0 ? "nothing yet." : "you gave \(RelativeTime.count(stats.today, "answer"))."),
            "To be reviewed: \(stats.due)" + (stats.due >= StudyStats.countedDue ? " or more." : "."),
            "Sessions: \(stats.sessions.active) to go on with, \(stats.sessions.completed) completed.",
        ]
        let week = stats.activity.suffix(7).reversed().map { "\($0.answers) on \($0.day)" }
        return own + (week.isEmpty ? [] : ["Answers on the last days: \(week.joined(separator: ", "))."])
            + stats.topics.filter { $0.seen > 0 }.map {
                "\($0.title): \($0.seen) of \(RelativeTime.count($0.questions, "question")) seen, \($0.right) right."
            }
    }

    private static func share(_ right: Int, _ answers: Int) -> String {
        "\(Share(part: right, whole: answers).percent) % right"
    }

    static func lines(_ stats: StudyStats, columns: Int?) -> [String] {
        guard stats.answers > 0 else { return ["Nothing answered yet: carrel starts the desk."] }
        func row(_ name: String, _ words: String) -> String { Columns.pad(name, to: 10) + words }
        var lines = stats.name.isEmpty ? [] : [row("learner", stats.name)]
        lines.append(
            row(
                "answered",
                "\(stats.answers), \(share(stats.right, stats.answers)), on \(RelativeTime.count(stats.days, "day"))"))
        lines.append(row("time", RelativeTime.clock(milliseconds: stats.seconds * 1000)))
        lines.append(row("streak", RelativeTime.count(stats.streak, "day")))
        lines.append(row("today", stats.today == 0 ? "nothing yet" : "\(stats.today) answered"))
        lines.append(row("due", "\(stats.due)" + (stats.due >= StudyStats.countedDue ? " or more" : "")))
        lines.append(row("sessions", "\(stats.sessions.active) to go on with, \(stats.sessions.completed) completed"))
        let table = TextTable(
            headings: [("TOPIC", .start), ("QUESTIONS", .end), ("SEEN", .end), ("RIGHT", .end), ("TITLE", .start)],
            rows: stats.topics.filter { $0.seen > 0 }.map {
                [$0.id, "\($0.questions)", "\($0.seen)", "\($0.right)", $0.title]
            })
        return lines + (table.rows.isEmpty ? [] : [""] + table.lines(columns: columns))
    }
}
