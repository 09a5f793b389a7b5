import CarrelCore
import Testing

@Suite("The learner's day")
struct StudyDayTests {
    @Test("The day begins at four in the morning, by the clock where it happened")
    func boundary() throws {
        let before = try #require(Timestamp(text: "2026-03-16 01:59:59.999"))
        let after = try #require(Timestamp(text: "2026-03-16 02:00:00.000"))
        #expect(StudyDay(before, zone: 120, start: StudyDay.usualStart).number == 20_527)
        #expect(StudyDay(after, zone: 120, start: StudyDay.usualStart).number == 20_528)
        #expect(StudyDay(after, zone: 0, start: StudyDay.usualStart).number == 20_527)
        #expect(StudyDay(after, zone: 0, start: 0).number == 20_528)
    }

    @Test("A day's start is its first moment", arguments: [-720, -210, 0, 60, 345, 840], [0, 240, 600])
    func start(zone: Int, start: Int) {
        for number in [-1, 0, 20_528] {
            let first = StudyDay(number).start(zone: zone, start: start)
            #expect(StudyDay(first, zone: zone, start: start).number == number)
            let earlier = Timestamp(milliseconds: first.milliseconds - 1)
            #expect(StudyDay(earlier, zone: zone, start: start).number == number - 1)
        }
    }
}
