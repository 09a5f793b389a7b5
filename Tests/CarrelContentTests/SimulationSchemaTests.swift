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
                          shell: posix
                          devices: [{id: a}, {id: a}, {id: "b c"}]
                          state: {up: false}
                          files: {etc/x: a, /srv/: {mode: "0755", modus: x}}
                          commands: [{mach: x}, {match: y <, set: {on: true}}, {match: z, run: greb}]
                          goals: [{id: g, when: {up: true}}, {id: h, when: {}, points: 0}, {id: i, when: "up and"}]
                          solution: [x, {c: y}]
                    """),
                [
                    "15:31: questions[0].world.devices[1].id: the same id as questions[0].world.devices[0].id: \"a\"",
                    "15:40: questions[0].world.devices[2].id: a device's id has letters, digits, \"-\" and \"_\"",
                    "17:15: questions[0].world.files.etc/x: a path begins with \"/\"",
                    "17:47: questions[0].world.files./srv/.modus: unknown key; a file has: mode, owner, group, to, time, size, text",
                    "18:18: questions[0].world.commands[0].match: this key is missing",
                    "18:19: questions[0].world.commands[0].mach: unknown key; did you mean \"match\"?",
                    "18:37: questions[0].world.commands[1].match: a \"<\" is not closed",
                    "18:76: questions[0].world.commands[2].run: there is no builtin \"greb\"; did you mean \"grep\"?",
                    "19:56: questions[0].world.goals[1].when: has no condition; name a state variable and its value",
                    "19:68: questions[0].world.goals[1].points: a whole number from 1 to 100 is expected, found \"0\"",
                    "19:86: questions[0].world.goals[2].when: a name or a text is expected at the end",
                    "20:22: questions[0].world.solution[1]: there is no device \"c\"; devices are a, b c",
                ]
            ),
            (
                PackFixture.question(
                    "simulation",
                    """
                        world:
                          shell: posix
                          devices: [{id: a}]
                          files: {\(String(repeating: "/a", count: 65)): x}
                          commands: [{match: "\(String(repeating: "[", count: 33))", set: {on: true}}]
                          goals: [{id: g, when: "\(String(repeating: "(", count: 33))"}]
                          solution: [x]
                    """),
                [
                    "16:15: questions[0].world.files.\(String(repeating: "/a", count: 65)): a path has at most 1024 bytes and 64 names",
                    "17:26: questions[0].world.commands[0].match: the pattern is nested more than 32 deep",
                    "18:29: questions[0].world.goals[0].when: the condition is nested more than 32 deep",
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
