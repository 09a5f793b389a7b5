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
            if word == "--" {
                targets += words
                break
            }
            if word == "-l" || word == "-L" {
                return words.first.flatMap(Int.init).map {
                    CommandOutput(text: (numbers[String($0 & 0x7F)] ?? "") + "\n")
                }
                    ?? list
            }
            if ["-s", "-n"].contains(word), !byName, let name = words.popFirst() {
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
        let pids = byName ? try pids(named: targets[0], matchesLine, scope) : targets
        var output = scope.turns(pids) { target, scope throws(Complaint) -> String in
            if target.hasPrefix("%") { throw Complaint("\(tool): \(target): no such job") }
            guard let pid = Int(target), pid >= 0 else {
                if Int(target) != nil { throw Complaint("kill: process groups are beyond this simulated kill") }
                throw Complaint("\(tool): \(target): arguments must be process or job IDs")
            }
            guard scope.value(of: "process.\(pid).command") != nil else {
                throw Complaint("\(tool): (\(pid)) - No such process")
            }
            guard send(known, to: String(pid), &scope) else {
                throw Complaint("\(tool): (\(pid)) - Operation not permitted")
            }
            return ""
        }
        // One that was reached is enough; with none there is nothing that pkill was called for.
        output.status = output.isAccepted && !pids.isEmpty ? 0 : 1
        return output
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

    /// What asks only whether the process is there.
    private static let probe = "0"

    /// `9`, `KILL`, `sigkill`.
    private static func name(of signal: String) -> String? {
        if signal == probe { return probe }
        let name = numbers[signal] ?? signal.uppercased().replacing("SIG", "")
        return numbers.values.contains(name) ? name : nil
    }

    /// False where the user may not.
    private static func send(_ signal: String, to pid: String, _ scope: inout SimulationScope) -> Bool {
        let owner = scope.value(of: "process.\(pid).user") ?? "root"
        guard scope.user == "root" || scope.user == owner else { return false }
        if signal == probe { return true }
        let ignored = (scope.value(of: "process.\(pid).ignores") ?? "").split(separator: " ")
        if signal == "STOP" || signal == "CONT" {
            scope.set("process.\(pid).stat", signal == "STOP" ? "T" : "S")
        } else if signal == "KILL" || !ignored.contains(where: { $0 == signal }) {
            if signal == "HUP", scope.value(of: "process.\(pid).reloads") == "true" {
                scope.set("process.\(pid).reloaded", "true")
            } else {
                scope.state.remove("process.\(pid)", on: scope.device)
                scope.set("ended.\(pid)", signal)
                endService(of: pid, by: signal, &scope)
            }
        }
        return true
    }

    /// A service ends with its main process; whether it failed hangs on the signal, as in systemd.service(5).
    private static func endService(of pid: String, by signal: String, _ scope: inout SimulationScope) {
        for unit in scope.members(of: "service")
        where scope.value(of: "service.\(unit).pid") == pid && scope.value(of: "service.\(unit).active") == "true" {
            scope.set("service.\(unit).active", "false")
            if !["HUP", "INT", "TERM"].contains(signal) {
                scope.set("service.\(unit).failed", "true")
                scope.set("service.\(unit).result", "signal")
            }
        }
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
