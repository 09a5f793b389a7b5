import CarrelCore
import Testing

@testable import CarrelApp

@Suite("How long ago")
struct RelativeTimeTests {
    @Test(
        "Times are told in the words people use",
        arguments: [
            (0, "just now"), (59, "just now"), (60, "1 minute ago"), (3599, "59 minutes ago"), (3600, "1 hour ago"),
            (7 * 3600, "7 hours ago"), (9 * 3600, "yesterday"), (30 * 3600, "yesterday"), (48 * 3600, "2 days ago"),
            (13 * 86_400, "13 days ago"), (14 * 86_400, "2 weeks ago"), (59 * 86_400, "8 weeks ago"),
            (60 * 86_400, "2 months ago"), (-3600, "just now"),
        ] as [(Int64, String)])
    func words(seconds: Int64, expected: String) {
        let now = Moment.noon.at
        #expect(
            RelativeTime.words(
                for: now.adding(seconds: -seconds), now: Moment(at: now, zone: 0), dayStart: StudyDay.usualStart)
                == expected)
    }

    @Test("Yesterday begins at four in the morning where the learner is")
    func zones() throws {
        let now = try #require(Timestamp(text: "2026-09-21 03:30:00"))
        let evening = try #require(Timestamp(text: "2026-09-20 22:30:00"))
        #expect(
            RelativeTime.words(for: evening, now: Moment(at: now, zone: 0), dayStart: StudyDay.usualStart)
                == "5 hours ago")
        #expect(
            RelativeTime.words(for: evening, now: Moment(at: now, zone: 60), dayStart: StudyDay.usualStart)
                == "yesterday")
    }

    @Test("A minute over the boundary of days is still a minute")
    func boundary() throws {
        let now = try #require(Timestamp(text: "2026-09-21 04:01:00"))
        #expect(
            RelativeTime.words(
                for: now.adding(seconds: -30), now: Moment(at: now, zone: 0), dayStart: StudyDay.usualStart)
                == "just now")
        #expect(
            RelativeTime.words(
                for: now.adding(seconds: -120), now: Moment(at: now, zone: 0), dayStart: StudyDay.usualStart)
                == "2 minutes ago")
    }

    @Test("One is singular")
    func count() {
        #expect([0, 1, 2].map { RelativeTime.count($0, "pack") } == ["0 packs", "1 pack", "2 packs"])
    }

    @Test(
        "Durations are read as on a clock",
        arguments: [(0, "0:00"), (59_999, "0:59"), (65_000, "1:05"), (3_600_000, "1:00:00"), (-1, "0:00")])
    func clock(milliseconds: Int, expected: String) {
        #expect(RelativeTime.clock(milliseconds: milliseconds) == expected)
    }
}
