import CarrelCore
import CarrelTerminal

/// How long ago, in the words people use.
enum RelativeTime {
    /// - Parameters:
    ///   - now: With the zone, which decides where "yesterday" begins.
    ///   - dayStart: Minutes after local midnight, which decide it too: the learner's own.
    static func words(for moment: Timestamp, now: Moment, dayStart: Int) -> String {
        let seconds = now.at.seconds - moment.seconds
        let today = StudyDay(now.at, zone: now.zone, start: dayStart)
        let days = today.number - StudyDay(moment, zone: now.zone, start: dayStart).number
        switch (seconds, days) {
        case (..<60, _): return "just now"
        case (..<3600, _): return count(seconds / 60, "minute") + " ago"
        case (_, ...0): return count(seconds / 3600, "hour") + " ago"
        case (_, 1): return "yesterday"
        case (_, ..<14): return "\(days) days ago"
        case (_, ..<60): return "\(days / 7) weeks ago"
        default: return count(Int64(days / 30), "month") + " ago"
        }
    }

    /// The words as most of them are wide, so that those of a list stand under each other; longer ones are never cut.
    static func column(_ words: String) -> String {
        let width = "10 months ago".count
        return words.count > width ? words : Columns.padStart(words, to: width)
    }

    /// `1 minute`, `5 minutes`.
    static func count(_ number: some BinaryInteger, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }

    /// `1 entry`, `5 entries`.
    static func count(_ number: some BinaryInteger, _ noun: String, _ plural: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(plural)"
    }

    /// A clock that runs on screen: on a slow link `12 min`, because its seconds would be sent with each key.
    static func runningClock(milliseconds: Int) -> String {
        guard PageLayout.current.isSlow, milliseconds >= 60_000 else { return clock(milliseconds: milliseconds) }
        return "\(milliseconds / 60_000) min"
    }

    /// `m:ss`, or `h:mm:ss` from an hour on.
    static func clock(milliseconds: Int) -> String {
        let seconds = max(0, milliseconds / 1000)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let minutes = seconds / 60
        return minutes < 60
            ? "\(minutes):\(two(seconds % 60))" : "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))"
    }
}

extension Timestamp {
    /// `2026-09-21 12:00`, by the learner's clock.
    func local(_ now: Moment) -> String { String(adding(seconds: Int64(now.zone) * 60).text.prefix(16)) }
}
