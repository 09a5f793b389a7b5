/// Signals: `process.<pid>.command`, `.user`, `.unit`, and `.ignores` for the signals it catches; `ended.<pid>` is the
/// one that ended it.
enum Processes {
    private static let numbers = [
        "1": "HUP", "2": "INT", "3": "QUIT", "9": "KILL", "15": "TERM", "18": "CONT", "19": "STOP",
    ]

    /// What `pkill` chooses processes by besides their names, and tells of them.
    private static let beyond: Set<String> = [
        "-c", "-e", "-F", "-g", "-G", "-i", "-L", "-n", "-o", "-P", "-q", "-r", "-s", "-t", "-u", "-U", "-v", "-x",
    ]

    private static let list = CommandOutput(text: "HUP INT QUIT KILL TERM CONT STOP\n")

    static func kill(_ invocation: Invocation, _ scope: inout SimulationScope, byName: Bool) throws(Complaint)
        -> CommandOutput
    {
        var signal = "TERM", targets: [String] = [], matchesLine = false
        var words = invocation.arguments.map(\.text)[...]
        while let word = words.popFirst() {
            if word == "-l" { return list }
            if word == "-s", !byName, let name = words.popFirst() {
                signal = name
            } else if byName, word == "--signal", let name = words.popFirst() {
                signal = name
            } else if byName, word.hasPrefix("--signal=") {
                signal = String(word.dropFirst("--signal=".count))
            } else if byName, word == "-f" || word == "--full" {
                matchesLine = true
            } else if byName, beyond.contains(word) || word.hasPrefix("--") {
                throw Arguments.beyond("pkill", word)
            } else if word.first == "-", word.count > 1, targets.isEmpty {
                signal = String(word.dropFirst())
            } else {
                targets.append(word)
            }
        }
        let tool = byName ? "pkill" : "bash: kill"
        guard let known = name(of: signal) else { throw Complaint("\(tool): \(signal): invalid signal specification") }
        guard !targets.isEmpty else {
            throw Complaint(
                "kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]")
        }
        for target in byName ? try pids(named: targets[0], matchesLine, scope) : targets {
            guard let pid = Int(target) else {
                throw Complaint("\(tool): \(target): arguments must be process or job IDs")
            }
            guard scope.value(of: "process.\(pid).command") != nil else {
                throw Complaint("\(tool): (\(pid)) - No such process")
            }
            guard send(known, to: String(pid), &scope) else {
                throw Complaint("\(tool): (\(pid)) - Operation not permitted")
            }
        }
        return CommandOutput()
    }

    /// By the whole name of the program; a name of which there is no process does not stop it.
    static func killall(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        var signal = "TERM", names: [String] = [], isQuiet = false
        var words = invocation.arguments.map(\.text)[...]
        while let word = words.popFirst() {
            switch word {
            case "-s", "--signal": signal = words.popFirst() ?? ""
            case "-q", "--quiet": isQuiet = true
            case "-l", "--list": return list
            // No name here is too long to be compared whole, and no process takes its time to end.
            case "-e", "--exact", "-w", "--wait": break
            case "-g", "-i", "-I", "-n", "-o", "-r", "-u", "-v", "-V", "-y", "-Z":
                throw Arguments.beyond("killall", word)
            case _ where word.hasPrefix("--"): throw Arguments.beyond("killall", word)
            case _ where word.first == "-" && word.count > 1: signal = String(word.dropFirst())
            default: names.append(word)
            }
        }
        guard let known = name(of: signal) else {
            throw Complaint("\(signal): unknown signal; killall -l lists signals.")
        }
        guard !names.isEmpty else { throw Complaint("Usage: killall [OPTION]... [--] NAME...") }
        var errors: [String] = [], reached = 0
        for name in names {
            var isFound = false
            for pid in scope.members(of: "process") where program(of: pid, scope).prefix(while: { $0 != ":" }) == name {
                if send(known, to: pid, &scope) {
                    isFound = true
                } else {
                    errors.append("\(name)(\(pid)): Operation not permitted")
                }
            }
            if isFound { reached += 1 } else if !isQuiet { errors.append("\(name): no process found") }
        }
        var output = CommandOutput(errors: errors, isAccepted: reached > 0)
        output.status = reached == names.count ? 0 : 1
        return output
    }

    /// `9`, `KILL`, `sigkill`.
    private static func name(of signal: String) -> String? {
        let name = numbers[signal] ?? signal.uppercased().replacing("SIG", "")
        return numbers.values.contains(name) ? name : nil
    }

    /// False where the user may not.
    private static func send(_ signal: String, to pid: String, _ scope: inout SimulationScope) -> Bool {
        let owner = scope.value(of: "process.\(pid).user") ?? "root"
        guard scope.user == "root" || scope.user == owner else { return false }
        let ignored = (scope.value(of: "process.\(pid).ignores") ?? "").split(separator: " ")
        if signal == "STOP" || signal == "CONT" {
            scope.set("process.\(pid).stat", signal == "STOP" ? "T" : "S")
        } else if signal == "KILL" || !ignored.contains(where: { $0 == signal }) {
            if signal == "HUP", scope.value(of: "process.\(pid).reloads") == "true" {
                scope.set("process.\(pid).reloaded", "true")
            } else {
                scope.state.remove("process.\(pid)", on: scope.device)
                scope.set("ended.\(pid)", signal)
            }
        }
        return true
    }

    /// The name of the program that a process runs, without its directory.
    private static func program(of pid: String, _ scope: SimulationScope) -> String {
        let path = (scope.value(of: "process.\(pid).command") ?? "").prefix { $0 != " " }
        return path.split(separator: "/").last.map(String.init) ?? ""
    }

    private static func pids(named name: String, _ matchesLine: Bool, _ scope: SimulationScope)
        throws(Complaint) -> [String]
    {
        let pattern = try Complaint.telling("pkill: ") { () throws(SearchPattern.Fault) in
            try SearchPattern(name, isExtended: true)
        }
        return scope.members(of: "process").filter { pid in
            let text = matchesLine ? scope.value(of: "process.\(pid).command") ?? "" : program(of: pid, scope)
            return pattern.firstMatch(in: text, scope.budget) != nil
        }
    }
}
