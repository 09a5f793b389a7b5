/// What keys cost in the longest question list: milliseconds from the key to the last byte of its frame, and bytes.
struct KeyMeasurement {
    /// Presses of one kind.
    struct Presses {
        var milliseconds = Samples()
        var bytes = Samples()
        /// Milliseconds on a processor.
        var processor = Samples()
    }

    /// Moves that stay on screen, at the top of the list.
    private(set) var moves = Presses()
    /// Moves that scroll it.
    private(set) var scrolls = Presses()
    /// Both again with all rows fetched.
    private(set) var deepMoves = Presses()
    private(set) var deepScrolls = Presses()
    private(set) var resizes = Presses()
    /// Bytes that 100 keys in one write cost.
    private(set) var burstBytes = 0
    /// From the 100 keys to the last byte, in milliseconds.
    private(set) var burstMilliseconds = 0.0
    private(set) var residentMegabytes = 0.0
    /// How often the program woke in three seconds without input.
    private(set) var idleWakeups = 0

    /// Runs the script once, in a program of its own.
    init(of program: Program, shape: LibraryShape) throws {
        let terminal = try program.start()
        try Self.openLongestList(on: terminal, shape)
        try withinScreen(terminal, \.moves)
        try beyondScreen(terminal, \.scrolls)
        try press("G", on: terminal)
        try press("k", times: 6, on: terminal)
        try withinScreen(terminal, \.deepMoves, first: "k", then: "j")
        try press("G", on: terminal)
        try press("k", times: 22, on: terminal)
        try beyondScreen(terminal, \.deepScrolls, key: "k")
        try burst(terminal)
        for round in 0..<10 {
            let start = Stopwatch.now
            try terminal.resize(columns: round % 2 == 0 ? 100 : 80, rows: round % 2 == 0 ? 30 : 24)
            try take(from: terminal, since: start, \.resizes)
        }
        let status = ProcessStatus(of: terminal.process)
        residentMegabytes = try status.largestResidentMegabytes()
        let before = try status.voluntarySwitches()
        if terminal.burst(within: 3_000) != nil { throw BenchError("the program wrote while it was idle") }
        idleWakeups = try status.voluntarySwitches() - before
        try terminal.leave()
    }

    /// Home, Channels, the first channel, All questions: each opened once what came before is on screen.
    static func openLongestList(
        on terminal: PseudoTerminal, _ shape: LibraryShape, isHomeShown: Bool = false
    ) throws {
        let group = shape.longest
        if !isHomeShown { _ = try terminal.burst(containing: Program.homeWords) }
        try Self.moveDown(shape.active, on: terminal)
        try terminal.send("\r")
        // Channels come by title; the longest is found by its name.
        let titles = shape.groups.filter { !$0.isCertification }.map(\.title).sorted()
        _ = try terminal.burst(containing: titles[0])
        try Self.moveDown(titles.firstIndex(of: group.title) ?? 0, on: terminal)
        try terminal.send("\r")
        _ = try terminal.burst(containing: "All questions")
        try Self.moveDown(1, on: terminal)
        try terminal.send("\r")
        _ = try terminal.burst(containing: "Case 1 of \(group.title)")
    }

    private static func moveDown(_ times: Int, on terminal: PseudoTerminal) throws {
        for _ in 0..<times {
            try terminal.send("j")
            _ = terminal.burst(within: 1_000)
        }
    }

    // MARK: Parts of the script

    private mutating func withinScreen(
        _ terminal: PseudoTerminal, _ presses: WritableKeyPath<Self, Presses>, first: String = "j", then: String = "k"
    ) throws {
        for key in [first, then, first, then] {
            for _ in 0..<12 { try measure(key, on: terminal, presses) }
        }
    }

    private mutating func beyondScreen(
        _ terminal: PseudoTerminal, _ presses: WritableKeyPath<Self, Presses>, key: String = "j"
    ) throws {
        if key == "j" { try press("j", times: 20, on: terminal) }
        for _ in 0..<50 { try measure(key, on: terminal, presses) }
    }

    private mutating func burst(_ terminal: PseudoTerminal) throws {
        let start = Stopwatch.now
        try terminal.send(String(repeating: "k", count: 100))
        guard let burst = terminal.burst(within: 30_000) else { throw BenchError("100 keys changed nothing") }
        burstBytes = burst.bytes.count
        burstMilliseconds = Stopwatch.milliseconds(from: start, to: burst.end)
    }

    private func press(_ key: String, times: Int = 1, on terminal: PseudoTerminal) throws {
        for _ in 0..<times {
            try terminal.send(key)
            _ = terminal.burst(within: 1_000)
        }
    }

    private mutating func measure(
        _ key: String, on terminal: PseudoTerminal, _ presses: WritableKeyPath<Self, Presses>
    ) throws {
        let process = ProcessStatus(of: terminal.process)
        let busy = try process.processorMilliseconds()
        let start = Stopwatch.now
        try terminal.send(key)
        try take(from: terminal, since: start, presses)
        self[keyPath: presses].processor.add(try process.processorMilliseconds() - busy)
    }

    private mutating func take(
        from terminal: PseudoTerminal, since start: Int64, _ presses: WritableKeyPath<Self, Presses>
    ) throws {
        guard let burst = terminal.burst() else { throw BenchError("a key or a resize changed nothing on screen") }
        self[keyPath: presses].milliseconds.add(Stopwatch.milliseconds(from: start, to: burst.end))
        self[keyPath: presses].bytes.add(Double(burst.bytes.count))
    }
}
