import Glibc

/// What the kernel says of a running process.
struct ProcessStatus {
    private let process: pid_t

    init(of process: pid_t) { self.process = process }

    /// The most memory it ever had resident, in MB.
    func largestResidentMegabytes() throws -> Double { Double(try number("VmHWM", in: "status")) / 1_024 }

    /// How often it has gone to sleep and so been woken.
    func voluntarySwitches() throws -> Int { try number("voluntary_ctxt_switches", in: "status") }

    /// How long it has been on a processor, in milliseconds.
    func processorMilliseconds() throws -> Double {
        let path = "/proc/\(process)/schedstat"
        guard let first = try TextFile.read(path).split(separator: " ").first, let nanoseconds = Double(first) else {
            throw BenchError("\(path) has no time")
        }
        return nanoseconds / 1_000_000
    }

    /// Bytes it has read by system calls, files and terminal alike.
    func bytesRead() throws -> Int { try number("rchar", in: "io") }

    private func number(_ name: String, in file: String) throws -> Int {
        let path = "/proc/\(process)/\(file)"
        let line = try TextFile.read(path).split(separator: "\n").first { $0.hasPrefix(name + ":") }
        guard let number = line.flatMap({ Int($0.dropFirst(name.count + 1).filter(\.isNumber)) }) else {
            throw BenchError("\(path) has no \(name)")
        }
        return number
    }
}
