import Glibc

/// A process as `/proc` tells of it.
struct RunningProgram: Equatable, Sendable {
    var id: pid_t

    /// `R` running, `S` asleep, `T` stopped …; nil when it is gone.
    var state: Character? {
        // The name before it, in parentheses, may hold anything.
        TextFile.text(of: "/proc/\(id)/stat").split(separator: ")").last?.first { $0 != " " }
    }

    var isGone: Bool { state.map { $0 == "Z" } ?? true }
    /// Waits for something: all that came before is done.
    var isAsleep: Bool { state == "S" }
    var isStopped: Bool { state == "T" }

    var name: String { TextFile.text(of: "/proc/\(id)/comm").filter { $0 != "\n" } }

    var children: [RunningProgram] {
        TextFile.text(of: "/proc/\(id)/task/\(id)/children").split(separator: " ").compactMap { pid_t($0) }
            .map(RunningProgram.init)
    }

    func receives(_ signal: Int32) throws {
        guard kill(id, signal) == 0 else { throw Shell.Failure(description: "no process \(id) takes signal \(signal)") }
    }

    /// Every living process that was started with this home directory.
    static func all(withHome home: String) -> [RunningProgram] {
        guard let directory = opendir("/proc") else { return [] }
        defer { closedir(directory) }
        var found: [RunningProgram] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let id = pid_t(name) else { continue }
            let program = RunningProgram(id: id)
            let environment = TextFile.text(of: "/proc/\(id)/environ").split(separator: "\0")
            if environment.contains("HOME=\(home)"), !program.isGone { found.append(program) }
        }
        return found
    }
}
