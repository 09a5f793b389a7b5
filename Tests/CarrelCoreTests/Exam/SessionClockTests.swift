import CarrelCore
import Testing

@Suite("The clock of a session")
struct SessionClockTests {
    private func moment(wall: Int64, up: Int64? = nil, boot: String = "a") -> Moment {
        Moment(
            at: Timestamp(milliseconds: 1_000_000_000 + wall), zone: 0,
            uptime: up.map { Uptime(boot: boot, milliseconds: $0) })
    }

    @Test("While the machine runs its uptime counts, whatever happens to the wall clock")
    func uptime() {
        let clock = SessionClock(from: moment(wall: 0, up: 500))
        #expect(clock.elapsed(at: moment(wall: 60_000, up: 60_500)) == 60_000)
        // Set back by an hour, and forward by one.
        #expect(clock.elapsed(at: moment(wall: -3_540_000, up: 60_500)) == 60_000)
        #expect(clock.elapsed(at: moment(wall: 3_660_000, up: 60_500)) == 60_000)
    }

    @Test("A laptop that slept: the uptime went on with it")
    func sleep() {
        let clock = SessionClock(from: moment(wall: 0, up: 0))
        #expect(clock.elapsed(at: moment(wall: 7_200_000, up: 7_200_000)) == 7_200_000)
    }

    @Test("After a restart the wall clock has the word, and set back it takes nothing away")
    func restart() {
        let clock = SessionClock(from: moment(wall: 0, up: 90_000)).read(at: moment(wall: 10_000, up: 100_000))
        #expect(clock.elapsed(at: moment(wall: 70_000, up: 4_000, boot: "b")) == 70_000)
        #expect(clock.elapsed(at: moment(wall: -9_000, up: 4_000, boot: "b")) == 10_000)
    }

    @Test("A clock that stood still goes on from what had counted")
    func paused() {
        let left = SessionClock(from: moment(wall: 0, up: 0)).read(at: moment(wall: 30_000, up: 30_000))
        let back = left.resumed(at: moment(wall: 900_000, up: 900_000))
        #expect(back.elapsed(at: moment(wall: 905_000, up: 905_000)) == 35_000)
    }

    @Test("Where only the start is known, all time since counts")
    func started() {
        let clock = SessionClock(startedAt: moment(wall: 0).at)
        #expect(clock.elapsed(at: moment(wall: 5_000, up: 1)) == 5_000)
    }
}
