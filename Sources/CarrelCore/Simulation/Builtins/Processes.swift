/// Signals: `process.<pid>.command`, `.user`, `.unit`, and `.ignores` for the signals it catches.
enum Processes {
    private static let numbers = [
        "1": "HUP", "2": "INT", "3": "QUIT", "9": "KILL", "15": "TERM", "18": "CONT", "19": "STOP",
    ]

    static func kill(_ invocation: Invocation, _ scope: inout SimulationScope, byName: Bool) throws(Complaint)
        -> CommandOutput
    {
        var signal = "TERM", targets: [String] = [], matchesLine = false
        var words = invocation.arguments.map(\.text)[...]
        while let word = words.popFirst() {
            if word == "-l" { return CommandOutput(text: "HUP INT QUIT KILL TERM CONT STOP\n") }
            if word == "-s", let name = words.popFirst() {
                signal = name
            } else if word == "-f", byName {
                matchesLine = true
            } else if word.first == "-", word.count > 1, targets.isEmpty {
                signal = String(word.dropFirst())
            } else {
                targets.append(word)
            }
        }
        signal = numbers[signal] ?? signal.uppercased().replacing("SIG", "")
        let tool = byName ? "pkill" : "bash: kill"
        guard numbers.values.contains(signal) else {
            throw Complaint("\(tool): \(signal): invalid signal specification")
        }
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
            let owner = scope.value(of: "process.\(pid).user") ?? "root"
            guard scope.user == "root" || scope.user == owner else {
                throw Complaint("\(tool): (\(pid)) - Operation not permitted")
            }
            let ignored = (scope.value(of: "process.\(pid).ignores") ?? "").split(separator: " ")
            if signal == "STOP" || signal == "CONT" {
                scope.set("process.\(pid).stat", signal == "STOP" ? "T" : "S")
            } else if signal == "KILL" || !ignored.contains(where: { $0 == signal }) {
                if signal == "HUP", scope.value(of: "process.\(pid).reloads") == "true" {
                    scope.set("process.\(pid).reloaded", "true")
                } else {
                    scope.state.remove("process.\(pid)", on: scope.device)
                }
            }
        }
        return CommandOutput()
    }

    private static func pids(named name: String, _ matchesLine: Bool, _ scope: SimulationScope)
        throws(Complaint) -> [String]
    {
        let pattern = try Complaint.telling("pkill: ") { () throws(SearchPattern.TooBig) in
            try SearchPattern(name, isExtended: true)
        }
        return scope.members(of: "process").filter { pid in
            let line = scope.value(of: "process.\(pid).command") ?? ""
            let program = line.split(separator: " ").first.map(String.init)?.split(separator: "/").last.map(String.init)
            return pattern.firstMatch(in: matchesLine ? line : program ?? "", scope.budget) != nil
        }
    }
}
