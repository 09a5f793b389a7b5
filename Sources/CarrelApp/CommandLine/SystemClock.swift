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
            zone: local.tm_gmtoff / 60, uptime: uptime)
    }

    private static var uptime: Uptime? {
        guard let boot else { return nil }
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Uptime(
            boot: boot, milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// The kernel's name for this start of the machine; nil where it gives none.
    private static let boot: String? = {
        guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 64)
        guard fgets(&line, CInt(line.count), file) != nil else { return nil }
        return String(decoding: line.prefix { $0 > 32 }.map(UInt8.init), as: UTF8.self)
    }()
}
