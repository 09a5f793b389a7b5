import CarrelCore
import Testing

@Suite("Dates")
struct CivilDateTests {
    @Test(
        "Dates and day numbers agree",
        arguments: [
            (0, 1970, 1, 1), (-1, 1969, 12, 31), (11_016, 2000, 2, 29), (11_017, 2000, 3, 1), (-25_508, 1900, 3, 1),
            (20_528, 2026, 3, 16), (-719_528, 0, 1, 1), (2_932_896, 9999, 12, 31),
        ])
    func known(number: Int, year: Int, month: Int, day: Int) {
        #expect(CivilDate(day: number) == CivilDate(year: year, month: month, day: day))
        #expect(CivilDate(year: year, month: month, day: day).dayNumber == number)
    }

    @Test("Every day follows the one before it, over eight centuries")
    func roundTrip() {
        var previous = CivilDate(day: -150_001)
        for number in -150_000...150_000 {
            let date = CivilDate(day: number)
            guard date.dayNumber == number, previous < date else {
                Issue.record("day \(number) is \(date)")
                return
            }
            previous = date
        }
    }
}
