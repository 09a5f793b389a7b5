/// What the program costs beside known programs that are driven by the same script in the same run.
///
/// They take turns, so that a slow phase of the machine hits all of them.
struct BesideMeasurement {
    /// What one program came to.
    private struct Costs {
        /// Milliseconds from the start to the last words of the first frame.
        var frames = Samples()
        /// Milliseconds from a key to the last byte of what it changed, by rounds.
        var keys: [Samples] = []
        var moveBytes = Samples()
        var scrollBytes = Samples()
        var burstBytes = Samples()
        /// Milliseconds.
        var resizes = Samples()
        /// Most memory resident, in MB, after the script.
        var resident = Samples()
        /// In two seconds without input.
        var wakeups = Samples()

        /// Takes in what another round came to.
        mutating func take(_ other: Costs) {
            keys += other.keys
            for path in [\Costs.moveBytes, \.scrollBytes, \.burstBytes, \.resizes, \.resident, \.wakeups] {
                for value in other[keyPath: path].values { self[keyPath: path].add(value) }
            }
        }
    }

    /// What terminfo says the key sends while the keypad is on.
    private static let down = "\u{1B}OB"
    private static let up = "\u{1B}OA"
    /// Without output for so long, in milliseconds, a program is taken to be at rest.
    private static let rest: Int32 = 150
    /// Milliseconds after which a program has done what it does once after the last key: Carrel looks whether the day's
    /// copy is due.
    private static let settled: Int32 = 3_000

    private let names: [String]
    private var costs: [Costs]

    /// - Parameters:
    ///   - starts: Warm ones; two more come before them.
    ///   - rounds: How often each goes through the script of keys.
    init(of program: Companion, beside others: [Companion], starts: Int, rounds: Int) throws {
        let all = [program] + others
        names = all.map(\.name)
        costs = Array(repeating: Costs(), count: all.count)
        for run in 0..<(starts + 2) {
            for (index, companion) in all.enumerated() {
                let terminal = try companion.start()
                let moment = try terminal.moment(of: companion.lastWords)
                if run >= 2 { costs[index].frames.add(Stopwatch.milliseconds(from: terminal.started, to: moment)) }
                _ = terminal.burst(quiet: Self.rest, within: Self.rest)
                try terminal.leave()
            }
        }
        for _ in 0..<rounds {
            for (index, companion) in all.enumerated() { try costs[index].take(Self.script(companion)) }
        }
    }

    // MARK: The script

    private static func script(_ companion: Companion) throws -> Costs {
        var costs = Costs()
        let terminal = try companion.start()
        _ = try terminal.moment(of: companion.lastWords)
        while terminal.burst(quiet: rest, within: rest) != nil {}
        try companion.openList(terminal)
        while terminal.burst(quiet: rest, within: rest) != nil {}
        var keys = Samples()
        func press(_ key: String) throws -> Double {
            let start = Stopwatch.now
            try terminal.send(key)
            guard let burst = terminal.burst(within: 1_000) else {
                throw BenchError("\(companion.name) showed nothing after a key")
            }
            keys.add(Stopwatch.milliseconds(from: start, to: burst.end))
            return Double(burst.bytes.count)
        }
        for key in [down, up, down, up] {
            for _ in 0..<12 { costs.moveBytes.add(try press(key)) }
        }
        for _ in 0..<22 {
            try terminal.send(down)
            _ = terminal.burst(within: 1_000)
        }
        for _ in 0..<50 { costs.scrollBytes.add(try press(down)) }
        costs.keys = [keys]
        try terminal.send(String(repeating: down, count: 100))
        costs.burstBytes.add(Double(terminal.burst(quiet: rest)?.bytes.count ?? 0))
        for round in 0..<10 {
            let start = Stopwatch.now
            try terminal.resize(columns: round % 2 == 0 ? 100 : 80, rows: round % 2 == 0 ? 30 : 24)
            guard let burst = terminal.burst() else { continue }
            costs.resizes.add(Stopwatch.milliseconds(from: start, to: burst.end))
        }
        while terminal.burst(quiet: rest, within: rest) != nil {}
        let status = ProcessStatus(of: terminal.process)
        costs.resident.add(try status.largestResidentMegabytes())
        _ = terminal.burst(within: settled)
        let before = try status.voluntarySwitches()
        _ = terminal.burst(within: 2_000)
        costs.wakeups.add(Double(try status.voluntarySwitches() - before))
        try terminal.leave()
        return costs
    }

    // MARK: The report

    /// The program's figures, each with those of the others and how many times theirs it is.
    var figures: [Figure] {
        var figures = [
            figure("first frame, median", .milliseconds, goal: 8) { $0.frames.median },
            figure("first frame, p95", .milliseconds) { $0.frames.percentile(0.95) },
            figure("key to the end of its output, median", .milliseconds) { Rounds($0.keys).median },
            figure("key to the end of its output, p95", .milliseconds, goal: 3) { Rounds($0.keys).percentile(0.95) },
            figure("a move in a list, bytes", .bytes, goal: 250) { $0.moveBytes.median },
            figure("a scroll by a row, bytes", .bytes, goal: 400) { $0.scrollBytes.median },
            figure("100 keys in one write, bytes", .bytes, goal: 3_072) { $0.burstBytes.median },
            figure("resize, median", .milliseconds, goal: 5) { $0.resizes.median },
            figure("most memory resident, after this script", .megabytes, goal: 15) { $0.resident.median },
            figure("wakeups in 2 s without input", .count, goal: 0) { $0.wakeups.median },
        ]
        if let tig = names.firstIndex(of: "tig"), costs[tig].frames.median > 0 {
            let ratio = costs[0].frames.median / costs[tig].frames.median
            figures.append(Figure(what: "first frame, times tig's", value: ratio, unit: .ratio, goal: 1))
        }
        return figures
    }

    private func figure(_ what: String, _ unit: Figure.Unit, goal: Double? = nil, _ value: (Costs) -> Double) -> Figure
    {
        let own = value(costs[0])
        let others = zip(names, costs).dropFirst().map { name, costs in
            let other = value(costs)
            let ratio = other > 0 ? " (\(Figure.text(own / other, .ratio)))" : ""
            return "\(name) \(Figure.text(other, unit))\(ratio)"
        }
        return Figure(what: what, value: own, unit: unit, goal: goal, note: others.joined(separator: ", "))
    }
}
