import CarrelCore
import CarrelJSON

extension Simulation {
    /// What was entered, `[[device, command], …]`, as an answer stores it; nil while nothing was.
    var response: String? {
        // An array of strings is nothing JSON could refuse.
        entered.isEmpty ? nil : try? JSONText.encode(entered)
    }
}

extension [SimulationEntry] {
    /// - Parameter response: As `Simulation.response` has it. What cannot be read, which only a journal from elsewhere
    ///   can hold, counts as nothing: the journal keeps it as it is.
    init(response: String?) {
        self = response.flatMap { try? JSONText.decode([SimulationEntry].self, from: $0) } ?? []
    }
}
