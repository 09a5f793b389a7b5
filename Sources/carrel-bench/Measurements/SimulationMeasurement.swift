import CarrelCore
import CarrelStorage

/// How long the lines of simulations take to be answered: every solution of the library, line by line.
struct SimulationMeasurement {
    /// Of one line, in milliseconds.
    private(set) var lines = Samples()
    /// Of making a simulation ready, its shell understood, in milliseconds.
    private(set) var beginnings = Samples()
    private(set) var worlds = 0

    init(of root: String, scratch: String, rounds: Int) throws {
        let store = try GeneratedLibrary.open("\(scratch)/simulations.db")
        _ = try Loading(root: root).run(into: store)
        for id in try store.catalogueNames().questions.keys.sorted() {
            guard case .simulation(let world)? = try store.question(id)?.question.payload,
                let shell = try store.shell(world.shell)
            else { continue }
            worlds += 1
            for _ in 0..<rounds {
                var simulation: Simulation?
                beginnings.add(Stopwatch.milliseconds { simulation = Simulation(world: world, shell: shell) })
                for entry in world.solution {
                    lines.add(Stopwatch.milliseconds { _ = simulation?.run(entry.command, on: entry.device) })
                }
            }
        }
    }
}
