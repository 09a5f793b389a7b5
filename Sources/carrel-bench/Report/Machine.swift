import Glibc

/// What the figures were measured on.
enum Machine {
    /// One line: processor, cores, kernel, the file system of `path`, and how busy the machine is.
    static func description(fileSystemOf path: String) -> String {
        [
            processor ?? "unknown processor", "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores",
            "Linux " + kernel, fileSystem(of: path), "load average \(load)",
        ].joined(separator: ", ")
    }

    /// The load average over the last minute, as the kernel words it.
    static var load: String {
        ((try? TextFile.read("/proc/loadavg")) ?? "").split(separator: " ").first.map(String.init) ?? "unknown"
    }

    private static var processor: String? {
        let lines = ((try? TextFile.read("/proc/cpuinfo")) ?? "").split(separator: "\n")
        let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
        return name.map { String($0.drop { $0 == " " }) }
    }

    private static var kernel: String {
        ((try? TextFile.read("/proc/sys/kernel/osrelease")) ?? "unknown").filter { !$0.isNewline }
    }

    /// The type of the mount that `path` lies on: the longest mount point it begins with, the last one mounted there.
    private static func fileSystem(of path: String) -> String {
        var best = (point: "", type: "unknown file system")
        for line in ((try? TextFile.read("/proc/self/mounts")) ?? "").split(separator: "\n") {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count > 2, fields[1].count >= best.point.count else { continue }
            let isAbove = fields[1] == "/" || path == fields[1] || path.hasPrefix(fields[1] + "/")
            if isAbove { best = (fields[1], fields[2]) }
        }
        return best.type
    }
}
