import CarrelCore
import CarrelJSON
import Testing

@testable import CarrelContent

/// The shells of the repository, and worlds on them.
enum ShellFixture {
    static let names = ["ios", "posix", "kubectl", "aws"]

    static var root: String { #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } }

    static func reading(_ path: String) throws -> PackReading {
        PackReading(bytes: try FileAccess.read(root + "/" + path, root: "").bytes, file: PackFixture.file(path))
    }

    /// The shell with those it is based on; read once for all tests.
    static func shell(_ name: String) throws -> Shell { try #require(shells[name]) }

    private static let shells: [String: Shell] = names.reduce(into: [:]) { $0[$1] = try? read($1) }

    private static func read(_ name: String) throws -> Shell {
        let reading = try reading("data/shells/\(name).yaml")
        #expect(reading.faults.faults == [])
        guard case .shell(let shell)? = reading.subject else {
            Issue.record("\(name) is no shell")
            throw FileProblem("no shell")
        }
        return try shell.base.map { shell.extending(try read($0)) } ?? shell
    }

    /// A world of one question, written as YAML that begins in the first column.
    static func world(_ yaml: String) throws -> World {
        let body = yaml.split(separator: "\n", omittingEmptySubsequences: false).map { "      " + $0 }
            .joined(separator: "\n")
        let reading = PackFixture.reading(PackFixture.question("simulation", "    world:\n" + body))
        #expect(reading.faults.faults == [])
        guard case .simulation(let world)? = reading.questions.first?.question.payload else {
            throw FileProblem("no simulation")
        }
        return world
    }

    static func simulation(_ shell: String, state: String = "{}", files: String = "{}", devices: String = "[{id: A}]")
        throws -> Simulation
    {
        let world = try world(
            """
            shell: \(shell)
            devices: \(devices)
            state: \(state)
            files: \(files)
            goals: [{id: g, when: {mode: none}}]
            solution: [x]
            """)
        return Simulation(world: world, shell: try self.shell(shell))
    }
}

extension Simulation {
    /// What the last of several lines brings; all of the others have to be accepted.
    mutating func after(_ lines: [String], on device: String? = nil) -> [String] {
        var last = Reply(lines: [], isAccepted: true)
        for (index, line) in lines.enumerated() {
            last = run(line, on: device ?? firstDevice)
            if index < lines.count - 1 { #expect(last.isAccepted, "\(line): \(last.lines)") }
        }
        return last.lines
    }
}
