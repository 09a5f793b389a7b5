/// The commands of `sed`, those of a block behind the brace that begins it.
struct SedScript {
    private(set) var commands: [SedCommand] = []
    /// Blocks that have no end yet.
    private var open: [Int] = []

    /// - Parameter sources: What stands behind each `-e`, as if each were a line.
    /// - Throws: What is wrong, and where.
    init(_ sources: [String], isExtended: Bool) throws(Complaint) {
        func complaint(_ index: Int, _ fault: SedReader.Fault) -> Complaint {
            Complaint("sed: -e expression #\(index + 1), char \(fault.place): \(fault.message)")
        }
        for (index, source) in sources.enumerated() {
            var reader = SedReader(source, isExtended: isExtended)
            do throws(SedReader.Fault) { try reader.read(into: &self) } catch { throw complaint(index, error) }
        }
        guard open.isEmpty else {
            throw complaint(sources.count - 1, SedReader.Fault(place: 0, message: "unmatched `{'"))
        }
    }

    var isInBlock: Bool { !open.isEmpty }

    mutating func append(_ command: SedCommand) {
        if case .block = command.action { open.append(commands.count) }
        commands.append(command)
    }

    /// Ends the block that was begun last; false where none was.
    mutating func endBlock() -> Bool {
        guard let place = open.popLast() else { return false }
        commands[place].action = .block(commands.count - place - 1)
        return true
    }

    /// What becomes of lines; nothing once the budget is spent.
    func run(on lines: [String], isQuiet: Bool, _ budget: StepBudget) -> [String] {
        var cycle = Cycle(commands: commands, count: lines.count, isQuiet: isQuiet, budget: budget)
        for (index, line) in lines.enumerated() where !budget.isSpent && !cycle.isOver { cycle.take(line, index + 1) }
        return budget.isSpent ? [] : cycle.output
    }

    /// What `sed` does with each line.
    private struct Cycle {
        let commands: [SedCommand]
        let count: Int
        let isQuiet: Bool
        let budget: StepBudget
        private(set) var output: [String] = []
        private(set) var isOver = false
        private var size = 0
        private var spans: [SedCommand.Span]

        init(commands: [SedCommand], count: Int, isQuiet: Bool, budget: StepBudget) {
            (self.commands, self.count, self.isQuiet, self.budget) = (commands, count, isQuiet, budget)
            spans = commands.map(\.span)
        }

        private mutating func say(_ lines: [String]) {
            for line in lines {
                output.append(line)
                size += line.utf8.count + 1
            }
            if size > StepBudget.longestText { budget.spend() }
        }

        mutating func take(_ line: String, _ number: Int) {
            var line = line, place = 0, isPrinted = !isQuiet
            // What is appended comes when the line is done with, deleted or not.
            var behind: [String] = []
            commands: while place < commands.count, budget.take() {
                let command = commands[place], isMeant = command.isMeant(line, number, of: count, &spans[place], budget)
                place += 1
                guard isMeant else {
                    if case .block(let size) = command.action { place += size }
                    continue
                }
                switch command.action {
                case .print: say([line])
                case .number: say([String(number)])
                case .substitute(let substitution):
                    guard let new = substitution.applied(to: line, budget) else { continue }
                    line = new
                    if substitution.isPrinted { say([line]) }
                case .translate(let table): line = String(line.map { table[$0] ?? $0 })
                case .append(let text): behind += text
                case .insert(let text): say(text)
                case .block: break
                case .change(let text):
                    // A range is changed as one.
                    if command.to == nil || spans[place - 1].isOutside { say(text) }
                    isPrinted = false
                    break commands
                case .delete:
                    isPrinted = false
                    break commands
                case .quit(let isSilent):
                    isOver = true
                    if isSilent { (isPrinted, behind) = (false, []) }
                    break commands
                }
            }
            if isPrinted { say([line]) }
            say(behind)
        }
    }
}
