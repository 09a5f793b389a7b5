import CarrelCore

/// The devices of a simulation line by line: what is typed is run on one of them.
struct PlainConsole {
    private(set) var simulation: Simulation
    private var device: String

    /// Nil where the item is no simulation, or its shell is not here.
    ///
    /// - Parameter response: What was entered before, as `response` has it.
    init?(_ item: StudyItem, response: String?) {
        guard case .simulation(let world) = item.question.payload, let shell = item.shell else { return nil }
        simulation = Simulation(world: world, shell: shell)
        simulation.replay([SimulationEntry](response: response))
        device = simulation.firstDevice
    }

    static let opening = "Lines are run as on the device; nothing runs on this machine. :answer answers, :? says more."

    /// The devices where there are several, and how one goes from one to another.
    var devices: [String] {
        let all = simulation.world.devices
        guard all.count > 1 else { return [] }
        let names = all.map { $0.id + ($0.title.map { " (\($0))" } ?? "") }.joined(separator: ", ")
        return ["Devices: \(names). :device \(all[1].id) goes to another."]
    }

    var prompt: String { simulation.prompt(of: device) }

    var response: String? { simulation.response }

    /// - Returns: What the device prints.
    mutating func run(_ line: String) -> [String] {
        guard asksHelp(line) else { return simulation.run(line, on: device).lines }
        return simulation.help(String(line.dropLast()), on: device)
    }

    /// Whether a line asks what can be typed, as on a device that answers `?` in the middle of a line.
    func asksHelp(_ line: String) -> Bool { answersQuestionMark && line.last == "?" }

    /// Whether `?` is meant for the device; else it is meant for Carrel.
    var answersQuestionMark: Bool { simulation.helpsOnQuestionMark }

    /// To another device.
    ///
    /// - Returns: Why not; nil where it is there.
    mutating func go(to name: String) -> String? {
        let devices = simulation.world.devices
        guard let found = devices.first(where: { $0.id.lowercased() == name.lowercased() }) else {
            return "\(name): no such device; there is \(devices.map(\.id).joined(separator: ", "))."
        }
        device = found.id
        return nil
    }

    mutating func reset() { simulation.reset() }
}
