import CarrelCore

/// Proves shells and simulations: every name means something, every goal is reached by the solution and not before.
struct SimulationCheck {
    private var shells: [String: Shell] = [:]

    /// - Parameter readings: Everything that was read: a world's shell is in a pack of its own.
    init(_ readings: [PackReading]) {
        for reading in readings {
            if case .shell(let shell)? = reading.subject, shells[shell.id] == nil { shells[shell.id] = shell }
        }
    }

    func check(_ readings: [PackReading]) {
        for reading in readings {
            if case .shell(let shell)? = reading.subject, let document = reading.document, let whole = whole(shell.id) {
                report(SimulationProof.problems(of: shell, whole: whole), at: document, reading.faults)
            }
            for placed in reading.questions {
                guard case .simulation(let world) = placed.question.payload, let shell = whole(world.shell) else {
                    continue
                }
                report(SimulationProof.problems(of: world, shell: shell), at: placed.site["world"], reading.faults)
            }
        }
    }

    /// The shell with what it is based on; nil when something of it was not read, which is told at the reference.
    private func whole(_ id: String) -> Shell? {
        guard var shell = shells[id] else { return nil }
        var seen: Set = [id]
        while let base = shell.base {
            guard seen.insert(base).inserted, let other = shells[base] else { return nil }
            shell = shell.extending(other)
        }
        return shell
    }

    private func report(_ problems: [SimulationProof.Problem], at root: Site, _ faults: FaultCollector) {
        for problem in problems {
            faults.error(problem.message, at: place(problem.path, in: root))
        }
    }

    /// As far as the way leads: an entry of a solution may stand for several lines.
    private func place(_ path: [SimulationProof.Step], in root: Site) -> Site {
        var site = root
        for (step, next) in zip(path, path.dropFirst().map(Optional.some) + [nil]) {
            switch step {
            case .key("solution"):
                guard case .index(let line)? = next else { return site["solution"] }
                return entry(of: line, in: site["solution"])
            case .key(let key):
                guard site.node[key] != nil else { return site }
                site = site[key]
            case .index(let index):
                guard site.node.elements.indices.contains(index) else { return site }
                site = site[index]
            }
        }
        return site
    }

    /// The entry that the line with this number stands in.
    private func entry(of line: Int, in solution: Site) -> Site {
        var left = line
        for index in solution.node.elements.indices {
            let lines = solution.node.elements[index].entries.map { max(1, $0.value.elements.count) }.reduce(0, +)
            if left < max(1, lines) { return solution[index] }
            left -= max(1, lines)
        }
        return solution
    }
}
