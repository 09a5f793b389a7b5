@testable import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Proving simulations")
struct SimulationProofTests {
    @Test("Every shell and every simulation of the repository is proven by the linter")
    func repository() {
        let report = Linter.lint(paths: [ShellFixture.root + "/data"])
        #expect(report.faults.filter { $0.severity == .error } == [])
    }

    @Test("The two simulations for switches and routers are proven")
    func routing() throws {
        let reading = try ShellFixture.reading("Tests/Fixtures/packs/ccna-simulations.yaml")
        #expect(reading.faults.faults == [])
        #expect(reading.questions.count == 2)
        let shell = try ShellFixture.shell("ios")
        for placed in reading.questions {
            guard case .simulation(let world) = placed.question.payload else { continue }
            #expect(SimulationProof.problems(of: world, shell: shell) == [])
            var simulation = Simulation(world: world, shell: shell)
            #expect(simulation.grade.points == 0)
            simulation.replay(world.solution)
            // What is asked in earnest is far from the budget of a line, on average.
            #expect(StepBudget.ofSession - simulation.stepsLeft < world.solution.count * StepBudget.ofLine / 10)
            #expect(simulation.grade.score == 1 && simulation.grade.answerGrade() == .right)
            #expect(simulation.entered == world.solution)
            simulation.reset()
            #expect(simulation.goalsReached == [] && simulation.entered == [])
        }
    }

    @Test(
        "A world that cannot be right is told where and why",
        arguments: [
            (
                "goals: [{id: g, when: {hostname: X}}]\nsolution: [enable, configure terminal, hostname Y]",
                ["16:15: questions[0].world.goals[0]: the solution does not reach this goal"]
            ),
            (
                "goals: [{id: g, when: {hostname: Switch}}]\nsolution: [enable]",
                ["16:29: questions[0].world.goals[0].when: is reached before anything is done"]
            ),
            (
                "goals: [{id: g, when: {hostname: X}}]\nsolution: [enable, conf t, hostnam, hostname X]",
                [
                    "17:34: questions[0].world.solution[2]: the line \"hostnam\" of A is not accepted: % Incomplete command."
                ]
            ),
            (
                "goals: [{id: g, when: {hostnme: X}}]\nsolution: [enable]",
                [
                    "16:29: questions[0].world.goals[0].when: no state variable \"hostnme\" is defined or set; did you mean \"hostname\"?"
                ]
            ),
            (
                "commands: [{match: wake <who>, print: \"{{<hwo>}} {{include runing}}\"}]\ngoals: [{id: g, when: {hostname: X}}]\nsolution: [enable]",
                [
                    "16:18: questions[0].world.commands[0]: <hwo> is neither captured nor a state variable; did you mean <who>?",
                    "16:18: questions[0].world.commands[0]: there is no fragment \"runing\"; did you mean \"running\"?",
                ]
            ),
            (
                "state: {file./etc: x, file./etc/hosts.txet: y}\ngoals: [{id: g, when: {hostname: X}}]\nsolution: [enable]",
                [("16:26", "file./etc"), ("16:51", "file./etc/hosts.txet")].map {
                    "\($0): questions[0].world.state.\($1): no state variable \"\($1)\" is known: a file has .text, .kind, .mode, .owner, .group, .to, .time, .size"
                }
            ),
        ] as [(String, [String])])
    func refused(world: String, faults: [String]) throws {
        let indented = world.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
        let reading = PackFixture.reading(
            PackFixture.question("simulation", "    world:\n      shell: ios\n      devices: [{id: A}]\n" + indented))
        SimulationCheck([try ShellFixture.reading("data/shells/ios.yaml"), reading]).check([reading])
        #expect(reading.faults.faults.map { "\($0.line):\($0.column): \($0.key): \($0.message)" } == faults)
    }
}
