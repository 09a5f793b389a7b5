import Testing

@testable import CarrelContent

@Suite("Simulations")
struct SimulationSchemaTests {
    @Test(
        "A world that is refused says why and where",
        arguments: [
            (
                PackFixture.question(
                    "simulation",
                    """
                        world:
                          shell: bash
                          devices: [{id: a, prompt: x}, {id: a, prompt: ""}]
                          state: {up: false}
                          commands: [{mach: x}, {match: y, set: {on: true}}]
                          goals: [{id: g, when: {upp: true, on: true}}, {id: h, when: {}, points: 0}]
                          solution: []
                    """),
                [
                    "14:14: questions[0].world.shell: \"bash\" is not allowed; use ios, posix, kubectl, aws",
                    "15:42: questions[0].world.devices[1].id: the same id as questions[0].world.devices[0].id: \"a\"",
                    "17:18: questions[0].world.commands[0].match: this key is missing",
                    "17:19: questions[0].world.commands[0].mach: unknown key; did you mean \"match\"?",
                    "18:67: questions[0].world.goals[1].when: has no condition; name a state variable and its value",
                    "18:79: questions[0].world.goals[1].points: a whole number from 1 to 100 is expected, found \"0\"",
                    "19:17: questions[0].world.solution: has 0 of the at least 1 entries it needs",
                ]
            ),
            (
                PackFixture.question(
                    "simulation",
                    """
                        world:
                          shell: posix
                          devices: [{id: a, prompt: x}]
                          state: {up: false}
                          commands: [{match: x}]
                          goals: [{id: g, when: {upp: true}}]
                          solution: [x]
                    """),
                [
                    "18:35: questions[0].world.goals[0].when.upp: no state variable \"upp\" is defined or set; did you mean \"up\"?"
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
