import CarrelCore
import Glibc

/// The machine's wall clock and zone.
enum SystemClock {
    static func now() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var seconds = time.tv_sec
        var local = tm()
        localtime_r(&seconds, &local)
        return Moment(
            at: Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000),
            zone: local.tm_gmtoff / 60)
    }
}
