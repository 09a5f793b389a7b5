/// A small command-line world that runs: lines go in, what the real tool would print comes out. Nothing is ever run on
/// the machine.
///
/// Every function is total, whatever the world, the shell and the line. A line that is not accepted changes nothing but
/// what was entered.
public struct Simulation: Sendable {
    /// What became of a line.
    public struct Reply: Equatable, Sendable {
        public var lines: [String]
        /// False for a line of which the real tool refuses everything; nothing has changed then.
        public var isAccepted: Bool
        /// The line asks for an empty screen.
        public var clearsScreen = false

        public init(lines: [String], isAccepted: Bool, clearsScreen: Bool = false) {
            self.lines = lines
            self.isAccepted = isAccepted
            self.clearsScreen = clearsScreen
        }
    }

    public let world: World
    /// Everything that was run since the beginning, also what was not accepted: stored as the answer.
    public private(set) var entered: [SimulationEntry] = []
    var state: SimulationState
    let program: SimulationProgram
    private let beginning: SimulationState
    /// How the last command went on each device, as `$?` says it. No part of the state: what is refused has one too.
    private var statuses: [String: Int] = [:]
    /// What was typed on each device, as its history lists it: with every `!!` replaced.
    private var histories: [String: [String]] = [:]
    /// Of the budget of all lines.
    var stepsLeft = StepBudget.ofSession

    /// Characters of a line.
    public static let longestLine = 1_000
    private static let tooLong = "a line has at most \(longestLine) characters here"
    /// Lines that are run, and kept as the answer.
    public static let mostEntries = 2_000

    /// - Parameter shell: With the shells it is based on laid under it.
    public init(world: World, shell: Shell) {
        self.world = world
        program = SimulationProgram(world: world, shell: shell)
        var state = SimulationState(devices: world.devices.map(\.id))
        let start = program.modes[0].id
        for device in world.devices {
            state.set("mode", to: start, on: device.id)
            state.set("device", to: device.id, on: device.id)
            for variables in [shell.state, world.state, device.state] {
                for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
                    state.set(name, to: value.text, on: device.id)
                }
            }
            FileTree.complete(&state, on: device.id)
            for settler in program.settle {
                var scope = SimulationScope(state: state, device: device.id)
                settler.settle(&scope, isBeginning: true)
                state = scope.state
            }
        }
        for (name, value) in world.shared { state.set(":" + name, to: value.text, on: "") }
        self.state = state
        beginning = state
    }

    /// The id of the device a line without one is for.
    public var firstDevice: String { world.devices.first?.id ?? "" }

    /// Runs a line on a device. One that is too long, or too many, is refused and not kept.
    public mutating func run(_ line: String, on device: String) -> Reply {
        guard Self.allows(line) else {
            return Reply(lines: [Self.tooLong], isAccepted: false)
        }
        guard entered.count < Self.mostEntries else {
            let refusal = "at most \(Self.mostEntries) lines are run here; begin anew to go on"
            return Reply(lines: [refusal], isAccepted: false)
        }
        entered.append(SimulationEntry(device: device, command: line))
        return execute(line, on: device)
    }

    /// Whether the line is no longer than one may be: a character may be made of any number of bytes.
    static func allows(_ line: String) -> Bool {
        line.utf8.count <= 4 * longestLine && line.count <= longestLine
    }

    /// Runs what was entered before, in its order.
    public mutating func replay(_ entries: [SimulationEntry]) {
        for entry in entries.prefix(Self.mostEntries) { _ = run(entry.command, on: entry.device) }
    }

    /// Back to the beginning; what was entered is forgotten.
    public mutating func reset() {
        state = beginning
        entered = []
        statuses = [:]
        histories = [:]
        stepsLeft = StepBudget.ofSession
    }

    /// What stands before the line.
    public func prompt(of device: String) -> String {
        let scope = SimulationScope(state: state, device: device)
        guard let template = program.prompts[mode(of: device)] else { return "> " }
        return template.text(in: scope, program.library)
    }

    /// Whether `?` and Tab list what may stand next, as on network gear.
    public var helpsOnQuestionMark: Bool { program.syntax == .words }

    func mode(of device: String) -> String {
        let mode = state.value(of: "mode", on: device) ?? ""
        return program.trees[mode] == nil ? program.modes[0].id : mode
    }

    private mutating func execute(_ line: String, on device: String) -> Reply {
        guard state.variables[device] != nil, !device.isEmpty else {
            return Reply(lines: ["no device \(device)"], isAccepted: false)
        }
        var line = line, echoed: [String] = []
        if program.syntax == .arguments {
            do throws(History.NoEvent) {
                let expanded = try History.expanded(line, histories[device] ?? [])
                guard Self.allows(expanded) else { return Reply(lines: [Self.tooLong], isAccepted: false) }
                if expanded != line { (line, echoed) = (expanded, [expanded]) }
            } catch {
                return Reply(lines: ["bash: \(error.event): event not found"], isAccepted: false)
            }
        }
        if !line.allSatisfy({ $0 == " " || $0 == "\t" }) { histories[device, default: []].append(line) }
        let budget = StepBudget(min(StepBudget.ofLine, stepsLeft)), before = budget.left
        let scope = SimulationScope(state: state, device: device, budget: budget)
        var runner = SimulationRunner(
            program: program, scope: scope, mode: mode(of: device), status: statuses[device] ?? 0,
            history: histories[device] ?? [])
        var reply = runner.run(line, promptLength: prompt(of: device).count)
        reply.lines = echoed + reply.lines
        stepsLeft -= before - budget.left
        statuses[device] = runner.status
        if reply.isAccepted { state = runner.scope.state }
        return reply
    }
}
